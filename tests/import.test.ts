import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '#lib/core/account/account.ts';
import type { Actor, Role } from '#lib/core/account/actor.ts';
import { findDuplicates, type Identity } from '#lib/core/register/duplicate.ts';
import { fileSentence } from '#lib/i18n/import-words.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { cookieName } from '#lib/server/account/cookie.ts';
import { createPublicLimits } from '#lib/server/account/throttle.ts';
import { createApi } from '#lib/server/api/create.ts';
import type { Api } from '#lib/server/api/deps.ts';
import { createAccount, findAccount } from '#lib/server/db/living/accounts.ts';
import { change, readAudit, verifyChain } from '#lib/server/db/living/audit.ts';
import { UndoRefused } from '#lib/server/db/living/entering.ts';
import { countsOf, findRow, listAsked, listRows } from '#lib/server/db/living/import-rows.ts';
import { identityOf } from '#lib/server/db/living/identities.ts';
import { findImport, ImportConflict, importOf, listImports } from '#lib/server/db/living/imports.ts';
import { openLiving, type LivingStore } from '#lib/server/db/living/open.ts';
import {
	correctEntry,
	findEntry,
	historyOf,
	listEntries,
	registerCounts,
	registerCoverage,
	registerNote
} from '#lib/server/db/living/register.ts';
import { startSession } from '#lib/server/db/living/sessions.ts';
import { bearingsOf, wordsBeside, type Bearings } from '#lib/server/import/bearings.ts';
import { createDesk, type ImportDesk } from '#lib/server/import/desk.ts';
import { readerApart } from '#lib/server/import/reader-apart.ts';
import { openReleases, type Releases } from '#lib/server/release.ts';
import { childrenOf } from '../scripts/process-memory.ts';
import { csvOf, registerOver } from '../scripts/register/synthetic-file.ts';
import { LARGE_FILES } from './hostile/large-files.ts';
import { OTHER_FILES } from './hostile/other-files.ts';
import { SHEET_FILES } from './hostile/sheet-files.ts';
import { TEXT_FILES } from './hostile/text-files.ts';
import { ZIP_FILES } from './hostile/zip-files.ts';

const DATA = process.env.FURAS_DATA ?? 'data/built';
const THIS_YEAR = 2026;
const PLANNER: Actor = { id: 'planner', role: 'planner', regions: 'all' };
const FES: Actor = { id: 'fes', role: 'delegate', regions: ['MA-03'] };
const SOUSS: Actor = { id: 'souss', role: 'delegate', regions: ['MA-09'] };

let releases: Releases;
let bearings: Bearings;
let store: string;
let living: LivingStore;
let desk: ImportDesk;

beforeAll(async () => {
	releases = await openReleases(DATA);
	bearings = await bearingsOf(releases.current, wordsBeside(DATA));
});
afterAll(() => releases.close());

/** A fresh store with its desk, for the tests of a block. */
const fresh = (): void => {
	beforeAll(async () => {
		store = mkdtempSync(join(tmpdir(), 'furas-import-'));
		living = await openLiving(join(store, 'living.sqlite'), () => new Date('2026-11-26T09:00:00Z'));
		desk = createDesk({ living, store, bearings: async () => bearings });
	});
	afterAll(async () => {
		await desk.close();
		await living.close();
		rmSync(store, { recursive: true });
	});
};

const formOf = (content: string | Uint8Array, name = 'register.csv'): FormData => {
	const form = new FormData();
	form.set('file', new Blob([content as BlobPart]), name);
	return form;
};
const asked = (body: BodyInit): Request => new Request('http://localhost/', { method: 'POST', body });

/** Sends, maps as guessed and reads a file; returns the id of its import. */
async function read(content: string | Uint8Array): Promise<string> {
	const sent = await desk.receive(PLANNER, asked(formOf(content)));
	if (!sent.ok) throw new Error(JSON.stringify(sent.fault));
	const { mapping } = await importOf(living, sent.id);
	expect(await desk.map(PLANNER, sent.id, { mapping, asOf: '2026-11-01' })).toEqual({ ok: true });
	await desk.startReading(PLANNER, sent.id);
	await desk.idle();
	return sent.id;
}

async function enter(id: string): Promise<void> {
	await desk.startEntering(PLANNER, id);
	await desk.idle();
}

