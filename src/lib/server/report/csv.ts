/** A cell of a table for a spreadsheet; null is unknown and stays empty. */
export type Cell = string | number | null;

/** Says to spreadsheets that the file is UTF-8: without it Arabic is unreadable there. */
const BYTE_ORDER_MARK = '\ufeff';

/** A text that a spreadsheet would take for a formula (OWASP, CSV injection), wide forms and leading spaces included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Rows as CSV (RFC 4180) with a byte order mark. A text that would be a formula gets an apostrophe before it; numbers are written
 * as they are, with a decimal point.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
	BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');

function cellText(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
