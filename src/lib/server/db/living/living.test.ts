import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '#lib/core/account/account.ts';
import type { Actor } from '#lib/core/account/actor.ts';
import { migrate } from '../migrate.ts';
import { acceptInvitation, AccountError, changeRole, createAccount, findAccount, setActive } from './accounts.ts';
import { change, readAudit, verifyChain } from './audit.ts';
import { LIVING_MIGRATIONS } from './migrations/all.ts';
import { openLiving, type LivingStore } from './open.ts';
import { endSession, resumeSession, SESSION_RULES, startSession } from './sessions.ts';
import {
	eraseOutdated,
	findSubmission,
	listSubmissions,
	move,
	MoveError,
	readContact,
	submit,
	textsOf,
	track,
	withdraw
} from './submissions.ts';

const FES: Actor = { id: 'fes', role: 'delegate', regions: ['MA-03'] };
const SOUSS: Actor = { id: 'souss', role: 'delegate', regions: ['MA-09'] };

let time = Date.parse('2026-11-26T08:00:00Z');
let living: LivingStore;
beforeEach(async () => {
	time = Date.parse('2026-11-26T08:00:00Z');
	living = await openLiving(':memory:', () => new Date(time));
});
afterEach(() => living.close());

const account = async (email = 'a@example.org'): Promise<Account> => {
	const { id } = await createAccount(living, null, { email, name: 'A', role: 'administrator', regions: [] });
	return (await findAccount(living, id))!;
};
const idea = (region: string) =>
	submit(
		living,
		null,
		{
			kind: 'idea',
			region,
			province: null,
			commune: null,
			chain: null,
			language: 'ar',
			channel: 'web',
			meeting: null,
			contact: { name: 'فاطمة', phone: '0600000000', email: null },
			texts: { pitch: 'تعاونية للعسل' }
		},
		async () => {}
	);

describe('the log', () => {
	it('holds a row for every change, each with the hash of the one before it', async () => {
		await account('a@example.org');
		await account('b@example.org');
		expect(await verifyChain(living)).toMatchObject({ rows: 2, brokenAt: null });
		const [last, first] = await readAudit(living, { limit: 10 });
		expect(last!.previous).toBe(first!.hash);
	});

	it.each([
		['a row is changed', `update audit set actor = 'x' where seq = 2`, 2],
		['a row is taken out', 'delete from audit where seq = 2', 2],
		['the end is cut off', 'delete from audit where seq = 3', 3]
	])('says where the chain breaks when %s', async (_, statement, brokenAt) => {
		for (const email of ['a@x.org', 'b@x.org', 'c@x.org']) await account(email);
		const { sql } = await import('kysely');
		await sql.raw(statement).execute(living.db);
		expect((await verifyChain(living)).brokenAt).toBe(brokenAt);
	});

	it('keeps nothing when the change fails, and no change when it cannot be logged', async () => {
		const failing = change(living, { actor: null, action: 'x.y', subject: '1', region: null }, () => Promise.reject(new Error('no')));
		await expect(failing).rejects.toThrow('no');
		for (const subject of ['فاطمة الزهراء', 'a@b.org', '0612345678', 'Aïcha Benali']) {
			await expect(change(living, { actor: null, action: 'x.y', subject, region: null }, async () => 1)).rejects.toThrow('free text');
		}
		expect((await verifyChain(living)).rows).toBe(0);
	});
});

describe('a session', () => {
	it('is found by its token, and by nothing once it is ended', async () => {
		const token = await startSession(living, await account());
		expect(await resumeSession(living, token)).toMatchObject({ renewed: null, account: { role: 'administrator' } });
		expect(await resumeSession(living, `${token}x`)).toBeNull();
		await endSession(living, token);
		expect(await resumeSession(living, token)).toBeNull();
	});

	it('ends after half an hour of rest and after twelve hours in any case', async () => {
		const token = await startSession(living, await account());
		time += SESSION_RULES.idle + 1;
		expect(await resumeSession(living, token)).toBeNull();
		let other = await startSession(living, await account('b@example.org'));
		for (let awake = 0; awake <= SESSION_RULES.longest; awake += SESSION_RULES.rotate) {
			expect(await resumeSession(living, other)).not.toBeNull();
			time += SESSION_RULES.rotate;
			other = (await resumeSession(living, other))?.renewed ?? other;
		}
		time += SESSION_RULES.rotate;
		expect(await resumeSession(living, other)).toBeNull();
	});

	it('gets a new token every ten minutes, and ends for both when the old one comes back later', async () => {
		const token = await startSession(living, await account());
		time += SESSION_RULES.rotate + 1;
		const { renewed } = (await resumeSession(living, token))!;
		expect(renewed).not.toBeNull();
		expect(await resumeSession(living, token)).toMatchObject({ renewed: null });
		time += SESSION_RULES.overlap + 1;
		expect(await resumeSession(living, token)).toBeNull();
		expect(await resumeSession(living, renewed!)).toBeNull();
	});

	it('ends when its account is switched off, gets another role or another password', async () => {
		const [boss, other] = [await account(), await account('b@example.org')];
		const token = await startSession(living, other);
		await changeRole(living, boss, other.id, 'planner', []);
		expect(await resumeSession(living, token)).toBeNull();
		const again = await startSession(living, other);
		await setActive(living, boss, other.id, false);
		expect(await resumeSession(living, again)).toBeNull();
	});
});

