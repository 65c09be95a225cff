import { setImmediate as turn } from 'node:timers/promises';
import { findDuplicates } from '#lib/core/register/duplicate.ts';
import { change } from '../db/living/audit.ts';
import { identitiesIn, rowsAt, tiesIn, writeRows } from '../db/living/import-rows.ts';
import { identitiesOf, registerNumber } from '../db/living/register.ts';
import type { Bearings } from './bearings.ts';
import type { Job } from './job.ts';
import { createSettle, ENTRY } from './settle.ts';

/** Rows that are examined again and written together. */
const CHUNK = 500;

/** What a row has to do with an earlier row of its file or with the register. */
interface Tie {
	readonly sameAs: string | null;
	readonly resembles: string | null;
}

const FREE: Tie = { sameAs: null, resembles: null };

/**
 * Compares the rows of an import with each other and with the register as it is now, and writes what has changed about them. Returns how many
 * rows ask something they did not ask before.
 */
export async function compare({ living, id, signal }: Job, bearings: Bearings): Promise<number> {
	const number = await registerNumber(living);
	const ties = tiesOf(findDuplicates(await identitiesIn(living, id), await identitiesOf(living)));
	const now = await tiesIn(living, id);
	const moved = [...now].filter(([line, was]) => {
		const tie = ties.get(line) ?? FREE;
		return tie.sameAs !== was.same_as || tie.resembles !== was.resembles;
	});
	const settle = createSettle(id, bearings, living.now().getUTCFullYear());
	let asking = 0;
	for (let start = 0; start < moved.length; start += CHUNK) {
		signal.throwIfAborted();
		const lines = moved.slice(start, start + CHUNK).map(([line]) => line);
		asking += await change(
			living,
			{ actor: null, action: 'import.compare', subject: id, region: null, facts: { rows: lines.length } },
			async (writing) => {
				const rows = await rowsAt({ db: writing }, id, lines);
				const settled = rows.map((row) => {
					const tie = ties.get(row.line) ?? FREE;
					// What was decided about one namesake says nothing about another.
					const { twin: _, ...others } = row.decisions;
					const decisions = tie.resembles === row.resembles ? row.decisions : others;
					return settle({ ...row, ...tie, decisions });
				});
				await writeRows(writing, settled);
				return settled.filter((row, index) => row.ask_twin !== null && rows[index]!.asks.twin === undefined).length;
			}
		);
		await turn();
	}
	await change(living, { actor: null, action: 'import.compared', subject: id, region: null, facts: { number } }, (writing) =>
		writing.updateTable('register_import').set({ compared_with: number }).where('id', '=', id).execute()
	);
	return asking;
}

/** The ties by line. Of several rows that are one entry, the first one is it and the others say it again. */
function tiesOf({ same, alike }: ReturnType<typeof findDuplicates>): Map<number, Tie> {
	const ties = new Map<number, Tie>();
	const holder = new Map<string, string>();
	const inOrder = [...same].sort((a, b) => lineOf(a.id) - lineOf(b.id));
	for (const { id, of } of inOrder) {
		const first = of.startsWith(ENTRY) ? holder.get(of) : undefined;
		if (first === undefined) holder.set(of, id);
		ties.set(lineOf(id), { sameAs: first ?? of, resembles: null });
	}
	for (const { id, of } of [...alike].sort((a, b) => b.score - a.score)) {
		if (!ties.has(lineOf(id))) ties.set(lineOf(id), { sameAs: null, resembles: of });
	}
	return ties;
}

const lineOf = (id: string): number => Number(id.slice('line:'.length));
