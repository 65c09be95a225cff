import { setImmediate as turn } from 'node:timers/promises';
import { covers, type Actor } from '#lib/core/account/actor.ts';
import { UNKNOWN, type Decisions, type Question } from '#lib/core/import/import.ts';
import { LONGEST_TEXT } from '#lib/core/register/clean-text.ts';
import { REGISTER_FIELDS, type RegisterField } from '#lib/core/register/field.ts';
import { change } from '../db/living/audit.ts';
import { findRow, keepAnswer, listRows, writeRows, type ImportedRow, type RowFilter } from '../db/living/import-rows.ts';
import { noteImport } from '../db/living/imports.ts';
import type { Living, Writing } from '../db/living/schema.ts';
import type { Bearings } from './bearings.ts';
import { createSettle, isPlaceable, withoutPersons, type UnsettledRow } from './settle.ts';

/** Which rows an answer is for: one, all that ask the same text, or all that ask the same kind of thing. */
export type Which = { readonly line: number } | { readonly text: string } | 'all';

/** An answer to a question. */
export interface Answer {
	readonly question: Question;
	/** A code or an id, `unknown`, or what `Decisions` allows. */
	readonly answer: string;
	readonly which: Which;
}

/** Why something is not written: no such row that he sees, no such answer, a place that is not his, a text that is too long. */
export type ReviewIssue = 'not-there' | 'no-answer' | 'outside' | 'too-long';
export type Reviewed = { readonly ok: true; readonly rows: number } | { readonly ok: false; readonly issue: ReviewIssue };

/** Somebody who reviews the rows of an import. */
export interface Review {
	readonly living: Living;
	readonly actor: Actor;
	readonly id: string;
	readonly bearings: Bearings;
}

/** Rows answered together in one statement. */
const CHUNK = 500;

/** Answers a question of rows that the actor sees. Throws an ImportConflict when the import is not being reviewed. */
export async function decide(review: Review, given: Answer): Promise<Reviewed> {
	const { actor, bearings } = review;
	const issue = issueOf(given, actor, bearings);
	if (issue) return { ok: false, issue };
	const rows = await revise(review, `import.decide-${given.question}`, { answer: given.answer }, async (write, writing, at) => {
		const text = typeof given.which === 'object' && 'text' in given.which ? given.which.text : undefined;
		if (text !== undefined && (given.question === 'place' || given.question === 'chain'))
			await keepAnswer(writing, at, given.question, text, given.answer);
		return write(given, (decisions) => ({ ...decisions, [given.question]: given.answer }));
	});
	return rows === 0 ? { ok: false, issue: 'not-there' } : { ok: true, rows };
}

/** Leaves a row out, or takes it in again. */
export async function skip(review: Review, line: number, skipped: boolean): Promise<Reviewed> {
	const rows = await revise(review, skipped ? 'import.skip' : 'import.take', { line }, (write) =>
		write({ which: { line } }, ({ skipped: _, ...decisions }) => (skipped ? { ...decisions, skipped: true } : decisions))
	);
	return rows === 0 ? { ok: false, issue: 'not-there' } : { ok: true, rows };
}

/** Decisions that a cell put right makes void. */
const VOID: Readonly<Partial<Record<RegisterField, keyof Decisions>>> = {
	communeCode: 'place',
	commune: 'place',
	province: 'place',
	region: 'place',
	branch: 'chain',
	activity: 'chain',
	lat: 'point',
	lon: 'point',
	position: 'point'
};