async function answerAll(id: string): Promise<void> {
	for (const [question, answer] of [
		['place', 'unknown'],
		['chain', 'unknown'],
		['point', 'words'],
		['twin', 'other']
	] as const)
		await desk.decide(PLANNER, id, { question, answer, which: 'all' });
}

const table = (name: 'register_entry' | 'register_seen') =>
	living.db
		.selectFrom(name)
		.selectAll()
		.orderBy('rowid' as never)
		.execute();
const csv = (...rows: readonly string[]): string => ['Numero;Nom;Commune;Province;Activite;Telephone;Gerant', ...rows].join('\n');

describe('a synthetic register of 5,000 rows', () => {
	fresh();
	const register = registerOver('data', { seed: 7, rows: 5_000, thisYear: THIS_YEAR });
	const sown = (kind: string): number => register.truth.filter((row) => row.sown === kind).length;
	let id: string;

	it('is read with every row accounted for', async () => {
		id = await read(csvOf(register));
		const counts = await countsOf(living, PLANNER, id);
		expect((await importOf(living, id)).state).toBe('read');
		expect(counts.rows).toBe(5_000);
		expect(Object.values(counts.states).reduce((sum, rows) => sum + rows)).toBe(5_000);
		expect(counts.states.error).toBe(['noName', 'noPlace', 'badNumber', 'badYear', 'farAway'].reduce((sum, kind) => sum + sown(kind), 0));
		expect(counts.states.repeated).toBe(sown('copyByNumber') + sown('copyByName'));
		expect(counts.questions.chain).toBe(sown('twoTrades'));
		expect(counts.questions.place).toBe(sown('namesake') + sown('misspelt') + sown('wrongProvince'));
		expect(counts.questions.twin).toBeGreaterThanOrEqual(sown('copyAlike'));
	});

	it('is compared province by province exactly as all at once', async () => {
		const rows = await living.db.selectFrom('import_row').selectAll().where('import', '=', id).orderBy('line').execute();
		const compared = rows.filter(({ state }) => state !== 'error' && state !== 'skipped');
		const { same, alike } = findDuplicates(
			compared.map((row): Identity => identityOf(`line:${row.line}`, row)),
			[]
		);
		const lines = (pairs: readonly { readonly id: string; readonly of: string }[]) => pairs.map((pair) => `${pair.id} ${pair.of}`).sort();
		expect(lines(same)).toEqual(
			compared
				.filter((row) => row.same_as)
				.map((row) => `line:${row.line} ${row.same_as}`)
				.sort()
		);
		expect(new Set(alike.map((pair) => pair.id))).toEqual(
			new Set(compared.filter((row) => row.resembles).map((row) => `line:${row.line}`))
		);
	});

	it('keeps no cell of a column of persons, anywhere in the store', async () => {
		const rows = await living.db.selectFrom('import_row').selectAll().where('import', '=', id).execute();
		expect(rows.filter((row) => JSON.stringify(row).includes('0600000000'))).toEqual([]);
		expect(rows.filter(({ problems }) => problems.includes('personal-data'))).toHaveLength(sown('personal'));
	});

	it('enters what is ready, and is undone to the last column', async () => {
		const before = await table('register_entry');
		const { ready } = (await countsOf(living, PLANNER, id)).states;
		await enter(id);
		expect((await importOf(living, id)).entered).toEqual({ added: ready, changed: 0, unchanged: 0 });
		expect((await registerCoverage(living, PLANNER)).entries).toBe(ready);
		await desk.undo(PLANNER, id);
		expect(await table('register_entry')).toEqual(before);
		expect((await importOf(living, id)).state).toBe('undone');
	});

	it('goes back to the review, is answered and enters whole', async () => {
		await desk.reopen(PLANNER, id);
		await answerAll(id);
		const { states } = await countsOf(living, PLANNER, id);
		expect(states.review).toBe(0);
		await enter(id);
		expect((await importOf(living, id)).entered?.added).toBe(states.ready);
		expect(readdirSync(join(store, 'uploads'))).toEqual([]);
	});

	it('counts in every chain and place what its rows are made to be', async () => {
		const territories = await releases.current.bank.territories.list();
		const chains = releases.current.snapshot.chains.map(({ id }) => id);
		const { counts, working, resting, withoutChain } = await registerCounts(living, territories, chains);
		expect(working + resting).toBe((await registerCoverage(living, PLANNER)).entries);
		const nation = Object.values(counts.region).reduce((sum, column) => sum + column.reduce((a, b) => a + b), 0);
		const placed = await listEntries(living, { limit: 1 });
		expect(nation).toBeLessThanOrEqual(placed.total - resting - withoutChain);
		expect(nation).toBeGreaterThan(0.8 * working);
		expect(await registerNote(living)).toEqual({ asOf: '2026-11-01', rows: working });
	});

	it('changes nothing when it is sent once more, and knows every entry', async () => {
		const before = await table('register_entry');
		const again = await read(csvOf(register));
		await answerAll(again);
		const counts = await countsOf(living, PLANNER, again);
		expect(counts.known).toBe(counts.states.ready);
		await enter(again);
		const { added, changed, unchanged } = (await importOf(living, again)).entered!;
		expect([added, changed]).toEqual([0, 0]);
		expect(unchanged).toBe(before.length);
		expect(await table('register_entry')).toEqual(before);
	});

	it('is not undone while a later file rests on it', async () => {
		await expect(desk.undo(PLANNER, id)).rejects.toBeInstanceOf(UndoRefused);
		expect((await importOf(living, id)).state).toBe('committed');
	});

	it('leaves an audit that verifies and tells codes and numbers alone', async () => {
		expect(await verifyChain(living)).toMatchObject({ brokenAt: null });
		const log = JSON.stringify(await readAudit(living, { limit: 1_000 }));
		expect(log).not.toMatch(/SYNTHETIC|Coopérative|register\.csv/);
	});
});

