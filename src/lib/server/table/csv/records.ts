import { CsvError, parse } from 'csv-parse';
import type { Delimiter } from '#lib/core/table/delimiter.ts';
import type { TableLimits } from '../limits.ts';
import type { TableRow } from '../table.ts';
import { TableProblem } from '../table-problem.ts';

/** Text in, rows out. Blank rows are counted and left out. */
export interface Records {
	/** The rows that a piece of the text completes. */
	add(text: string): Promise<readonly TableRow[]>;
	/** The rows that the end of the text completes. */
	end(): Promise<readonly TableRow[]>;
	/** How many rows were completed, blank ones too. */
	rows(): number;
	/** Lets go of what is held. */
	close(): void;
}

/** The rows of a delimited text: cells may be quoted, quoted ones may hold line ends; a line ends with LF, CR or both. */
export function createRecords(delimiter: Delimiter, limits: TableLimits): Records {
	let batch: TableRow[] = [];
	let failure: unknown = null;
	// Of the row that is not complete yet: its length so far, and whether it spans lines, which only a quote lets it do.
	let pending = 0;
	let spansLines = false;
	const parser = parse({
		delimiter,
		record_delimiter: ['\r\n', '\n', '\r'],
		relax_column_count: true,
		skip_empty_lines: true,
		on_record(cells: string[], info) {
			const number = info.records + info.empty_lines;
			checkRow(cells, number, limits);
			if (cells.some((cell) => cell !== '')) batch.push({ number, cells, formulas: [] });
			// Rows are taken here; none waits in the stream.
			return null;
		}
	});
	parser.on('error', (error) => (failure = error));
	parser.resume();

	const rows = (): number => parser.info.records + parser.info.empty_lines;
	const taken = (): readonly TableRow[] => {
		if (failure) throw problemOf(failure, rows() + 1);
		const complete = batch;
		batch = [];
		return complete;
	};
	return {
		async add(text) {
			const before = rows();
			parser.write(text);
			// The parser tells of an error after this turn; others get theirs too.
			await new Promise((resolve) => setImmediate(resolve));
			const complete = taken();
			pending = rows() === before ? pending + text.length : 0;
			spansLines = rows() === before && (spansLines || /[\r\n]/.test(text));
			if (pending > limits.rowCharacters) throw endless(rows() + 1, spansLines, limits);
			return complete;
		},
		async end() {
			await new Promise<void>((resolve) => {
				parser.once('finish', resolve).once('error', resolve);
				parser.end();
			});
			return taken();
		},
		rows,
		close: () => void parser.destroy()
	};
}

function checkRow(cells: readonly string[], row: number, limits: TableLimits): void {
	if (cells.length > limits.columns && cells.findLastIndex((cell) => cell !== '') >= limits.columns) {
		throw new TableProblem({ kind: 'too-many-columns', limit: limits.columns, found: cells.length, row });
	}
	const column = cells.findIndex((cell) => cell.length > limits.cellCharacters);
	if (column < 0) return;
	throw new TableProblem({ kind: 'cell-too-long', limit: limits.cellCharacters, found: cells[column]!.length, row, column });
}

/** A row without an end: a quote that nobody closes swallows line after line, anything else is one long line. */
function endless(row: number, spansLines: boolean, limits: TableLimits): TableProblem {
	return new TableProblem(spansLines ? { kind: 'unbalanced-quote', row } : { kind: 'row-too-long', limit: limits.rowCharacters, row });
}

function problemOf(error: unknown, row: number): unknown {
	if (!(error instanceof CsvError)) return error;
	switch (error.code) {
		case 'CSV_QUOTE_NOT_CLOSED':
			return new TableProblem({ kind: 'unbalanced-quote', row }, { cause: error });
		case 'CSV_INVALID_CLOSING_QUOTE':
		case 'INVALID_OPENING_QUOTE':
			return new TableProblem({ kind: 'stray-quote', row }, { cause: error });
		default:
			return error;
	}
}
