import { setImmediate as turn } from 'node:timers/promises';
import { isAtWork } from '#lib/core/import/import.ts';
import { findDuplicates, numberKey, type Duplicates } from '#lib/core/register/duplicate.ts';
import { change } from '../db/living/audit.ts';
import { comparedIn, numbersIn, provincesIn, rowsNumbered, type ComparedRow, type Numbered, type Tie } from '../db/living/identities.ts';
import { rowsAt, writeRows } from '../db/living/import-rows.ts';
import { importOf, ImportConflict } from '../db/living/imports.ts';
import { entriesIn, entriesNumbered, numbersOf, registerNumber } from '../db/living/register.ts';
import type { Writing } from '../db/living/schema.ts';
import type { Bearings } from './bearings.ts';
import type { Job } from './job.ts';
import { createSettle, ENTRY, type Settle } from './settle.ts';

/** Rows that are examined again and written together. */
const CHUNK = 500;

const FREE: Tie = { sameAs: null, resembles: null };

/**
 * Compares the rows of an import with each other and with the register as it is now, and writes what has changed about them. One province
 * after another, since namesakes are looked for within one only; numbers that several provinces use come first. Returns how many rows ask
 * something they did not ask before.
 */
export async function compare(job: Job, bearings: Bearings): Promise<number> {
	const { living, id, signal } = job;
	const register = await registerNumber(living);
	const settle = createSettle(id, bearings, living.now().getUTCFullYear());
	const numbers = await sharedNumbers(job);
	const shared =
		numbers.length === 0 ? null : findDuplicates(await rowsNumbered(living, id, numbers), await entriesNumbered(living, numbers));
	const numbered = new Set(numbers.map(numberKey));
	let asking = 0;
	for (const province of await provincesIn(living, id)) {
		signal.throwIfAborted();
		const rows = await comparedIn(living, id, province);
		const found = findDuplicates(
			rows.map(({ identity }) => identity),
			await entriesIn(living, province)
		);
		const ties = tiesOf(merged(found, shared, rows, numbered));
		const moved = rows.filter((row) => {
			const { sameAs, resembles } = ties.get(row.line) ?? FREE;
			return sameAs !== row.sameAs || resembles !== row.resembles;
		});
		asking += await tie(job, settle, moved, ties);
		await turn();
	}
	await change(living, { actor: null, action: 'import.compared', subject: id, region: null, facts: { register } }, async (writing) => {
		await needWork(writing, id);
		await writing.updateTable('register_import').set({ compared_with: register }).where('id', '=', id).execute();
	});
	return asking;
}

/** Throws an ImportConflict when the import was broken off meanwhile: a process that outlives its server by a moment writes nothing more. */
async function needWork(writing: Writing, id: string): Promise<void> {
	const { state } = await importOf({ db: writing }, id);
	if (!isAtWork(state)) throw new ImportConflict(state, 'compared');
}

/** Numbers read at a time. */
const PAGE = 2_000;

/** Numbers that stand in several provinces, or where no province is known, as they are written. */
async function sharedNumbers({ living, id, signal }: Job): Promise<string[]> {
	const provinceOf = new Map<string, string | null>();
	const spread = new Set<string>();
	const spellings = new Set<string>();
	const all = async (note: (found: Numbered, key: string) => void): Promise<void> => {
		for (const read of [numbersOf, (from: typeof living, after: number, limit: number) => numbersIn(from, id, after, limit)]) {
			for (let after = -1; ;) {
				signal.throwIfAborted();
				const page = await read(living, after, PAGE);
				for (const found of page) note(found, numberKey(found.number));
				if (page.length < PAGE) break;
				after = page.at(-1)!.at;
				await turn();
			}
		}
	};
	await all(({ province }, key) => {
		const first = provinceOf.get(key);
		if (first === undefined) provinceOf.set(key, province);
		else if (first !== province) spread.add(key);
	});
	if (spread.size > 0) await all(({ number }, key) => spread.has(key) && spellings.add(number));
	return [...spellings];
}

/** What was found in a province, with what numbers that others use too say instead. */
function merged(found: Duplicates, shared: Duplicates | null, rows: readonly ComparedRow[], numbered: ReadonlySet<string>): Duplicates {
	if (!shared) return found;
	const here = new Set(
		rows.filter(({ identity: { number } }) => number !== null && numbered.has(numberKey(number))).map(({ identity }) => identity.id)
	);
	if (here.size === 0) return found;
	const same = shared.same.filter(({ id, by }) => here.has(id) && by === 'number');
	const settled = new Set(same.map(({ id }) => id));
	const alike = shared.alike.filter(({ id, by }) => here.has(id) && by === 'number');
	const own = found.same.filter(({ id, by }) => !settled.has(id) && !(here.has(id) && by === 'number'));
	const taken = new Set([...settled, ...own.map(({ id }) => id)]);
	return { same: [...same, ...own], alike: [...alike, ...found.alike].filter(({ id, of }) => !taken.has(id) && !taken.has(of)) };
}

/** Writes new ties, a step at a time; returns how many rows ask something new. */
async function tie(
	{ living, id, signal }: Job,
	settle: Settle,
	moved: readonly ComparedRow[],
	ties: ReadonlyMap<number, Tie>
): Promise<number> {
	let asking = 0;
	for (let start = 0; start < moved.length; start += CHUNK) {
		signal.throwIfAborted();
		const lines = moved.slice(start, start + CHUNK).map(({ line }) => line);
		const facts = { rows: lines.length };
		asking += await change(living, { actor: null, action: 'import.compare', subject: id, region: null, facts }, async (writing) => {
			await needWork(writing, id);
			const rows = await rowsAt({ db: writing }, id, lines);
			const settled = rows.map((row) => {
				const found = ties.get(row.line) ?? FREE;
				// What was decided about one namesake says nothing about another.
				const { twin: _, ...others } = row.decisions;
				return settle({ ...row, ...found, decisions: found.resembles === row.resembles ? row.decisions : others });
			});
			await writeRows(writing, settled);
			return settled.filter((row, index) => row.ask_twin !== null && rows[index]!.asks.twin === undefined).length;
		});
		await turn();
	}
	return asking;
}

/** The ties by line. Of several rows that are one entry, the first one is it and the others say it again. */
function tiesOf({ same, alike }: Duplicates): Map<number, Tie> {
	const ties = new Map<number, Tie>();
	const holder = new Map<string, string>();
	for (const { id, of } of same.toSorted((a, b) => lineOf(a.id) - lineOf(b.id))) {
		const first = of.startsWith(ENTRY) ? holder.get(of) : undefined;
		if (first === undefined) holder.set(of, id);
		ties.set(lineOf(id), { sameAs: first ?? of, resembles: null });
	}
	for (const { id, of } of alike.toSorted((a, b) => b.score - a.score)) {
		if (!ties.has(lineOf(id))) ties.set(lineOf(id), { sameAs: null, resembles: of });
	}
	return ties;
}

const lineOf = (id: string): number => Number(id.slice('line:'.length));