describe('a later file', () => {
	fresh();
	const FIRST = csv(
		'1;Coopérative Tamounte;Tiznit;Tiznit;huile d’argan;0600000001;A. B.',
		'2;Coopérative Annour;Ifrane;Ifrane;pommes;0600000002;C. D.'
	);
	let [first, second] = ['', ''];
	const entryOf = async (number: string) => (await listEntries(living, { limit: 10 })).items.find((entry) => entry.number === number)!;

	it('takes no entry out, adds what is new and changes what it says otherwise', async () => {
		first = await read(FIRST);
		await answerAll(first);
		await enter(first);
		second = await read(['Numero;Nom;Province;Membres', '2;Coopérative Annour;Ifrane;12', '3;Coopérative Nakhla;Errachidia;8'].join('\n'));
		await answerAll(second);
		await enter(second);
		expect((await importOf(living, second)).entered).toEqual({ added: 1, changed: 1, unchanged: 0 });
		expect((await listEntries(living, { limit: 10 })).total).toBe(3);
	});

	it('makes the register no poorer by the columns it lacks', async () => {
		expect(await entryOf('2')).toMatchObject({ members: 12, province: 'MA-IFR', activity: 'pommes' });
		expect((await entryOf('2')).commune).not.toBeNull();
		const { id } = await entryOf('2');
		expect((await historyOf(living, id)).map(({ members }) => members)).toEqual([12, null]);
	});

	it('is undone to the state between the two, and then the first one too', async () => {
		await expect(desk.undo(PLANNER, first)).rejects.toMatchObject({ entries: 1 });
		await desk.undo(PLANNER, second);
		expect((await entryOf('2')).members).toBeNull();
		expect((await listEntries(living, { limit: 10 })).total).toBe(2);
		await desk.undo(PLANNER, first);
		expect(await table('register_entry')).toEqual([]);
		expect(await table('register_seen')).toEqual([]);
	});

	it('is not undone over a correction', async () => {
		const id = await read(FIRST);
		await answerAll(id);
		await enter(id);
		const entry = await entryOf('1');
		const done = { actor: PLANNER, action: 'claim.accept', subject: 'claim-1', region: entry.region };
		const correct = () =>
			change(living, done, (writing, at) => correctEntry(writing, at, { id: entry.id, by: 'claim-1', set: { members: 21 } }));
		expect(await correct()).toBe(true);
		expect(await correct()).toBe(false);
		expect((await findEntry(living, entry.id))!.members).toBe(21);
		await expect(desk.undo(PLANNER, id)).rejects.toBeInstanceOf(UndoRefused);
	});

	it('compares again before it enters when the register has moved on', async () => {
		const late = await read(csv('9;Coopérative Zaytouna;Meknès;Meknès;huile d’olive;;'));
		const quick = await read(csv('9;Coopérative Zaytouna;Meknès;Meknès;huile d’olive;;'));
		for (const id of [quick, late]) {
			await answerAll(id);
			await enter(id);
		}
		expect((await importOf(living, late)).entered).toEqual({ added: 0, changed: 0, unchanged: 1 });
	});

	it('remembers how its columns were used and what was answered', async () => {
		const file = csv(
			'31;Coopérative Un;Ait Melloulx;Inezgane-Aït Melloul;x y z;;',
			'32;Coopérative Deux;Ait Melloulx;Inezgane-Aït Melloul;x y z;;'
		);
		const one = await desk.receive(PLANNER, asked(formOf(file)));
		if (!one.ok) throw new Error(one.fault.kind);
		const { mapping, headers } = await importOf(living, one.id);
		const chosen = mapping.map((use, column) => (headers[column] === 'Activite' ? 'ignored' : use));
		await desk.map(PLANNER, one.id, { mapping: chosen, asOf: '2026-11-01' });
		await desk.startReading(PLANNER, one.id);
		await desk.idle();
		const { items } = await listAsked(living, PLANNER, one.id, 'place', { limit: 10 });
		expect(items).toMatchObject([{ rows: 2, line: 2 }]);
		const { choices } = (await findRow(living, PLANNER, one.id, 2))!;
		await desk.decide(PLANNER, one.id, { question: 'place', answer: choices.place[0]!.id, which: { text: items[0]!.text } });
		expect((await countsOf(living, PLANNER, one.id)).states.ready).toBe(2);
		const two = await desk.receive(PLANNER, asked(formOf(file)));
		if (!two.ok) throw new Error(two.fault.kind);
		expect(await importOf(living, two.id)).toMatchObject({ mapping: chosen, remembered: true });
		await desk.map(PLANNER, two.id, { mapping: chosen, asOf: '2026-11-01' });
		await desk.startReading(PLANNER, two.id);
		await desk.idle();
		expect(await countsOf(living, PLANNER, two.id)).toMatchObject({ recalled: 2, questions: { place: 0 } });
	});
});

