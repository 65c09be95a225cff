/** A cell of a table for a spreadsheet; null is unknown and stays empty. */
export type Cell = string | number | null;

/** How a file is cut. `semicolon` goes with decimal commas: a spreadsheet in French reads 1.5 as the first of May. */
export const SEPARATORS = ['comma', 'semicolon'] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface CsvStyle {
	readonly separator: Separator;
	/** True says to spreadsheets that the file is UTF-8: without it Arabic is unreadable there. */
	readonly byteOrderMark: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';
const SIGNS: Readonly<Record<Separator, string>> = { comma: ',', semicolon: ';' };

/** A text that a spreadsheet would take for a formula (OWASP, CSV injection), wide forms and leading spaces included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A text that no spreadsheet takes for a formula: an apostrophe goes before one that would be. */
export const harmlessText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Rows as CSV (RFC 4180). Texts are harmless; numbers are written in full, as they are. */
export function csvText(rows: readonly (readonly Cell[])[], { separator, byteOrderMark }: CsvStyle): string {
	const lines = rows.map((row) => `${row.map((cell) => cellText(cell, separator)).join(SIGNS[separator])}\r\n`);
	return (byteOrderMark ? BYTE_ORDER_MARK : '') + lines.join('');
}

function cellText(cell: Cell, separator: Separator): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return numberText(cell, separator);
	const harmless = harmlessText(cell);
	// Both separators are quoted: nobody knows which one a spreadsheet will cut at.
	return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function numberText(value: number, separator: Separator): string {
	if (!Number.isFinite(value)) return '';
	return separator === 'semicolon' ? String(value).replace('.', ',') : String(value);
}
