import { headerRow, isValue, sameHeader, TITLE_ROWS } from '#lib/core/table/header-row.ts';
import type { TableLimits } from './limits.ts';
import { isBlank, type TableRow } from './table.ts';
import { TableProblem } from './table-problem.ts';

/** The headers of a table and the row they stand in. */
export interface Header {
	readonly headers: readonly string[];
	readonly number: number;
}

/**
 * The header among the first rows of a file (`headerRow`). Throws when there is none, when it is a row of values, or names two columns
 * alike.
 */
export function headerOf(first: readonly TableRow[], limits: TableLimits): Header {
	const candidates = first.slice(0, TITLE_ROWS);
	if (candidates.every(({ cells }) => isBlank(cells))) throw new TableProblem({ kind: 'empty' });
	const row = candidates[headerRow(candidates.map(({ cells }) => cells))];
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
		if (seen.has(sameHeader(header))) throw new TableProblem({ kind: 'duplicate-header', row: row.number, column, text: header });
		seen.add(sameHeader(header));
	});
	return { headers, number: row.number };
}
