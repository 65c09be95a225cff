import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { migrate } from '../migrate.ts';
import { LIVING_MIGRATIONS } from './migrations/all.ts';
import type { Living, LivingTables } from './schema.ts';

/** The living store as the server holds it. */
export interface LivingStore extends Living {
	close(): Promise<void>;
}

/** How long a writer waits for another process, a reader of files, a backup or a command, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Opens the living store at `path` and brings it to the newest schema; the file and its folder are made when missing. A file that a newer
 * version has written is refused with one sentence. `patience` is how long a writer waits for another process, in milliseconds.
 */
export async function openLiving(path: string, now: () => Date = () => new Date(), patience = PATIENCE): Promise<LivingStore> {
	if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
	const database = new Database(path);
	// FULL, because NORMAL loses acknowledged commits in a power cut.
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	database.pragma('foreign_keys = ON');
	database.pragma(`busy_timeout = ${patience}`);
	// What is deleted is a person's: its bytes are overwritten, not left in a free page.
	database.pragma('secure_delete = ON');
	const db = new Kysely<LivingTables>({ dialect: new SqliteDialect({ database }) });
	try {
		await migrate(db, LIVING_MIGRATIONS);
	} catch (error) {
		await db.destroy();
		throw error;
	}
	return { db, now, close: () => db.destroy() };
}