describe('an account', () => {
	it('is refused with what is wrong', async () => {
		const create = (change: object) =>
			createAccount(living, null, { email: 'a@x.org', name: 'A', role: 'delegate', regions: ['MA-03'], ...change });
		await expect(create({ email: 'nobody' })).rejects.toMatchObject({ fault: 'bad-email' });
		await expect(create({ name: ' ' })).rejects.toMatchObject({ fault: 'bad-name' });
		await expect(create({ regions: [] })).rejects.toMatchObject({ fault: 'bad-regions' });
		await create({});
		await expect(create({ email: 'A@X.org ' })).rejects.toMatchObject({ fault: 'email-taken' });
	});

	it('sets its password once per invitation', async () => {
		const { invitation } = await createAccount(living, null, { email: 'a@x.org', name: 'A', role: 'juror', regions: [] });
		expect(await acceptInvitation(living, invitation, 'hash')).toMatchObject({ email: 'a@x.org' });
		expect(await acceptInvitation(living, invitation, 'hash')).toBeNull();
	});

	it('is never the last administrator to go', async () => {
		const only = await account();
		await expect(setActive(living, only, only.id, false)).rejects.toBeInstanceOf(AccountError);
		await expect(changeRole(living, only, only.id, 'planner', [])).rejects.toMatchObject({ fault: 'last-administrator' });
	});
});

describe('what the public sends', () => {
	it('is found by its code alone, and the code is kept nowhere', async () => {
		const { id, code } = await idea('MA-03');
		expect(await track(living, code)).toMatchObject({ submission: { id, status: 'received' }, steps: [{ status: 'received' }] });
		expect(await track(living, '2222-2222-2222')).toBeNull();
		const rows = await living.db.selectFrom('submission').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(code);
	});

	it('is neither listed, read nor moved by the delegate of another region', async () => {
		const { id } = await idea('MA-09');
		expect(await listSubmissions(living, FES, { limit: 10 })).toEqual({ items: [], total: 0 });
		expect(await findSubmission(living, FES, id)).toBeNull();
		expect(await readContact(living, FES, id)).toBeNull();
		expect(await move(living, FES, { id, to: 'screened' })).toBe(false);
		expect((await listSubmissions(living, SOUSS, { limit: 10 })).total).toBe(1);
		expect(await move(living, SOUSS, { id, to: 'screened' })).toBe(true);
	});

	it('moves along its pipeline only, and tells its sender', async () => {
		const { id, code } = await idea('MA-09');
		await expect(move(living, SOUSS, { id, to: 'winner' })).rejects.toBeInstanceOf(MoveError);
		await move(living, SOUSS, { id, to: 'screened', note: 'مرحبا' });
		expect((await track(living, code))!.steps).toMatchObject([{ status: 'received' }, { status: 'screened', note: 'مرحبا' }]);
	});

	it('loses name and words when it is taken back or its time is over', async () => {
		const [one, two] = [await idea('MA-09'), await idea('MA-09')];
		expect(await withdraw(living, one.code)).toBe(true);
		expect(await textsOf(living, one.id)).toEqual({});
		expect(await readContact(living, SOUSS, one.id)).toBeNull();
		expect(await readContact(living, SOUSS, two.id)).toMatchObject({ name: 'فاطمة' });
		time = Date.parse('2028-12-01T00:00:00Z');
		expect(await eraseOutdated(living)).toBe(1);
		expect(await readContact(living, SOUSS, two.id)).toBeNull();
		expect(await verifyChain(living)).toMatchObject({ brokenAt: null });
	});
});

describe('a store of an older version', () => {
	it('is brought to the newest schema from every one before it', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'furas-living-'));
		const names = Object.keys(LIVING_MIGRATIONS);
		for (let count = 1; count <= names.length; count++) {
			const path = join(folder, `${count}.sqlite`);
			const old = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(path) }) });
			await migrate(old, Object.fromEntries(Object.entries(LIVING_MIGRATIONS).slice(0, count)));
			await old.destroy();
			const store = await openLiving(path);
			await createAccount(store, null, { email: 'a@x.org', name: 'A', role: 'juror', regions: [] });
			expect(await verifyChain(store)).toMatchObject({ rows: 1, brokenAt: null });
			await store.close();
		}
		rmSync(folder, { recursive: true });
	});

	it('is refused in one sentence when a newer version has written it', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'furas-living-'));
		const newer = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(join(folder, 'new.sqlite')) }) });
		await migrate(newer, { ...LIVING_MIGRATIONS, '9999-later': { up: async () => {} } });
		await newer.destroy();
		await expect(openLiving(join(folder, 'new.sqlite'))).rejects.toThrow(
			'A newer version has written this database: it knows «9999-later»'
		);
		rmSync(folder, { recursive: true });
	});
});
