import initSqlJs from 'sql.js';
import type { SqlStatement } from '#lib/core/export/sql-statement.ts';

/** The SQLite file that statements make of an empty one. `wasm` is the address of the engine; Node finds it by itself. Throws what SQLite says. */
export async function sqliteFile(statements: readonly SqlStatement[], wasm?: string): Promise<Uint8Array<ArrayBuffer>> {
	const { Database } = await initSqlJs(wasm === undefined ? {} : { locateFile: () => wasm });
	const database = new Database();
	try {
		database.run('BEGIN');
		for (const { sql, rows } of statements) {
			if (rows === undefined) {
				database.run(sql);
				continue;
			}
			const prepared = database.prepare(sql);
			for (const row of rows) prepared.run([...row]);
			prepared.free();
		}
		database.run('COMMIT');
		return new Uint8Array(database.export());
	} finally {
		database.close();
	}
}
