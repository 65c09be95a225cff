import { setImmediate as turn } from 'node:timers/promises';
import { CompiledQuery, sql, type Selectable, type SelectQueryBuilder } from 'kysely';
import type { Actor } from '#lib/core/account/actor.ts';
import { QUESTIONS, ROW_STATES, type Decisions, type ImportCounts, type Question, type RowState } from '#lib/core/import/import.ts';
import type { RegisterField } from '#lib/core/register/field.ts';
import type { RowProblem } from '#lib/core/register/problem.ts';
import { ENTRY_COLUMNS, fieldsOf, type EntryFields } from './entry-columns.ts';
import type { StagedRow } from './schema/register.ts';
import type { Living, LivingTables, Writing } from './schema.ts';

/** The cells of a row by field, in the words of the file; `+` when something stood beyond the last header, `-` names the fields from which something about a person was taken out. */
export type Cells = Readonly<Partial<Record<RegisterField | '+' | '-', string>>>;

/** Something to choose from, with how near it comes, from 0 to 1. */
export interface Choice {
	readonly id: string;
	readonly score: number;
}

/** A row of an import, read and not yet entered. */
export interface ImportedRow extends EntryFields {
	readonly line: number;
	readonly state: RowState;
	readonly cells: Cells;
	readonly decisions: Decisions;
	readonly problems: readonly RowProblem[];
	readonly choices: Readonly<Record<'place' | 'chain', readonly Choice[]>>;
	/** What it asks, by the text that asks it. */
	readonly asks: Readonly<Partial<Record<Question, string>>>;
	/** The entry it will be, and whether that is there already. */
	readonly entry: string;
	readonly known: boolean;
	/** What it says again, and what it resembles: `line:<n>`, `entry:<id>`. */
	readonly sameAs: string | null;
	readonly resembles: string | null;
	/** Whether an answer given to an earlier import was used. */
	readonly recalled: boolean;
}

/** Which rows to list, in the order of the file. */
export interface RowFilter {
	readonly state?: RowState | undefined;
	readonly question?: Question | undefined;
	/** Only rows that ask `question` with this text. */
	readonly text?: string | undefined;
	/** Only rows with something odd about them. */
	readonly odd?: boolean | undefined;
	/** Only rows after this line. */
	readonly after?: number | undefined;
	readonly limit: number;
	readonly offset?: number | undefined;
}

/** Rows that ask the same, answered together. */
export interface Asked {
	readonly text: string;
	readonly rows: number;
	/** The first of them, to show what it is about. */
	readonly line: number;
}

const ASK = { place: 'ask_place', chain: 'ask_chain', point: 'ask_point', twin: 'ask_twin' } as const satisfies Record<Question, string>;

/** States in which a row may ask: what is in error or left out is not asked about, and an unknown chain keeps no row waiting. */
const ASKING: readonly RowState[] = ['ready', 'review'];

/** Columns of a staged row in the order they are written. */
const COLUMNS = [
	'import',
	'line',
	'state',
	'cells',
	'decisions',
	'problems',
	'warnings',
	'candidates',
	'ask_place',
	'ask_chain',
	'ask_point',
	'ask_twin',
	'entry',
	'known',
	'same_as',
	'resembles',
	'recalled',
	...ENTRY_COLUMNS
] as const satisfies readonly (keyof StagedRow)[];

/** Rows a statement writes: a statement with a place for every value of hundreds takes megabytes, which are given back late. */
const ROWS_A_STATEMENT = 20;

/** The statement that writes so many rows: put together once, since that takes longer than to write them. */
const statements = new Map<number, string>();

/** Writes rows of an import, new or again, inside a change. */
export async function writeRows(writing: Writing, rows: readonly StagedRow[]): Promise<void> {
	for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
		const some = rows.slice(start, start + ROWS_A_STATEMENT);
		const statement = statements.get(some.length) ?? statementFor(writing, some.length);
		statements.set(some.length, statement);
		const values = some.flatMap((row) => COLUMNS.map((column) => row[column]));
		await writing.executeQuery(CompiledQuery.raw(statement, values));
	}
}

/** A row with its columns in the order of `COLUMNS`, to write a statement from. */
const ANY_ROW = Object.fromEntries(COLUMNS.map((column) => [column, null])) as unknown as StagedRow;

