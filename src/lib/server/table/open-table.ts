import { open } from 'node:fs/promises';
import { csvSource } from './csv/csv-source.ts';
import { TITLE_ROWS } from '#lib/core/table/header-row.ts';
import { headerOf } from './header.ts';
import { tableLimits, type TableLimits } from './limits.ts';
import { compoundFault, formatOf } from './recognise.ts';
import { isBlank, type Table, type TableRow, type TableSource } from './table.ts';
import { TableProblem } from './table-problem.ts';
import { createWatch } from './watch.ts';
import { xlsxSource } from './xlsx/xlsx-source.ts';

/** What a caller may ask for beside the file. */
export interface TableOptions {
	readonly limits?: Partial<TableLimits>;
	/** Name of the sheet to read; without it the first one that has something in it. */
	readonly sheet?: string;
}

/**
 * The table that a file of strangers holds, CSV or XLSX, told by its bytes and never by its name. Nothing of it is
 * executed, calculated, fetched or unpacked to disk, and no more of it is held in memory than a batch of rows and the
 * shared texts of a workbook. Throws `TableProblem` when the file is at fault; so do the rows while they are read.
 * Each call of `rows` or `lines` reads the file anew; no handle is open between calls.
 */
export async function openTable(path: string, options: TableOptions = {}): Promise<Table> {
	const limits = tableLimits(options.limits);
	const watch = createWatch(limits.milliseconds);
	const source = await sourceOf(path, limits, options.sheet);
	const first: TableRow[] = [];
	for await (const batch of watch.over(source.read(watch, null))) {
		first.push(...batch);
		if (first.length > TITLE_ROWS) break;
	}
	const { headers, number } = headerOf(first, limits);
	if (!first.some((row) => row.number > number)) throw new TableProblem({ kind: 'no-rows', row: number });
	const lines = (): AsyncIterable<TableRow> => below(source, { headers, number }, limits);
	const { kind, encoding, delimiter, sheet, sheets } = source;
	return { kind, encoding, delimiter, sheet, sheets, headers, headerRow: number, lines, rows: () => cellsOf(lines()) };
}

async function sourceOf(path: string, limits: TableLimits, sheet: string | undefined): Promise<TableSource> {
	const { head, size } = await headOf(path);
	if (size === 0) throw new TableProblem({ kind: 'empty' });
	if (size > limits.fileBytes) throw new TableProblem({ kind: 'too-large', limit: limits.fileBytes, found: size });
	const format = formatOf(head);
	switch (format) {
		case 'text':
			return csvSource(path, limits);
		case 'zip':
			return xlsxSource(path, limits, sheet);
		case 'compound':
			throw new TableProblem({ kind: await compoundFault(path) });
		default:
			throw new TableProblem({ kind: format });
	}
}

async function headOf(path: string): Promise<{ head: Buffer; size: number }> {
	const file = await open(path);
	try {
		const { size } = await file.stat();
		const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
		return { head: buffer.subarray(0, bytesRead), size };
	} finally {
		await file.close();
	}
}

/** The rows under a header, padded to it, as many as are allowed. */
async function* below(
	source: TableSource,
	header: { headers: readonly string[]; number: number },
	limits: TableLimits
): AsyncGenerator<TableRow> {
	const watch = createWatch(limits.milliseconds);
	const width = header.headers.length;
	let count = 0;
	for await (const batch of watch.over(source.read(watch, header.number))) {
		for (const { number, cells, formulas } of batch) {
			if (number <= header.number || isBlank(cells)) continue;
			if (++count > limits.rows) throw new TableProblem({ kind: 'too-many-rows', limit: limits.rows });
			yield { number, cells: fitted(cells, width), formulas };
		}
	}
}

function fitted(cells: readonly string[], width: number): readonly string[] {
	let length = cells.length;
	while (length > width && cells[length - 1] === '') length--;
	if (length === cells.length && length >= width) return cells;
	return Array.from({ length: Math.max(length, width) }, (_, i) => cells[i] ?? '');
}

async function* cellsOf(lines: AsyncIterable<TableRow>): AsyncGenerator<readonly string[]> {
	for await (const { cells } of lines) yield cells;
}
