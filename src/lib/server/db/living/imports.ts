import { createHash } from 'node:crypto';
import type { Selectable, SelectQueryBuilder, Updateable } from 'kysely';
import type { Actor } from '#lib/core/account/actor.ts';
import { isRemovable, mayBecome, type ImportState } from '#lib/core/import/import.ts';
import type { RememberedMapping } from '#lib/core/register/columns.ts';
import type { Mapping } from '#lib/core/register/field.ts';
import { change } from './audit.ts';
import type { ImportRow } from './schema/register.ts';
import type { Living, LivingTables, Writing } from './schema.ts';

/** One upload of the register and where it stands. */
export interface Import {
	readonly id: string;
	readonly state: ImportState;
	/** Name of the file as it came, and its size. */
	readonly file: string;
	readonly bytes: number;
	readonly kind: 'csv' | 'xlsx';
	readonly sheet: string | null;
	readonly headers: readonly string[];
	readonly mapping: Mapping;
	/** Whether the mapping is the one of an earlier file of the same shape. */
	readonly remembered: boolean;
	/** ISO date of the register. */
	readonly asOf: string;
	readonly rowsRead: number;
	/** About how many rows the file has; null when it cannot be told. */
	readonly rowsAbout: number | null;
	/** Number of the register that the rows were last compared with; null when they have to be compared again. */
	readonly comparedWith: number | null;
	/** State it was in when it broke off; null otherwise. */
	readonly brokeIn: ImportState | null;
	/** Why its file was refused, as the reader of tables told it; null otherwise. */
	readonly fault: unknown;
	/** Number of the register after it was entered; null while it is not in it. */
	readonly enteredAs: number | null;
	/** What entering it did: entries added, changed, found as they were; null before. */
	readonly entered: { readonly added: number; readonly changed: number; readonly unchanged: number } | null;
	readonly createdAt: string;
	readonly updatedAt: string;
}

/** What an import begins with. */
export type NewImport = Pick<
	Import,
	'id' | 'file' | 'bytes' | 'kind' | 'sheet' | 'headers' | 'mapping' | 'remembered' | 'asOf' | 'rowsAbout'
>;

/** Thrown when an import cannot go where it is sent, as when a colleague was quicker. */
export class ImportConflict extends Error {
	readonly from: ImportState;
	readonly to: string;

	constructor(from: ImportState, to: string) {
		super(`no move from ${from} to ${to}`);
		this.from = from;
		this.to = to;
	}
}

/** Imports that `actor` has to do with, newest first: all of them, or those with rows in his regions. */
export async function listImports({ db }: Living, actor: Actor, limit = 50): Promise<Import[]> {
	const rows = await seen(db.selectFrom('register_import'), actor)
		.selectAll()
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.limit(limit)
		.execute();
	return rows.map(parseImport);
}

/** The import of an id; null when there is none that `actor` has to do with. */
export async function findImport({ db }: Pick<Living, 'db'>, actor: Actor, id: string): Promise<Import | null> {
	const row = await seen(db.selectFrom('register_import'), actor).selectAll().where('id', '=', id).executeTakeFirst();
	return row ? parseImport(row) : null;
}