describe('the review of a row', () => {
	fresh();
	let id: string;
	beforeAll(async () => {
		id = await read(
			csv(
				'1;Coopérative Tamounte;Tiznit;Tiznit;huile d’argan;;',
				';;Ifrane;Ifrane;pommes;;',
				'3;Coopérative Annour;Ifrane;Ifrane;pommes;;',
				'4;Coopérative Atlas;Zzyzx;Ifrane;pommes;;'
			)
		);
	});

	it('puts an error right by hand, and takes it back out', async () => {
		expect((await findRow(living, PLANNER, id, 3))!.state).toBe('error');
		expect(await desk.fix(PLANNER, id, 3, { name: 'Coopérative Targa' })).toEqual({ ok: true, rows: 1 });
		expect(await findRow(living, PLANNER, id, 3)).toMatchObject({ state: 'ready', name: 'Coopérative Targa' });
		await desk.skip(PLANNER, id, 3, true);
		expect((await findRow(living, PLANNER, id, 3))!.state).toBe('skipped');
		await desk.skip(PLANNER, id, 3, false);
		expect((await findRow(living, PLANNER, id, 3))!.state).toBe('ready');
	});

	it('refuses what is no answer, and a text without end', async () => {
		expect(await desk.decide(PLANNER, id, { question: 'place', answer: 'MA-XXX', which: { line: 5 } })).toEqual({
			ok: false,
			issue: 'no-answer'
		});
		expect(await desk.decide(PLANNER, id, { question: 'chain', answer: 'gold', which: { line: 5 } })).toEqual({
			ok: false,
			issue: 'no-answer'
		});
		expect(await desk.fix(PLANNER, id, 3, { name: 'x'.repeat(501) })).toEqual({ ok: false, issue: 'too-long' });
		expect(await desk.decide(PLANNER, id, { question: 'place', answer: 'unknown', which: { line: 99 } })).toEqual({
			ok: false,
			issue: 'not-there'
		});
	});

	it('asks again what a corrected cell makes void', async () => {
		await desk.decide(PLANNER, id, { question: 'place', answer: 'MA-IFR', which: { line: 5 } });
		expect(await findRow(living, PLANNER, id, 5)).toMatchObject({ state: 'ready', province: 'MA-IFR', commune: null });
		await desk.fix(PLANNER, id, 5, { commune: 'Yyzx' });
		expect((await findRow(living, PLANNER, id, 5))!.state).toBe('review');
	});

	it('enters a doubled entry once', async () => {
		await desk.fix(PLANNER, id, 3, { number: '3', name: 'Coopérative Annour' });
		await enter(id);
		expect((await importOf(living, id)).entered).toMatchObject({ added: 2 });
	});

	it('is over once the file is entered', async () => {
		await expect(desk.skip(PLANNER, id, 2, true)).rejects.toBeInstanceOf(ImportConflict);
		await expect(desk.remove(PLANNER, id)).rejects.toBeInstanceOf(ImportConflict);
	});
});

