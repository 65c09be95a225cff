import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AccountError, createAccount } from '#lib/server/db/living/accounts.ts';
import { openLiving } from '#lib/server/db/living/open.ts';

/**
 * Makes the account of an administrator and prints the address where its owner sets the password: `npm run admin:create -- --email
 * somebody@example.org --name "Some Body"`. There is no account by default, and no password is ever typed into a command.
 */
const ROOT = join(import.meta.dirname, '..');
const USAGE = 'Usage: npm run admin:create -- --email somebody@example.org --name "Some Body" [--origin https://furas.example]';

const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' }, origin: { type: 'string' } } });
const { email, name, origin = process.env['ORIGIN'] ?? '' } = values;
if (!email || !name) {
	console.error(USAGE);
	process.exit(1);
}
const living = await openLiving(join(process.env['FURAS_STORE'] ?? join(ROOT, 'data/living'), 'living.sqlite'));
try {
	const { invitation } = await createAccount(living, null, { email, name, role: 'administrator', regions: [] });
	console.log(`The account is made. Within seven days its owner sets a password at:\n${origin}/ar/office/invitation/${invitation}`);
} catch (error) {
	if (!(error instanceof AccountError)) throw error;
	const WHY: Partial<Record<AccountError['fault'], string>> = {
		'bad-email': `"${email}" is no email address.`,
		'bad-name': 'A name has 1 to 120 characters.',
		'email-taken': `${email} has an account already.`
	};
	console.error(WHY[error.fault] ?? error.message);
	process.exitCode = 1;
} finally {
	await living.close();
}
