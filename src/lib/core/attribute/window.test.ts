import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf, windowOf } from './window.ts';

describe('the rows in view', () => {
	const view = { height: 400, rowHeight: 40, count: 1503, overscan: 5 };

	test('are those that the view shows and a few beyond', () => {
		expect(windowOf({ ...view, scrollTop: 0 })).toEqual({ first: 0, last: 15, before: 0, after: (1503 - 15) * 40 });
		expect(windowOf({ ...view, scrollTop: 4000 })).toEqual({ first: 95, last: 115, before: 3800, after: (1503 - 115) * 40 });
	});

	test('are none of an empty list, and stay within the list beyond its end', () => {
		expect(windowOf({ ...view, count: 0, scrollTop: 900 })).toEqual({ first: 0, last: 0, before: 0, after: 0 });
		expect(windowOf({ ...view, count: 3, scrollTop: 9000 })).toEqual({ first: 3, last: 3, before: 120, after: 0 });
	});

	test('make up the height of the whole list with the gaps, always', () => {
		const nat = fc.nat(2000);
		fc.assert(
			fc.property(nat, nat, nat, fc.nat(20), fc.integer({ min: -1, max: 2100 }), (scrollTop, height, count, overscan, kept) => {
				const rows = windowOf({ scrollTop, height, rowHeight: 36, count, overscan });
				expect(rows.before + rows.after + 36 * (rows.last - rows.first)).toBe(36 * count);
				const pieces = piecesOf(rows, count, kept);
				expect(pieces.reduce((sum, piece) => sum + (piece.kind === 'row' ? 1 : piece.rows), 0)).toBe(count);
				expect(pieces.some((piece) => piece.kind === 'row' && piece.row === kept)).toBe(kept >= 0 && kept < count);
			})
		);
	});
});

test('the row of the keyboard is drawn once, before, within or after the window', () => {
	expect(piecesOf({ first: 3, last: 5 }, 8, 1)).toEqual([
		{ kind: 'gap', from: 0, rows: 1 },
		{ kind: 'row', row: 1 },
		{ kind: 'gap', from: 2, rows: 1 },
		{ kind: 'row', row: 3 },
		{ kind: 'row', row: 4 },
		{ kind: 'gap', from: 5, rows: 3 }
	]);
	expect(piecesOf({ first: 0, last: 2 }, 2, 1)).toEqual([
		{ kind: 'row', row: 0 },
		{ kind: 'row', row: 1 }
	]);
	expect(piecesOf({ first: 0, last: 1 }, 3, 2).at(-1)).toEqual({ kind: 'row', row: 2 });
});
