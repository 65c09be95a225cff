import { rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { sql, type Insertable } from 'kysely';
import type { BankRecords } from '#lib/core/release/records.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { connect } from './open.ts';
import { rowsOf } from './rows.ts';
import type { Bank, BankTables } from './schema.ts';

/** SQLite takes at most 32,766 bound values in one statement. */
const MAX_BOUND = 30_000;

/**
 * Writes the bank of a release to a fresh file at `path`, replacing one that is there. The same records and release
 * give the same bytes, so that a rebuild can be compared.
 */
export async function fillBank(path: string, records: BankRecords, release: Release): Promise<void> {
	for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(path + suffix, { force: true });
	const database = new Database(path);
	const bank = connect(database);
	try {
		// A build that dies is started again: nothing here needs to survive a crash, and one plain file needs no WAL beside it.
		database.pragma('journal_mode = MEMORY');
		database.pragma('synchronous = OFF');
		await migrate(bank, MIGRATIONS);
		await insertRecords(bank, records, release);
		await sql`vacuum`.execute(bank);
	} finally {
		await bank.destroy();
	}
}

/** Inserts everything in one transaction into a bank at the newest schema that is still empty. */
export async function insertRecords(bank: Bank, records: BankRecords, release: Release): Promise<void> {
	const rows = rowsOf(records);
	await bank.transaction().execute(async (transaction) => {
		await insertAll(transaction, 'release', [{ ...release }]);
		for (const table of Object.keys(rows) as (keyof typeof rows)[]) await insertAll(transaction, table, rows[table]);
		// The migrator stamps the time of the build, which would make every build a different file.
		await sql`update kysely_migration set timestamp = ${release.date}`.execute(transaction);
	});
}

async function insertAll<T extends keyof BankTables>(bank: Bank, table: T, rows: readonly BankTables[T][]): Promise<void> {
	if (rows.length === 0) return;
	const size = Math.floor(MAX_BOUND / Object.keys(rows[0]!).length);
	for (let from = 0; from < rows.length; from += size) {
		const part = rows.slice(from, from + size) as Insertable<BankTables[T]>[];
		await bank
			.insertInto(table)
			.values(part as never)
			.execute();
	}
}
