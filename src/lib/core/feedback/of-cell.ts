import type { Cell } from '#lib/core/diagnostic/cell.ts';
import type { About } from './about.ts';

/**
 * The value that stands in a cell of the tables, so that it can be disputed; null for a cell that a rule makes from others: who doubts a
 * rank or a median doubts one of the figures in it.
 */
export function aboutOfCell(cell: Cell): About | null {
	const [path = '', column = ''] = cell.split('#');
	const [table = '', ...parts] = path.split('/');
	return Object.hasOwn(TABLES, table) ? TABLES[table]!(parts, column) : null;
}

/** The values of each table; a missing part is undefined. */
const TABLES: Readonly<Record<string, (parts: readonly (string | undefined)[], column: string) => About | null>> = {
	indicators: ([indicator, territory, year]) => (indicator && territory && year ? { kind: 'indicator', indicator, territory, year } : null),
	evidence: ([id]) => (id ? { kind: 'evidence', id } : null),
	counts: ([territory, branch, measure, ...asOf]) =>
		territory && branch && measure ? { kind: 'count', branch, measure, territory, asOf: dated(asOf.join('/')) } : null,
	projects: ([id]) => (id ? { kind: 'project', id } : null),
	scores: ([, chain, territory], column) => (column === 'score' && chain && territory ? { kind: 'score', chain, territory } : null)
};

const dated = (asOf: string): string | null => (asOf === 'undated' ? null : asOf);