describe('a delegate', () => {
	fresh();
	let id: string;
	beforeAll(async () => {
		id = await read(
			csv(
				'1;Coopérative Un;Zzyzx;Tiznit;huile d’argan;;',
				'2;Coopérative Deux;Zzyzx;Tiznit;huile d’argan;;',
				'3;Coopérative Trois;Zzyzx;Taounate;x y z;;',
				'4;Coopérative Quatre;Zzyzx;Nulle part;x y z;;'
			)
		);
	});

	it('sees the rows and counts of his regions alone, and none without a place', async () => {
		expect((await listRows(living, FES, id, { limit: 10 })).map(({ line }) => line)).toEqual([4]);
		expect((await listRows(living, SOUSS, id, { limit: 10 })).map(({ line }) => line)).toEqual([2, 3]);
		expect((await countsOf(living, SOUSS, id)).questions.place).toBe(2);
		expect((await listAsked(living, FES, id, 'place', { limit: 10 })).total).toBe(1);
		expect(await findRow(living, FES, id, 2)).toBeNull();
	});

	it('sees no import without a row of his', async () => {
		const elsewhere = { ...FES, regions: ['MA-12'] };
		expect(await findImport(living, elsewhere, id)).toBeNull();
		expect(await listImports(living, elsewhere)).toEqual([]);
		expect(await listImports(living, FES)).toHaveLength(1);
	});

	it('changes no row of another region, one by one or all at once', async () => {
		expect(await desk.decide(FES, id, { question: 'place', answer: 'unknown', which: { line: 2 } })).toMatchObject({ issue: 'not-there' });
		expect(await desk.fix(FES, id, 2, { name: 'x' })).toMatchObject({ issue: 'not-there' });
		expect(await desk.skip(FES, id, 2, true)).toMatchObject({ issue: 'not-there' });
		expect(await desk.decide(FES, id, { question: 'place', answer: 'unknown', which: 'all' })).toEqual({ ok: true, rows: 1 });
		expect((await countsOf(living, SOUSS, id)).questions.place).toBe(2);
	});

	it('moves no row out of his region', async () => {
		expect(await desk.decide(SOUSS, id, { question: 'place', answer: 'MA-TAO', which: { line: 2 } })).toMatchObject({ issue: 'outside' });
		expect(await desk.fix(SOUSS, id, 2, { commune: '', province: 'Taounate' })).toMatchObject({ issue: 'outside' });
	});
});

describe('the 111 named cooperatives, sent as a file', () => {
	fresh();
	it('enter with their 111 rows', async () => {
		const id = await read(readFileSync('data/facts/furas/cooperatives/2026/coop_named.csv'));
		const counts = await countsOf(living, PLANNER, id);
		expect(counts.rows).toBe(111);
		expect(counts.states.error).toBe(0);
		await answerAll(id);
		await enter(id);
		expect((await importOf(living, id)).entered).toEqual({ added: 111, changed: 0, unchanged: 0 });
		expect(await registerCoverage(living, PLANNER)).toMatchObject({ entries: 111, counted: 111 });
	});
});

describe('the end of the process', () => {
	fresh();
	it('leaves an import that can be read again, and no file without one', async () => {
		const id = await read(csv('1;Coopérative Un;Tiznit;Tiznit;argan;;'));
		await living.db.updateTable('register_import').set({ state: 'reading' }).execute();
		const other = await desk.receive(PLANNER, asked(formOf(csv('1;Coopérative Un;Tiznit;Tiznit;argan;;'))));
		if (!other.ok) throw new Error(other.fault.kind);
		await living.db.deleteFrom('register_import').where('id', '=', other.id).execute();
		await desk.recover();
		expect(await importOf(living, id)).toMatchObject({ state: 'broken-off', brokeIn: 'reading' });
		expect(readdirSync(join(store, 'uploads'))).toEqual([id]);
		await desk.startReading(PLANNER, id);
		await desk.idle();
		expect((await importOf(living, id)).state).toBe('read');
	});

	it('keeps rows and answers of what was being entered', async () => {
		await living.db.updateTable('register_import').set({ state: 'committing' }).execute();
		await desk.recover();
		const { id } = (await listImports(living, PLANNER))[0]!;
		await desk.reopen(PLANNER, id);
		await enter(id);
		expect((await importOf(living, id)).state).toBe('committed');
	});
});

