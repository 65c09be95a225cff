import type { OwnCell } from './own-table.ts';
import { OWN_LIMITS } from './limits.ts';

/** Signs that hide, or make a text read as another one: controls, overrides and isolates, halves of a letter. */
const HIDDEN =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text of a cell, trimmed, without signs that hide; null when nothing is left. At most as long as a cell of a spreadsheet. */
export function cellText(text: string): string | null {
	const plain = text.replace(HIDDEN, '').trim();
	return plain === '' ? null : plain.slice(0, OWN_LIMITS.cellCharacters);
}

/** A cell of any value that a file may hold: what is neither number nor text is written as text. */
export function cellOf(value: unknown): OwnCell {
	switch (typeof value) {
		case 'number':
			return Number.isFinite(value) ? value : null;
		case 'string':
			return cellText(value);
		case 'bigint':
			return Number(value);
		case 'boolean':
			return value ? 'TRUE' : 'FALSE';
		default:
			return value === null || value === undefined ? null : ofObject(value);
	}
}

function ofObject(value: object): OwnCell {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().replace(/T00:00:00(?:\.000)?Z$/, '');
	if (value instanceof Uint8Array) return null;
	// KML tells texts with markup as an object; its text is what counts.
	if ('value' in value && typeof value.value === 'string') return cellText(value.value);
	return cellText(JSON.stringify(value));
}

/** What a cell says as text; '' for nothing. */
export const textOf = (cell: OwnCell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
