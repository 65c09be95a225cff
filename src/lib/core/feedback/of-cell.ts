import type { Cell } from '#lib/core/diagnostic/cell.ts';
import type { About } from './about.ts';

/**
 * The value that stands in a cell of the tables, so that it can be disputed; null for a cell that a rule makes from others: who doubts a
 * rank or a median doubts one of the figures in it.
 */
export function aboutOfCell(cell: Cell): About | null {
	const [path = '', column] = cell.split('#');
	const [table, ...parts] = path.split('/');
	switch (table) {
		case 'indicators':
			return figureOf(parts);
		case 'evidence':
			return parts.length === 1 ? { kind: 'evidence', id: parts[0]! } : null;
		case 'counts':
			return countOf(parts);
		case 'projects':
			return parts.length === 1 ? { kind: 'project', id: parts[0]! } : null;
		case 'scores':
			return column === 'score' && parts.length === 3 ? { kind: 'score', chain: parts[1]!, territory: parts[2]! } : null;
		default:
			return null;
	}
}

function figureOf([indicator, territory, ...year]: readonly string[]): About | null {
	if (indicator === undefined || territory === undefined || year.length === 0) return null;
	return { kind: 'indicator', indicator, territory, year: year.join('/') };
}

function countOf([territory, branch, measure, ...asOf]: readonly string[]): About | null {
	if (territory === undefined || branch === undefined || measure === undefined || asOf.length === 0) return null;
	const date = asOf.join('/');
	return { kind: 'count', branch, measure, territory, asOf: date === 'undated' ? null : date };
}
