import type { SelectQueryBuilder } from 'kysely';
import type { Identity } from '#lib/core/register/duplicate.ts';
import type { StagedRow } from './schema/register.ts';
import type { Living, LivingTables } from './schema.ts';

/** What a row has to do with an earlier row of its file or with the register. */
export interface Tie {
	readonly sameAs: string | null;
	readonly resembles: string | null;
}

/** A row as it is compared with others, and what it was found to have to do with them last. */
export interface ComparedRow extends Tie {
	readonly line: number;
	readonly identity: Identity;
}

/** Numbers and provinces, to find numbers that several provinces use. */
export interface Numbered {
	/** Line or version, to go on from. */
	readonly at: number;
	readonly number: string;
	readonly province: string | null;
}

/** Provinces in which rows of an import lie; null for rows without one. */
export async function provincesIn({ db }: Pick<Living, 'db'>, id: string): Promise<(string | null)[]> {
	const rows = await compared(db.selectFrom('import_row'), id).select('province').distinct().orderBy('province').execute();
	return rows.map(({ province }) => province);
}

/** The rows of a province, or those without one, in the order of the file; rows that are left out are not compared. */
export async function comparedIn({ db }: Pick<Living, 'db'>, id: string, province: string | null): Promise<ComparedRow[]> {
	const rows = await compared(db.selectFrom('import_row'), id)
		.select([...IDENTITY, 'line', 'same_as', 'resembles'])
		.where('province', 'is', province)
		.orderBy('line')
		.execute();
	return rows.map((row) => ({
		line: row.line,
		identity: identityOf(`line:${row.line}`, row),
		sameAs: row.same_as,
		resembles: row.resembles
	}));
}

/** Rows with one of some numbers, as they are written, in the order of the file. */
export async function rowsNumbered({ db }: Pick<Living, 'db'>, id: string, numbers: readonly string[]): Promise<Identity[]> {
	const rows = await compared(db.selectFrom('import_row'), id)
		.select([...IDENTITY, 'line'])
		.where('number', 'in', numbers)
		.orderBy('line')
		.execute();
	return rows.map((row) => identityOf(`line:${row.line}`, row));
}

/** Numbers of some rows after a line, with their provinces, in the order of the file. */
export function numbersIn({ db }: Pick<Living, 'db'>, id: string, after: number, limit: number): Promise<Numbered[]> {
	return compared(db.selectFrom('import_row'), id)
		.select(['line as at', 'number', 'province'])
		.where('number', 'is not', null)
		.$narrowType<{ number: string }>()
		.where('line', '>', after)
		.orderBy('line')
		.limit(limit)
		.execute();
}

type RowQuery<O> = SelectQueryBuilder<LivingTables, 'import_row', O>;

const compared = <O>(query: RowQuery<O>, id: string): RowQuery<O> =>
	query.where('import', '=', id).where('state', 'not in', ['error', 'skipped']);

/** Columns by which cooperatives are told apart. */
export const IDENTITY = ['number', 'name', 'name_ar', 'name_fr', 'commune', 'province', 'year'] as const;

/** What tells a cooperative apart, under an id that says where it stands. */
export function identityOf(id: string, row: Pick<StagedRow, (typeof IDENTITY)[number]>): Identity {
	const names = [...new Set([row.name, row.name_ar, row.name_fr])].filter((name) => name !== null);
	return { id, number: row.number, names, commune: row.commune, province: row.province, year: row.year };
}
