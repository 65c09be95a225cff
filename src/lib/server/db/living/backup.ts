import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { verifyChain } from './audit.ts';
import type { LivingTables } from './schema.ts';

/** What a backup says of itself, in `backup.json` beside the copy. */
export interface BackupNote {
	/** ISO instant. */
	readonly at: string;
	/** SHA-256 of the copied database. */
	readonly sha256: string;
	/** Where the audit chain ends: rows and last hash. */
	readonly rows: number;
	readonly head: string;
}

/** Why a backup or a restore is refused; the message is one sentence for the operator. */
export class BackupError extends Error {}

const DATABASE = 'living.sqlite';
const RELEASES = 'releases';
const NOTE = 'backup.json';

/**
 * Copies the living store in the folder `store` into a new folder `into` while it is written to: every change is in the copy whole or not
 * at all. The copy is checked before the folder gets its name, so that a folder of that name is a backup that can be restored. Throws a BackupError.
 */
export async function backUp(store: string, into: string, now: Date): Promise<BackupNote> {
	if (!existsSync(join(store, DATABASE))) throw new BackupError(`There is no living store in ${store}.`);
	if (existsSync(into)) throw new BackupError(`${into} is there already; a backup never overwrites one.`);
	const work = `${into}.part`;
	await rm(work, { recursive: true, force: true });
	await mkdir(work, { recursive: true });
	const source = new Database(join(store, DATABASE), { fileMustExist: true });
	try {
		source.pragma('busy_timeout = 10000');
		await source.backup(join(work, DATABASE));
	} finally {
		source.close();
	}
	if (existsSync(join(store, RELEASES))) await cp(join(store, RELEASES), join(work, RELEASES), { recursive: true });
	const chain = await checked(join(work, DATABASE));
	const note = { at: now.toISOString(), sha256: await sha256(join(work, DATABASE)), ...chain };
	await writeFile(join(work, NOTE), `${JSON.stringify(note, null, '\t')}\n`);
	await synced(join(work, DATABASE));
	await synced(join(work, NOTE));
	await rename(work, into);
	return note;
}

/**
 * Puts the backup in the folder `from` in the place of the living store in `store`; the store that was there is kept beside it under
 * `aside`. Nothing is touched when the backup is damaged or the store is in use. Throws a BackupError.
 */
export async function restore(from: string, store: string, aside: string): Promise<BackupNote> {
	if (!existsSync(join(from, NOTE))) throw new BackupError(`${from} is no backup: it has no ${NOTE}.`);
	const note = JSON.parse(await readFile(join(from, NOTE), 'utf8')) as BackupNote;
	if ((await sha256(join(from, DATABASE))) !== note.sha256)
		throw new BackupError(`${from} is damaged: its database is not the one that was backed up.`);
	const { rows, head } = await checked(join(from, DATABASE));
	if (rows !== note.rows || head !== note.head)
		throw new BackupError(`${from} is damaged: its audit chain does not end where it was noted.`);
	if (existsSync(join(store, DATABASE))) refuseWhenInUse(join(store, DATABASE), store);
	const work = `${store}.restoring`;
	await rm(work, { recursive: true, force: true });
	await mkdir(work, { recursive: true });
	await cp(join(from, DATABASE), join(work, DATABASE));
	if (existsSync(join(from, RELEASES))) await cp(join(from, RELEASES), join(work, RELEASES), { recursive: true });
	await synced(join(work, DATABASE));
	if (existsSync(store)) await rename(store, aside);
	await rename(work, store);
	return note;
}

/** SQLite leaves WAL only when nobody else has the file open: the one question whose answer is sure. */
function refuseWhenInUse(path: string, store: string): void {
	const database = new Database(path);
	try {
		database.pragma('busy_timeout = 0');
		const mode = database.pragma('journal_mode = DELETE', { simple: true });
		if (mode !== 'delete') throw new BackupError(`The store in ${store} is in use: stop the server first.`);
	} catch (error) {
		if (error instanceof BackupError) throw error;
		throw new BackupError(`The store in ${store} is in use or cannot be read: stop the server first.`, { cause: error });
	} finally {
		database.close();
	}
}

/** Where the chain of a copy ends. Throws a BackupError when the copy is not whole. */
async function checked(path: string): Promise<{ rows: number; head: string }> {
	const database = new Database(path, { readonly: true, fileMustExist: true });
	const db = new Kysely<LivingTables>({ dialect: new SqliteDialect({ database }) });
	try {
		const integrity = database.pragma('integrity_check', { simple: true });
		if (integrity !== 'ok') throw new BackupError(`The copy is not whole: ${String(integrity)}.`);
		const { rows, brokenAt, head } = await verifyChain({ db });
		if (brokenAt !== null) throw new BackupError(`The audit chain breaks at row ${brokenAt}.`);
		return { rows, head };
	} finally {
		await db.destroy();
	}
}

async function sha256(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
	return hash.digest('hex');
}

async function synced(path: string): Promise<void> {
	const file = await open(path, 'r+');
	try {
		await file.sync();
	} finally {
		await file.close();
	}
}
