/** What is asked: where a list is scrolled to and how tall its view and its rows are, in CSS pixels. */
export interface Scroll {
	readonly scrollTop: number;
	readonly height: number;
	readonly rowHeight: number;
	/** Rows there are. */
	readonly count: number;
	/** Rows drawn beyond each edge, so that a quick wheel meets no blank. */
	readonly overscan: number;
}

/** Rows from `first` to before `last` are drawn; `before` and `after` are the pixels that stand for the others. */
export interface RowWindow {
	readonly first: number;
	readonly last: number;
	readonly before: number;
	readonly after: number;
}

/**
 * The rows that are in view. No library: every row has the same height, so the answer is two divisions, and a real `<table>` (read
 * by screen readers, sticky head and names) takes gaps as rows where a list library would place blocks of its own.
 */
export function windowOf({ scrollTop, height, rowHeight, count, overscan }: Scroll): RowWindow {
	const clamp = (row: number): number => Math.min(count, Math.max(0, row));
	const first = clamp(Math.floor(scrollTop / rowHeight) - overscan);
	const last = Math.max(first, clamp(Math.ceil((scrollTop + height) / rowHeight) + overscan));
	return { first, last, before: first * rowHeight, after: (count - last) * rowHeight };
}

/** A piece of the table's body: one row, or a gap of so many rows that are not drawn, counted from `from`. */
export type Piece = { readonly kind: 'row'; readonly row: number } | { readonly kind: 'gap'; readonly from: number; readonly rows: number };

/** The window in pieces; the row `kept` (that of the keyboard) is drawn wherever it is, or its focus would be lost. None when −1. */
export function piecesOf({ first, last }: Pick<RowWindow, 'first' | 'last'>, count: number, kept: number): Piece[] {
	const rows = Array.from({ length: last - first }, (_, i) => first + i);
	if (kept >= 0 && kept < first) rows.unshift(kept);
	if (kept >= last && kept < count) rows.push(kept);
	const pieces: Piece[] = [];
	let next = 0;
	for (const row of rows) {
		if (row > next) pieces.push({ kind: 'gap', from: next, rows: row - next });
		pieces.push({ kind: 'row', row });
		next = row + 1;
	}
	if (next < count) pieces.push({ kind: 'gap', from: next, rows: count - next });
	return pieces;
}