const statementFor = (writing: Writing, count: number): string =>
	writing
		.insertInto('import_row')
		.values(Array.from({ length: count }, () => ANY_ROW))
		.onConflict((conflict) =>
			conflict
				.columns(['import', 'line'])
				.doUpdateSet((eb) => Object.fromEntries(COLUMNS.slice(2).map((column) => [column, eb.ref(`excluded.${column}`)])))
		)
		.compile().sql;

/** Rows of an import in the regions of `actor`, in the order of the file. */
export async function listRows({ db }: Pick<Living, 'db'>, actor: Actor, id: string, filter: RowFilter): Promise<ImportedRow[]> {
	const rows = await filtered(seen(db.selectFrom('import_row'), actor), id, filter)
		.selectAll()
		.orderBy('line')
		.limit(filter.limit)
		.offset(filter.offset ?? 0)
		.execute();
	return rows.map(parseRow);
}

/** How many rows pass a filter. */
export async function countRows({ db }: Living, actor: Actor, id: string, filter: Omit<RowFilter, 'limit'>): Promise<number> {
	const { rows } = await filtered(seen(db.selectFrom('import_row'), actor), id, filter)
		.select((eb) => eb.fn.countAll<number>().as('rows'))
		.executeTakeFirstOrThrow();
	return rows;
}

/** The row of a line; null when there is none in the regions of `actor`. */
export async function findRow({ db }: Pick<Living, 'db'>, actor: Actor, id: string, line: number): Promise<ImportedRow | null> {
	const row = await seen(db.selectFrom('import_row'), actor)
		.selectAll()
		.where('import', '=', id)
		.where('line', '=', line)
		.executeTakeFirst();
	return row ? parseRow(row) : null;
}

/** The rows of some lines, whoever sees them. */
export async function rowsAt({ db }: Pick<Living, 'db'>, id: string, lines: readonly number[]): Promise<ImportedRow[]> {
	if (lines.length === 0) return [];
	const rows = await db.selectFrom('import_row').selectAll().where('import', '=', id).where('line', 'in', lines).orderBy('line').execute();
	return rows.map(parseRow);
}

/** What rows in the regions of `actor` ask of one kind, by how many ask it. */
export async function listAsked(
	{ db }: Living,
	actor: Actor,
	id: string,
	question: Question,
	{ limit, offset = 0 }: { limit: number; offset?: number | undefined }
): Promise<{ items: Asked[]; total: number }> {
	const column = ASK[question];
	const asking = seen(db.selectFrom('import_row'), actor)
		.where('import', '=', id)
		.where('state', '=', 'review')
		.where(column, 'is not', null);
	const { total } = await asking.select((eb) => eb.fn.count<number>(column).distinct().as('total')).executeTakeFirstOrThrow();
	const items = await asking
		.select((eb) => [`${column} as text` as const, eb.fn.countAll<number>().as('rows'), eb.fn.min<number>('line').as('line')])
		.groupBy(column)
		.orderBy('rows', 'desc')
		.orderBy('line')
		.limit(limit)
		.offset(offset)
		.execute();
	return { items: items.map(({ text, rows, line }) => ({ text: text!, rows, line })), total };
}

/** How many rows in the regions of `actor` stand where, and what they ask. */
export async function countsOf({ db }: Living, actor: Actor, id: string): Promise<ImportCounts> {
	const asking = (question: Question) =>
		sql<number>`sum(case when state in ('ready', 'review') and ${sql.ref(ASK[question])} is not null then 1 else 0 end)`.as(question);
	const rows = await seen(db.selectFrom('import_row'), actor)
		.where('import', '=', id)
		.select((eb) => [
			'state',
			eb.fn.countAll<number>().as('rows'),
			sql<number>`sum(case when warnings > 0 then 1 else 0 end)`.as('odd'),
			eb.fn.sum<number>('known').as('known'),
			eb.fn.sum<number>('recalled').as('recalled'),
			...QUESTIONS.map(asking)
		])
		.groupBy('state')
		.execute();
	const of = (state: RowState) => rows.find((row) => row.state === state);
	const total = (column: 'rows' | 'recalled' | Question): number => rows.reduce((sum, row) => sum + row[column], 0);
	return {
		rows: total('rows'),
		states: Object.fromEntries(ROW_STATES.map((state) => [state, of(state)?.rows ?? 0])) as ImportCounts['states'],
		questions: Object.fromEntries(QUESTIONS.map((question) => [question, total(question)])) as ImportCounts['questions'],
		warnings: of('ready')?.odd ?? 0,
		known: of('ready')?.known ?? 0,
		recalled: total('recalled')
	};
}

