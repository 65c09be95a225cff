import { sql } from 'kysely';
import type { Living } from './schema.ts';

/** What the database says of itself when it checks every page and every key: `ok`, or what is wrong. */
export async function integrityOf({ db }: Pick<Living, 'db'>): Promise<string> {
	const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
	const keys = await sql<{ table: string }>`pragma foreign_key_check`.execute(db);
	return [...rows.map((row) => row.integrity_check), ...keys.rows.map(({ table }) => `a row of ${table} belongs to none`)].join('; ');
}
