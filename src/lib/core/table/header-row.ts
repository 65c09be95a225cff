/** So many rows at the start may be titles. */
export const TITLE_ROWS = 20;

/** How many cells of a row say something. */
export const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/** Whether a cell is a number, a date or a time, in any digits: what stands in a table, not above it. */
export const isValue = (cell: string): boolean => /^[\s\d٠-٩.,:/+\-T]+$/.test(cell) && /[\d٠-٩]/.test(cell);

/** A header as a reader takes it: two that give the same key are one to him. */
export const sameHeader = (header: string): string =>
	header
		.normalize('NFKC')
		.replaceAll(/\p{Cf}/gu, '')
		.replaceAll(/\s+/g, ' ')
		.trim()
		.toLowerCase();

/**
 * Index of the header among the first rows of a table: the first one that fills at least two cells and half as many as the widest of
 * them; what is above it are titles. −1 when no row fills two.
 */
export function headerRow(rows: readonly (readonly string[])[]): number {
	const candidates = rows.slice(0, TITLE_ROWS);
	const widest = Math.max(0, ...candidates.map(filled));
	return candidates.findIndex((cells) => filled(cells) >= Math.max(2, widest / 2));
}
