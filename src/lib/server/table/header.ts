import type { TableLimits } from './limits.ts';
import { isBlank, type TableRow } from './table.ts';
import { TableProblem } from './table-problem.ts';

/** So many rows at the start may be titles. */
export const TITLE_ROWS = 20;

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/** A number, a date or a time, in any digits. */
const isValue = (cell: string): boolean => /^[\s\d٠-٩.,:/+\-T]+$/.test(cell) && /[\d٠-٩]/.test(cell);

/** Two headers that a reader would take for one. */
const sameAs = (header: string): string =>
	header
		.normalize('NFKC')
		.replaceAll(/\p{Cf}/gu, '')
		.replaceAll(/\s+/g, ' ')
		.trim()
		.toLowerCase();

/** The headers of a table and the row they stand in. */
export interface Header {
	readonly headers: readonly string[];
	readonly number: number;
}

/**
 * The header among the first rows of a file: the first one that fills at least two cells and half as many as the widest
 * of them; what is above it are titles. Throws when there is none, when it is a row of values, or names two columns alike.
 */
export function headerOf(first: readonly TableRow[], limits: TableLimits): Header {
	const candidates = first.slice(0, TITLE_ROWS);
	if (candidates.every(({ cells }) => isBlank(cells))) throw new TableProblem({ kind: 'empty' });
	const widest = Math.max(...candidates.map(({ cells }) => filled(cells)));
	const row = candidates.find(({ cells }) => filled(cells) >= Math.max(2, widest / 2));
	if (!row) throw new TableProblem({ kind: 'not-a-table' });
	const headers = row.cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim());
	while (headers.at(-1) === '') headers.pop();
	if (headers.length > limits.columns) {
		throw new TableProblem({ kind: 'too-many-columns', limit: limits.columns, found: headers.length, row: row.number });
	}
	const names = headers.filter((header) => header !== '');
	if (names.filter(isValue).length * 2 >= names.length) {
		throw new TableProblem({ kind: 'no-header', row: row.number, text: names.find(isValue)! });
	}
	const seen = new Set<string>();
	headers.forEach((header, column) => {
		if (header === '') return;
		if (seen.has(sameAs(header))) throw new TableProblem({ kind: 'duplicate-header', row: row.number, column, text: header });
		seen.add(sameAs(header));
	});
	return { headers, number: row.number };
}
