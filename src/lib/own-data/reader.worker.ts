import initSqlJs from 'sql.js';
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { OwnRefused } from '#lib/core/own/refusal.ts';
import type { ReadAnswer, ReadOrder } from './protocol.ts';
import { readOwn } from './read.ts';

/** SQLite from our own files; a worker may compile it, a page under our content policy may not. */
const openSqlite = async (): ReturnType<typeof initSqlJs> => initSqlJs({ wasmBinary: await (await fetch(wasmUrl)).arrayBuffer() });

async function answer({ file, name, part }: ReadOrder): Promise<ReadAnswer> {
	try {
		const table = await readOwn(new Uint8Array(await file.arrayBuffer()), { name, part, openSqlite });
		return { ok: true, table };
	} catch (error) {
		if (error instanceof OwnRefused) return { ok: false, refusal: error.refusal };
		console.warn(error);
		return { ok: false, refusal: { kind: 'damaged' } };
	}
}

addEventListener('message', ({ data }: MessageEvent<ReadOrder>) => void answer(data).then((said) => postMessage(said)));