/** The import of an id, for the server itself. Throws when there is none. */
export async function importOf({ db }: Pick<Living, 'db'>, id: string): Promise<Import> {
	return parseImport(await db.selectFrom('register_import').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
}

/** Imports in some state, oldest first. */
export async function importsIn({ db }: Living, states: readonly ImportState[]): Promise<Import[]> {
	const rows = await db.selectFrom('register_import').selectAll().where('state', 'in', states).orderBy('created_at').execute();
	return rows.map(parseImport);
}

/** Ids of the imports that stand in the register, without `id`. */
export async function olderEntered({ db }: Living, id: string): Promise<string[]> {
	const rows = await db.selectFrom('register_import').select('id').where('state', '=', 'committed').where('id', '<>', id).execute();
	return rows.map((row) => row.id);
}

/** Keeps what came. */
export async function createImport(living: Living, actor: Actor | null, made: NewImport): Promise<void> {
	const facts = { bytes: made.bytes, kind: made.kind, columns: made.headers.length };
	await change(living, { actor, action: 'import.upload', subject: made.id, region: null, facts }, async (writing, at) => {
		await writing
			.insertInto('register_import')
			.values({
				id: made.id,
				state: 'uploaded',
				file: made.file,
				bytes: made.bytes,
				kind: made.kind,
				sheet: made.sheet,
				headers: JSON.stringify(made.headers),
				mapping: JSON.stringify(made.mapping),
				remembered: made.remembered ? 1 : 0,
				as_of: made.asOf,
				rows_read: 0,
				rows_about: made.rowsAbout,
				created_by: actor?.id ?? null,
				created_at: at,
				updated_at: at
			})
			.execute();
	});
}

/** What is written together with a move. */
export type ImportChange = Updateable<Omit<ImportRow, 'id' | 'state' | 'created_at' | 'created_by'>>;

/** Moves an import on, inside a change. Throws an ImportConflict when it stands somewhere that does not lead there. */
export async function moveImport(writing: Writing, at: string, id: string, to: ImportState, set: ImportChange = {}): Promise<Import> {
	const current = await importOf({ db: writing }, id);
	if (!mayBecome(current.state, to)) throw new ImportConflict(current.state, to);
	await writing
		.updateTable('register_import')
		.set({ ...set, state: to, updated_at: at })
		.where('id', '=', id)
		.execute();
	return current;
}

/** Writes something about an import that does not move it, inside a change; it has to stand in `state`. Throws an ImportConflict otherwise. */
export async function noteImport(writing: Writing, at: string, id: string, state: ImportState, set: ImportChange): Promise<void> {
	const { numUpdatedRows } = await writing
		.updateTable('register_import')
		.set({ ...set, updated_at: at })
		.where('id', '=', id)
		.where('state', '=', state)
		.executeTakeFirstOrThrow();
	if (numUpdatedRows === 0n) throw new ImportConflict((await importOf({ db: writing }, id)).state, state);
}

/** Forgets an import whose rows are gone, inside a change. Throws an ImportConflict while it is at work or in the register. */
export async function forgetImport(writing: Writing, id: string): Promise<void> {
	const { state } = await importOf({ db: writing }, id);
	if (!isRemovable(state)) throw new ImportConflict(state, 'removed');
	await writing.deleteFrom('register_import').where('id', '=', id).execute();
}

/** How the columns of a file with this fingerprint were used last; null when none like it came before. */
export async function recalledMapping({ db }: Living, fingerprint: string): Promise<RememberedMapping | null> {
	const row = await db.selectFrom('register_mapping').select('mapping').where('fingerprint', '=', hashed(fingerprint)).executeTakeFirst();
	return row ? (JSON.parse(row.mapping) as RememberedMapping) : null;
}

/** Remembers how the columns of a file are used, inside a change. */
export async function keepMapping(writing: Writing, at: string, fingerprint: string, mapping: RememberedMapping): Promise<void> {
	const row = { mapping: JSON.stringify(mapping), updated_at: at };
	await writing
		.insertInto('register_mapping')
		.values({ fingerprint: hashed(fingerprint), ...row })
		.onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(row))
		.execute();
}

const hashed = (fingerprint: string): string => createHash('sha256').update(fingerprint).digest('hex');

/** The regions of a delegate meet SQL here for imports, and in import-rows.ts for their rows. */
function seen<O>(
	query: SelectQueryBuilder<LivingTables, 'register_import', O>,
	{ regions }: Actor
): SelectQueryBuilder<LivingTables, 'register_import', O> {
	if (regions === 'all') return query;
	return query.where((eb) =>
		eb.exists(
			eb
				.selectFrom('import_row')
				.select('line')
				.whereRef('import_row.import', '=', 'register_import.id')
				.where('import_row.region', 'in', [...regions])
		)
	);
}

const parseImport = (row: Selectable<ImportRow>): Import => ({
	id: row.id,
	state: row.state as ImportState,
	file: row.file,
	bytes: row.bytes,
	kind: row.kind as Import['kind'],
	sheet: row.sheet,
	headers: JSON.parse(row.headers) as string[],
	mapping: JSON.parse(row.mapping) as Mapping,
	remembered: row.remembered === 1,
	asOf: row.as_of,
	rowsRead: row.rows_read,
	rowsAbout: row.rows_about,
	comparedWith: row.compared_with,
	brokeIn: row.broke_in as ImportState | null,
	fault: row.fault === null ? null : JSON.parse(row.fault),
	enteredAs: row.entered_as,
	entered: row.added === null ? null : { added: row.added, changed: row.changed ?? 0, unchanged: row.unchanged ?? 0 },
	createdAt: row.created_at,
	updatedAt: row.updated_at
});
