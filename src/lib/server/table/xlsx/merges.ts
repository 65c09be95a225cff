import type { TableLimits } from '../limits.ts';
import { TableProblem } from '../table-problem.ts';
import { addressOf } from './address.ts';

/** Cells of one column that show one value over several rows. */
export interface Merge {
	readonly column: number;
	readonly first: number;
	readonly last: number;
}

const MERGE = /<(?:\w{1,10}:)?mergeCell\s[^>]{0,100}?ref="([^":]{1,10}):([^":]{1,10})"/g;
/** Longest piece of a tag that one chunk may leave to the next. */
const CARRY = 150;

/**
 * Ranges merged over several rows, by first row. They stand behind the cells, so a sheet is looked through once before it
 * is read; only the tags are looked for, which inside a cell would be escaped.
 */
export async function mergesOf(chunks: AsyncIterable<Buffer>, limits: TableLimits): Promise<readonly Merge[]> {
	const merges: Merge[] = [];
	let carry = '';
	for await (const chunk of chunks) {
		const seam = carry + chunk.subarray(0, CARRY).toString('latin1');
		if (!chunk.includes('mergeCell') && !seam.includes('mergeCell')) {
			carry = chunk.subarray(-CARRY).toString('latin1');
			continue;
		}
		const text = carry + chunk.toString('latin1');
		let end = 0;
		for (const match of text.matchAll(MERGE)) {
			end = match.index + match[0].length;
			const [from, to] = [addressOf(match[1]!), addressOf(match[2]!)];
			if (!from || !to || to.row <= from.row) continue;
			merges.push({ column: from.column, first: from.row, last: to.row });
			if (merges.length > limits.merges) throw new TableProblem({ kind: 'too-many-merges', limit: limits.merges });
		}
		carry = text.slice(Math.max(end, text.length - CARRY));
	}
	return merges.sort((a, b) => a.first - b.first);
}

/** Gives the value on top of each merge to the rows below it. Rows have to come in their order. */
export function createFilling(merges: readonly Merge[], after: number): (row: number, cells: string[]) => void {
	let next = 0;
	let open: { merge: Merge; value: string }[] = [];
	return (row, cells) => {
		open = open.filter(({ merge }) => merge.last >= row);
		for (const { merge, value } of open) {
			while (cells.length <= merge.column) cells.push('');
			if (cells[merge.column] === '') cells[merge.column] = value;
		}
		for (; next < merges.length && merges[next]!.first <= row; next++) {
			const merge = merges[next]!;
			const value = merge.first === row ? (cells[merge.column] ?? '') : '';
			if (value !== '' && row > after) open.push({ merge, value });
		}
	};
}