/** Puts cells of a row right by hand; what was decided about them is asked again. */
export async function fix(review: Review, line: number, cells: Readonly<Partial<Record<RegisterField, string>>>): Promise<Reviewed> {
	const { living, actor, id } = review;
	const found = await findRow(living, actor, id, line);
	if (!found) return { ok: false, issue: 'not-there' };
	const changed = REGISTER_FIELDS.filter(
		(field) => cells[field] !== undefined && cells[field].trim() !== (found.cells[field] ?? '').trim()
	);
	if (changed.some((field) => cells[field]!.length > LONGEST_TEXT)) return { ok: false, issue: 'too-long' };
	if (changed.length === 0) return { ok: true, rows: 0 };
	const put = Object.fromEntries(changed.map((field) => [field, cells[field]!.trim()]));
	const none = new Set<string>(changed.flatMap((field) => VOID[field] ?? []));
	const decisions = Object.fromEntries(Object.entries(found.decisions).filter(([decision]) => !none.has(decision))) as Decisions;
	const right = settledBy(review)({ ...found, cells: withoutPersons({ ...found.cells, ...put }), decisions });
	if (!covers(actor, right.region)) return { ok: false, issue: 'outside' };
	await change(
		living,
		{ actor, action: 'import.fix', subject: id, region: right.region, facts: { line, cells: changed.length } },
		async (writing, at) => {
			await noteImport(writing, at, id, 'read', { compared_with: null });
			await writeRows(writing, [right]);
		}
	);
	return { ok: true, rows: 1 };
}

const settledBy = ({ living, id, bearings }: Review) => createSettle(id, bearings, living.now().getUTCFullYear());

/** Answers that are no code. */
const WORDS = { point: ['words', 'point'], twin: ['same', 'other'] } as const satisfies Partial<Record<Question, readonly string[]>>;

function issueOf({ question, answer, which }: Answer, actor: Actor, bearings: Bearings): ReviewIssue | null {
	if (question === 'point' || question === 'twin') return WORDS[question].some((word) => word === answer) ? null : 'no-answer';
	if (answer === UNKNOWN) return null;
	// No one place and no one chain is right for everything that is left.
	if (which === 'all') return 'no-answer';
	return question === 'chain' ? chainIssue(answer, bearings) : placeIssue(answer, actor, bearings);
}

const chainIssue = (chain: string, { branchOf }: Bearings): ReviewIssue | null => (branchOf.has(chain) ? null : 'no-answer');

function placeIssue(code: string, actor: Actor, bearings: Bearings): ReviewIssue | null {
	if (!isPlaceable(bearings, code)) return 'no-answer';
	return covers(actor, regionOf(code, bearings)) ? null : 'outside';
}

const regionOf = (code: string, { places }: Bearings): string | null =>
	places.scopes.regionOf.get(places.provinceOf.get(code) ?? code) ?? null;

type Write = (
	asked: { readonly which: Which; readonly question?: Question },
	decided: (decisions: Decisions) => Decisions
) => Promise<number>;

/** Changes what was decided about rows, in one transaction; returns how many there were. */
function revise(
	review: Review,
	action: string,
	facts: Readonly<Record<string, string | number>>,
	work: (write: Write, writing: Writing, at: string) => Promise<number>
): Promise<number> {
	const { living, actor, id } = review;
	const settle = settledBy(review);
	return change(
		living,
		(rows: number) => ({ actor, action, subject: id, region: null, facts: { ...facts, rows } }),
		async (writing, at) => {
			// Whatever moves a row may make it the double of another.
			await noteImport(writing, at, id, 'read', { compared_with: null });
			const write: Write = async ({ which, question }, decided) => {
				let written = 0;
				for await (const rows of pages(writing, review, which, question)) {
					const settled = rows.map((row) => settle({ ...row, decisions: decided(row.decisions) } satisfies UnsettledRow));
					await writeRows(writing, settled);
					written += rows.length;
				}
				return written;
			};
			return work(write, writing, at);
		}
	);
}

/** The rows an answer is for, of those the actor sees, page by page. */
async function* pages(
	writing: Writing,
	{ actor, id }: Review,
	which: Which,
	question: Question | undefined
): AsyncGenerator<ImportedRow[]> {
	if (typeof which === 'object' && 'line' in which) {
		const row = await findRow({ db: writing }, actor, id, which.line);
		if (row) yield [row];
		return;
	}
	const filter: RowFilter = { question, text: which === 'all' ? undefined : which.text, limit: CHUNK };
	for (let after = 0; ;) {
		const rows = await listRows({ db: writing }, actor, id, { ...filter, after });
		if (rows.length > 0) yield rows;
		if (rows.length < CHUNK) return;
		after = rows.at(-1)!.line;
		await turn();
	}
}
