import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword } from '#lib/server/account/password.ts';
import { acceptInvitation, createAccount } from '#lib/server/db/living/accounts.ts';
import { openLiving } from '#lib/server/db/living/open.ts';
import { ACCOUNTS, emailOf, PASSWORD, type Somebody } from './e2e/office-accounts.ts';

/** The server that browser tests visit: production, over a living store of its own with an account of every kind. */
const store = (process.env['FURAS_STORE'] ??= join(import.meta.dirname, '../.cache/e2e-store', process.env['PORT'] ?? ''));
rmSync(store, { recursive: true, force: true });
const living = await openLiving(join(store, 'living.sqlite'));
const password = await hashPassword(PASSWORD);
for (const who of Object.keys(ACCOUNTS) as Somebody[]) {
	const { role, regions } = ACCOUNTS[who];
	const { invitation } = await createAccount(living, null, { email: emailOf(who), name: who, role, regions });
	await acceptInvitation(living, invitation, password);
}
await living.close();
await import('../scripts/serve.ts');
