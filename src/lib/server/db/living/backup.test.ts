import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, describe, it } from 'vitest';
import { listAccounts, createAccount } from './accounts.ts';
import { readAudit, verifyChain } from './audit.ts';
import { backUp, restore } from './backup.ts';
import { openLiving, type LivingStore } from './open.ts';

const NOW = new Date('2026-11-26T12:00:00Z');
let folder: string;
let store: string;
let living: LivingStore;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'furas-backup-'));
	store = join(folder, 'living');
	living = await openLiving(join(store, 'living.sqlite'));
});
afterEach(async () => {
	await living.close();
	rmSync(folder, { recursive: true });
});

const add = (email: string) => createAccount(living, null, { email, name: 'A', role: 'juror', regions: [] });

describe('a backup', () => {
	it('made while others write is a state of the store there was, and comes back as that state', async () => {
		for (let n = 0; n < 20; n++) await add(`before-${n}@x.org`);
		const writing = (async () => {
			for (let n = 0; n < 200; n++) await add(`during-${n}@x.org`);
		})();
		const note = await backUp(store, join(folder, 'copy'), NOW);
		await writing;
		await living.close();
		await restore(join(folder, 'copy'), store, join(folder, 'aside'));
		const restored = await openLiving(join(store, 'living.sqlite'));
		const old = await openLiving(join(folder, 'aside/living.sqlite'));
		expect(await verifyChain(restored)).toEqual({ rows: note.rows, brokenAt: null, head: note.head });
		expect(note.rows).toBeGreaterThanOrEqual(20);
		const then = (await readAudit(old, { limit: 1_000 })).filter(({ seq }) => seq <= note.rows);
		expect(await readAudit(restored, { limit: 1_000 })).toEqual(then);
		const known = new Set(then.map(({ subject }) => subject));
		expect(await listAccounts(restored)).toEqual((await listAccounts(old)).filter(({ id }) => known.has(id)));
		await restored.close();
		await old.close();
		living = await openLiving(join(store, 'living.sqlite'));
	});

	it('never overwrites another', async () => {
		await backUp(store, join(folder, 'copy'), NOW);
		await expect(backUp(store, join(folder, 'copy'), NOW)).rejects.toThrow('there already');
	});
});

describe('a restore', () => {
	it('is refused, with nothing touched, while the store is in use', async () => {
		await add('a@x.org');
		await backUp(store, join(folder, 'copy'), NOW);
		await expect(restore(join(folder, 'copy'), store, join(folder, 'aside'))).rejects.toThrow('in use');
		expect(await listAccounts(living)).toHaveLength(1);
	});

	it('is refused when the backup is damaged or none', async () => {
		await backUp(store, join(folder, 'copy'), NOW);
		writeFileSync(join(folder, 'copy/living.sqlite'), 'x', { flag: 'a' });
		await living.close();
		await expect(restore(join(folder, 'copy'), store, join(folder, 'aside'))).rejects.toThrow('damaged');
		await expect(restore(join(folder, 'nothing'), store, join(folder, 'aside'))).rejects.toThrow('no backup');
		living = await openLiving(join(store, 'living.sqlite'));
	});
});