describe('a reader in a process of its own', () => {
	fresh();
	const rows = Array.from({ length: 8_000 }, (_, i) => `${i};Coopérative SYNTHETIC ${i};Tiznit;Tiznit;argan;;`);
	let apart: ImportDesk;
	beforeAll(() => {
		apart = createDesk({ living, store, bearings: async () => bearings, reader: readerApart({ data: DATA, store }) });
	});
	const sent = async (content: string): Promise<string> => {
		const taken = await apart.receive(PLANNER, asked(formOf(content)));
		if (!taken.ok) throw new Error(JSON.stringify(taken.fault));
		const { mapping } = await importOf(living, taken.id);
		await apart.map(PLANNER, taken.id, { mapping, asOf: '2026-11-01' });
		return taken.id;
	};
	/** Kills the process that was started for `work` once `isTime`, and ends when the work has. */
	const killing = async <T>(work: Promise<T>, isTime: () => Promise<boolean> = async () => true): Promise<T> => {
		for (;;) {
			const [child] = childrenOf(process.pid).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apart/main.ts'));
			if (child !== undefined && (await isTime())) {
				process.kill(child, 'SIGKILL');
				return work;
			}
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
	};
	const rowsLeft = () => living.db.selectFrom('import_row').select('line').execute();

	it('makes of a file what one in this process makes of it, its faults too', async () => {
		const content = csv(...rows.slice(0, 700), 'x;Sans lieu;;;argan;;', '7;Coopérative Twice;Midelt;Midelt;miel et safran;0600000000;');
		const [here, there] = [await read(content), await sent(content)];
		await apart.startReading(PLANNER, there);
		await apart.idle();
		const told = async (id: string) => (await listRows(living, PLANNER, id, { limit: 1_000 })).map(({ entry: _, ...row }) => row);
		expect((await importOf(living, there)).state).toBe('read');
		expect(await told(there)).toEqual(await told(here));
		expect(await apart.sample(await importOf(living, there))).toEqual(await desk.sample(await importOf(living, here)));
		expect(await apart.receive(PLANNER, asked(formOf('%PDF-1.7')))).toMatchObject({ ok: false, fault: { kind: 'pdf' } });
		await apart.remove(PLANNER, here);
		await apart.remove(PLANNER, there);
	});

	it.skipIf(process.platform !== 'linux')('that is killed while it looks keeps nothing, and its sender is told to try again', async () => {
		const taken = await killing(apart.receive(PLANNER, asked(formOf(csv(...rows)))));
		expect(taken).toEqual({ ok: false, fault: { kind: 'ended-early' } });
		expect(readdirSync(join(store, 'uploads'))).toEqual([]);
		expect(fileSentence(await wordsOf('en'), { kind: 'ended-early' })).toMatch(/try again\.$/);
	});

	it.skipIf(process.platform !== 'linux')('that is killed while it reads leaves an import broken off, which is read again', async () => {
		const id = await sent(csv(...rows));
		await apart.startReading(PLANNER, id);
		await killing(apart.idle(), async () => (await importOf(living, id)).rowsRead > 0);
		const { state, brokeIn, rowsRead } = await importOf(living, id);
		expect([state, brokeIn]).toEqual(['broken-off', 'reading']);
		expect(await rowsLeft()).toHaveLength(rowsRead);
		expect(rowsRead).toBeLessThan(rows.length);
		await apart.startReading(PLANNER, id);
		await apart.idle();
		expect(await importOf(living, id)).toMatchObject({ state: 'read', rowsRead: rows.length });
		expect(await rowsLeft()).toHaveLength(rows.length);
	});

	it.skipIf(process.platform !== 'linux')('that is killed while rows are compared before they enter enters none', async () => {
		const { id } = (await listImports(living, PLANNER))[0]!;
		const { ready } = (await countsOf(living, PLANNER, id)).states;
		await living.db.updateTable('register_import').set({ compared_with: null }).execute();
		await apart.startEntering(PLANNER, id);
		await killing(apart.idle());
		expect(await importOf(living, id)).toMatchObject({ state: 'broken-off', brokeIn: 'committing' });
		expect(await table('register_entry')).toEqual([]);
		await apart.reopen(PLANNER, id);
		await apart.startEntering(PLANNER, id);
		await apart.idle();
		expect(await importOf(living, id)).toMatchObject({ state: 'committed', entered: { added: ready } });
		await apart.undo(PLANNER, id);
		await apart.remove(PLANNER, id);
	});

	it('ends with the desk', async () => {
		const id = await sent(csv(...rows));
		await apart.startReading(PLANNER, id);
		await apart.close();
		expect((await importOf(living, id)).state).toBe('broken-off');
		expect(await verifyChain(living)).toMatchObject({ brokenAt: null });
	});
});

describe('the office over HTTP', () => {
	fresh();
	let api: Api;
	const cookies: Record<string, string> = {};
	const HOST = 'http://localhost';
	const account = async (name: string, role: Role, regions: string[]): Promise<Account> => {
		const { id } = await createAccount(living, null, { email: `${name}@example.org`, name, role, regions });
		return (await findAccount(living, id))!;
	};
	beforeAll(async () => {
		api = createApi({ releases, living, limits: createPublicLimits(), imports: desk });
		for (const [name, role, regions] of [
			['planner', 'planner', []],
			['fes', 'delegate', ['MA-03']],
			['souss', 'delegate', ['MA-09']]
		] as const)
			cookies[name] = `${cookieName(false)}=${await startSession(living, await account(name, role, [...regions]))}`;
	});
	const send = (body: BodyInit, who: string, headers: Record<string, string> = {}) =>
		api.request(`${HOST}/api/v1/office/imports`, {
			method: 'POST',
			headers: { cookie: cookies[who] ?? '', origin: HOST, ...headers },
			body
		});
	const post = (path: string, who: string, body: object = {}) =>
		api.request(`${HOST}/api/v1/office/imports/${path}`, {
			method: 'POST',
			headers: { cookie: cookies[who]!, origin: HOST, 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
	const get = async (path: string, who: string) =>
		(await api.request(`${HOST}/api/v1/office/imports${path}`, { headers: { cookie: cookies[who]! } })).json();

	it('takes a file in from whoever sees the nation, and from nobody else', async () => {
		const file = csv('1;Coopérative Un;Zzyzx;Tiznit;argan;;');
		expect((await send(formOf(file), 'nobody')).status).toBe(401);
		expect((await send(formOf(file), 'fes')).status).toBe(403);
		expect((await send(formOf(file), 'planner', { origin: 'http://evil.example' })).status).toBe(403);
		const sent = await send(formOf(file), 'planner');
		expect(sent.status).toBe(200);
		const { id, mapping, headers } = (await sent.json()) as { id: string; mapping: string[]; headers: string[] };
		expect(mapping[headers.indexOf('Telephone')]).toBe('personal');
		const spied = headers.map((header, column) => (header === 'Telephone' ? 'number' : header === 'Numero' ? 'ignored' : mapping[column]!));
		expect((await post(`${id}/mapping`, 'planner', { mapping: spied, asOf: '2026-11-01' })).status).toBe(422);
		expect((await post(`${id}/mapping`, 'planner', { mapping, asOf: '2026-02-31' })).status).toBe(422);
		expect((await post(`${id}/read`, 'planner')).status).toBe(409);
		expect((await post(`${id}/mapping`, 'planner', { mapping, asOf: '2026-11-01' })).status).toBe(200);
		expect((await post(`${id}/read`, 'planner')).status).toBe(200);
		await desk.idle();
		expect(await get(`/${id}`, 'souss')).toMatchObject({ state: 'read', counts: { rows: 1 } });
		expect((await get('', 'fes')).items).toEqual([]);
		expect((await get(`/${id}/rows`, 'fes')).status).toBe(404);
		expect((await post(`${id}/decisions`, 'fes', { question: 'place', answer: 'unknown', line: 2 })).status).toBe(404);
		expect((await post(`${id}/decisions`, 'souss', { question: 'place', answer: 'unknown', line: 2 })).status).toBe(200);
		expect((await post(`${id}/enter`, 'souss')).status).toBe(403);
	});

	it('says of a file that is cut off, missing or no form what it is, and keeps nothing of it', async () => {
		const boundary = 'x';
		const type = { 'content-type': `multipart/form-data; boundary=${boundary}` };
		const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n`;
		const cut = await send(`${head}Nom;Commune\nA;B`, 'planner', type);
		expect([cut.status, ((await cut.json()) as { detail: string }).detail]).toEqual([
			422,
			'Sending broke off before the end of the file and nothing of it was kept; send it again.'
		]);
		const none = await send(`--${boundary}\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--${boundary}--\r\n`, 'planner', type);
		expect(none.status).toBe(422);
		expect((await send('{}', 'planner', { 'content-type': 'application/json' })).status).toBe(400);
		expect((await send('--', 'planner', { 'content-type': 'multipart/form-data' })).status).toBe(400);
		const large = await send(formOf('Nom;Commune\nA;B'), 'planner', { 'content-length': String(70 * 2 ** 20) });
		expect(large.status).toBe(413);
		expect(readdirSync(join(store, 'uploads')).filter((name) => name.endsWith('.part'))).toEqual([]);
	});

	it('refuses 65 MB while they come, without having them all', async () => {
		const piece = new Uint8Array(2 ** 20).fill(65);
		let sent = 0;
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
				controller.enqueue(sent++ === 0 ? new TextEncoder().encode(head) : piece);
			}
		});
		const request = new Request(`${HOST}/api/v1/office/imports`, {
			method: 'POST',
			headers: { cookie: cookies['planner']!, origin: HOST, 'content-type': 'multipart/form-data; boundary=x' },
			body,
			duplex: 'half'
		} as RequestInit);
		expect((await api.fetch(request)).status).toBe(413);
		expect(sent).toBeLessThan(80);
	});

	const hostile = [...OTHER_FILES, ...TEXT_FILES, ...ZIP_FILES, ...SHEET_FILES, ...LARGE_FILES].filter(
		({ options }) => options === undefined
	);
	it.each(hostile.map((one) => [one.name, one] as const))('answers a file that is %s with what it is', async (_, one) => {
		const before = await importsOf();
		const answer = await send(formOf(one.content()), 'planner');
		const said = (await answer.json()) as { id: string; detail: string; mapping: string[] };
		if (answer.status !== 200) {
			expect('fault' in one.expected).toBe(true);
			expect(answer.status).toBeGreaterThanOrEqual(400);
			expect(answer.status).toBeLessThan(500);
			expect(said.detail).toMatch(/\.$/);
			expect(await importsOf()).toEqual(before);
			return;
		}
		const { id, mapping } = said;
		const mapped = await post(`${id}/mapping`, 'planner', { mapping, asOf: '2026-11-01' });
		expect([200, 422]).toContain(mapped.status);
		if (mapped.status === 200) {
			expect((await post(`${id}/read`, 'planner')).status).toBe(200);
			await desk.idle();
			expect(await get(`/${id}`, 'planner')).toMatchObject({ state: 'fault' in one.expected ? 'refused' : 'read' });
		}
		expect((await post(`${id}/remove`, 'planner')).status).toBe(200);
		expect(await importsOf()).toEqual(before);
	});

	it('refuses what turns out bad after ten thousand good rows, and keeps none of them', async () => {
		const rows = Array.from({ length: 10_000 }, (_, i) => `${i};Coopérative ${i};Tiznit;Tiznit;argan;;`);
		const { id, mapping } = (await (await send(formOf(`${csv(...rows)}\n1;"Coopérative;Tiznit`), 'planner')).json()) as {
			id: string;
			mapping: string[];
		};
		await post(`${id}/mapping`, 'planner', { mapping, asOf: '2026-11-01' });
		await post(`${id}/read`, 'planner');
		await desk.idle();
		expect(await get(`/${id}`, 'planner')).toMatchObject({ state: 'refused', counts: { rows: 0 } });
		expect((await importOf(living, id)).fault).toMatchObject({ kind: 'unbalanced-quote' });
		expect((await post(`${id}/remove`, 'planner')).status).toBe(200);
	});

	/** What is left of imports: their rows in the table, their files. */
	async function importsOf(): Promise<readonly unknown[]> {
		const rows = await living.db
			.selectFrom('import_row')
			.select(({ fn }) => fn.countAll().as('rows'))
			.executeTakeFirstOrThrow();
		return [rows, readdirSync(join(store, 'uploads')), (await listImports(living, PLANNER)).length];
	}
});
