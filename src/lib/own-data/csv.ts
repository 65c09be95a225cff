import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { cellText } from '#lib/core/own/cell.ts';
import { columnsOfRows } from '#lib/core/own/columns.ts';
import { OWN_LIMITS } from '#lib/core/own/limits.ts';
import type { ReadTable } from '#lib/core/own/own-table.ts';
import { OwnRefused } from '#lib/core/own/refusal.ts';
import { TITLE_ROWS } from '#lib/core/table/header-row.ts';
import { delimiterOf } from '#lib/core/table/delimiter.ts';
import { decoded } from './text.ts';

/** So much of the text tells what stands between its cells. */
const HEAD = 64 * 1024;
/** A row without an end: a quote that nobody closes swallows line after line. */
const LONGEST_ROW = 1_000_000;

/** The table of a text file. Throws when it is none. */
export function readCsv(bytes: Uint8Array): ReadTable {
	const { text, encoding } = decoded(bytes);
	if (text.trim() === '') throw new OwnRefused('empty');
	const delimiter = delimiterOf(text.slice(0, HEAD));
	if (!delimiter) throw new OwnRefused('not-a-table');
	const rows = rowsOf(text, delimiter);
	const { columns, rows: count, notes } = columnsOfRows(rows.map((row) => row.map(cellText)));
	return {
		format: 'csv',
		part: '',
		parts: [],
		columns,
		rows: count,
		shapes: null,
		notes: encoding === 'utf-8' ? notes : [{ kind: 'encoding', encoding }, ...notes]
	};
}

function rowsOf(text: string, delimiter: string): readonly string[][] {
	try {
		const rows = parse(text, {
			delimiter,
			record_delimiter: ['\r\n', '\n', '\r'],
			relax_column_count: true,
			skip_empty_lines: true,
			max_record_size: LONGEST_ROW,
			to: OWN_LIMITS.rows + TITLE_ROWS + 1
		});
		return rows;
	} catch (cause) {
		if (!(cause instanceof CsvError)) throw cause;
		const row = typeof cause.lines === 'number' ? cause.lines : undefined;
		throw new OwnRefused('unbalanced-quote', row === undefined ? {} : { row }, { cause });
	}
}
