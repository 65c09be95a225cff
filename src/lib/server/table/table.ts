import type { Delimiter } from '#lib/core/table/delimiter.ts';
import type { Encoding } from '#lib/core/table/encoding.ts';
import type { Watch } from './watch.ts';

/** One row that is not blank. */
export interface TableRow {
	/** Number of the row as a spreadsheet shows it: 1 is the first of the file, blank ones count. */
	readonly number: number;
	readonly cells: readonly string[];
	/** Columns, from 0, whose value a formula gave: the value kept in the file was taken, nothing was calculated. */
	readonly formulas: readonly number[];
}

/** What is known about a table before its rows are read. */
export interface TableHead {
	readonly kind: 'csv' | 'xlsx';
	/** Null for a workbook, whose parts say it themselves. */
	readonly encoding: Encoding | null;
	readonly delimiter: Delimiter | null;
	/** Name of the sheet that is read; null for a text file. */
	readonly sheet: string | null;
	/** Names of the sheets that are not hidden, in their order; none for a text file. */
	readonly sheets: readonly string[];
}

/** A file that can be read from its start, again and again. */
export interface TableSource extends TableHead {
	/** Rows in batches, in order. Below row `fillAfter` a value merged over several rows is given to each of them; null fills none. */
	read(watch: Watch, fillAfter: number | null): AsyncIterable<readonly TableRow[]>;
}

/** A table with its header found. */
export interface Table extends TableHead {
	/** Without spaces around them; '' where a column has none. */
	readonly headers: readonly string[];
	/** Number of the row the headers stand in; titles above it are passed over. */
	readonly headerRow: number;
	/** The rows below the header: each has a cell for every header, '' where the file has none, and more where it has more. */
	rows(): AsyncIterable<readonly string[]>;
	/** The same rows with their numbers. */
	lines(): AsyncIterable<TableRow>;
}

/** Whether a row says nothing. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
