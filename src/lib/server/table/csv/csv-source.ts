import { open } from 'node:fs/promises';
import { delimiterOf, type Delimiter } from '#lib/core/table/delimiter.ts';
import type { Encoding } from '#lib/core/table/encoding.ts';
import type { TableLimits } from '../limits.ts';
import { piecesOf } from '../pieces.ts';
import { markupFault } from '../recognise.ts';
import type { TableRow, TableSource } from '../table.ts';
import { TableProblem } from '../table-problem.ts';
import { createWatch, type Watch } from '../watch.ts';
import { encodingOf } from './encoding.ts';
import { createRecords } from './records.ts';

/** What is looked at before anything is read. */
const HEAD_BYTES = 64 * 1024;
/** What is read in one turn: four thousand of the shortest rows, some ten milliseconds. */
const PIECE_BYTES = 16 * 1024;

/** A text file with a table in it. Throws a `TableProblem` when it is none. */
export async function csvSource(path: string, limits: TableLimits): Promise<TableSource> {
	const encoding = await encodingOf(path, createWatch(limits.milliseconds));
	const start = await startOf(path, encoding);
	if (start.trim() === '') throw new TableProblem({ kind: 'empty' });
	const markup = markupFault(start);
	if (markup) throw new TableProblem({ kind: markup });
	const delimiter = delimiterOf(start);
	if (!delimiter) {
		if (start.length > limits.cellCharacters && !/[\r\n]/.test(start))
			throw new TableProblem({ kind: 'cell-too-long', limit: limits.cellCharacters });
		throw new TableProblem({ kind: 'not-a-table' });
	}
	const read = (watch: Watch): AsyncIterable<readonly TableRow[]> => batches(path, { encoding, delimiter }, limits, watch);
	return { kind: 'csv', encoding, delimiter, sheet: null, sheets: [], read };
}

async function startOf(path: string, encoding: Encoding): Promise<string> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
		// The last letter may be cut here; the whole file was checked before.
		return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead), { stream: true });
	} finally {
		await file.close();
	}
}

async function* batches(
	path: string,
	{ encoding, delimiter }: { encoding: Encoding; delimiter: Delimiter },
	limits: TableLimits,
	watch: Watch
): AsyncGenerator<readonly TableRow[]> {
	const text = createText(encoding);
	const records = createRecords(delimiter, limits);
	try {
		for await (const piece of piecesOf(path, PIECE_BYTES)) {
			watch.check();
			yield await records.add(text(piece, records.rows()));
		}
		yield await records.add(text(null, records.rows()));
		yield await records.end();
	} finally {
		records.close();
	}
}

/** Bytes to letters, piece by piece; null ends them. What no text holds, half a letter of UTF-16 or a NUL, is a problem of its row. */
function createText(encoding: Encoding): (piece: Buffer | null, rowsBefore: number) => string {
	const decoder = new TextDecoder(encoding, { fatal: true });
	return (piece, rowsBefore) => {
		try {
			const text = piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
			if (!text.includes('\0')) return text;
		} catch (cause) {
			if (!(cause instanceof TypeError)) throw cause;
		}
		const [before = ''] = new TextDecoder(encoding).decode(piece ?? Buffer.alloc(0)).split(/[\0\ufffd]/, 1);
		throw new TableProblem({ kind: 'bad-encoding', row: rowsBefore + before.split(/\r\n|[\r\n]/).length });
	};
}