/** Rows dropped by one statement: their bytes are overwritten, which takes its time. */
const DROPPED = 4_000;

/** Drops every row of an import inside a change, a step at a time, so that the server goes on answering. */
export async function dropRows(writing: Writing, id: string): Promise<void> {
	const db = writing;
	for (let upTo = await endOfNext({ db }, id, -1, DROPPED); upTo !== null; upTo = await endOfNext({ db }, id, upTo, DROPPED)) {
		await writing.deleteFrom('import_row').where('import', '=', id).where('line', '<=', upTo).execute();
		await turn();
	}
}

/** How many rows of an import there are, whoever sees them. */
export async function rowsKept({ db }: Pick<Living, 'db'>, id: string): Promise<number> {
	const { rows } = await db
		.selectFrom('import_row')
		.where('import', '=', id)
		.select((eb) => eb.fn.countAll<number>().as('rows'))
		.executeTakeFirstOrThrow();
	return rows;
}

/** The line that ends the next `count` rows after `after`; null when there are none. */
export async function endOfNext({ db }: Pick<Living, 'db'>, id: string, after: number, count: number): Promise<number | null> {
	const next = db.selectFrom('import_row').select('line').where('import', '=', id).where('line', '>', after).orderBy('line').limit(count);
	const { last } = await db
		.selectFrom(next.as('next'))
		.select((eb) => eb.fn.max<number | null>('line').as('last'))
		.executeTakeFirstOrThrow();
	return last;
}

/** Answers given before to a kind of question, by text. */
export async function recalledAnswers({ db }: Living, question: 'place' | 'chain'): Promise<Map<string, string>> {
	const rows = await db.selectFrom('register_answer').select(['text', 'answer']).where('question', '=', question).execute();
	return new Map(rows.map(({ text, answer }) => [text, answer]));
}

/** Remembers an answer for the next import that asks the same, inside a change. */
export async function keepAnswer(writing: Writing, at: string, question: 'place' | 'chain', text: string, answer: string): Promise<void> {
	await writing
		.insertInto('register_answer')
		.values({ question, text, answer, updated_at: at })
		.onConflict((conflict) => conflict.columns(['question', 'text']).doUpdateSet({ answer, updated_at: at }))
		.execute();
}

type RowQuery<O> = SelectQueryBuilder<LivingTables, 'import_row', O>;

/** Only rows whose place is in the regions of `actor`; a row without a place is for those who see the nation. */
const seen = <O>(query: RowQuery<O>, { regions }: Actor): RowQuery<O> =>
	regions === 'all' ? query : query.where('import_row.region', 'in', [...regions]);

function filtered<O>(query: RowQuery<O>, id: string, { state, question, text, odd, after }: Omit<RowFilter, 'limit'>): RowQuery<O> {
	let rows = query.where('import', '=', id);
	if (state !== undefined) rows = rows.where('state', '=', state);
	if (question !== undefined) rows = rows.where('state', 'in', ASKING).where(ASK[question], 'is not', null);
	if (question !== undefined && text !== undefined) rows = rows.where(ASK[question], '=', text);
	if (odd) rows = rows.where('warnings', '>', 0);
	if (after !== undefined) rows = rows.where('line', '>', after);
	return rows;
}

function parseRow(row: Selectable<StagedRow>): ImportedRow {
	const asks = QUESTIONS.flatMap((question) => (row[ASK[question]] === null ? [] : [[question, row[ASK[question]]!] as const]));
	return {
		...fieldsOf(row),
		line: row.line,
		state: row.state as RowState,
		cells: JSON.parse(row.cells) as Cells,
		decisions: JSON.parse(row.decisions) as Decisions,
		problems: JSON.parse(row.problems) as RowProblem[],
		choices: JSON.parse(row.candidates) as ImportedRow['choices'],
		asks: Object.fromEntries(asks),
		entry: row.entry,
		known: row.known === 1,
		sameAs: row.same_as,
		resembles: row.resembles,
		recalled: row.recalled === 1
	};
}
