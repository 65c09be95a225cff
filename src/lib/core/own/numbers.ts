import { westernDigits } from '#lib/core/register/digits.ts';
import { saysNothing } from '#lib/core/register/clean-text.ts';
import type { OwnCell } from './own-table.ts';

/** The sign before the decimals of a column. */
export type DecimalSign = '.' | ',';

/** A column read as numbers. */
export interface NumberColumn {
	/** NaN where nothing is said or what is said is no number. */
	readonly values: Float64Array;
	readonly read: number;
	/** Cells that say nothing, «–» and «n/a» among them. */
	readonly empty: number;
	/** Cells that say something else than a number. */
	readonly unread: number;
	/** Percent signs were taken off. */
	readonly isPercent: boolean;
	readonly decimal: DecimalSign;
	/** «1,234» and nothing that tells whether this is one or a thousand; then thousands were taken. */
	readonly isAmbiguous: boolean;
}

/** A number with any signs of grouping and decimals. */
const NUMBER = /^[+-]?[\d.,]*\d[\d.,]*(?:e[+-]?\d{1,3})?$/i;
/** Spaces and apostrophes that group digits, and marks of direction. */
const LOOSE = /[\s'’\u200e\u200f\u061c]/g;
const PERCENT = /[%٪]$/;

/** A cell with digits 0–9, no grouping spaces and no percent sign; null when it is no number. */
function bare(text: string): string | null {
	const plain = westernDigits(text).replace(LOOSE, '').replace('−', '-').replace(PERCENT, '');
	return NUMBER.test(plain) ? plain : null;
}

/** What the cells of a column show about their signs. */
interface Signs {
	point: boolean;
	comma: boolean;
	unclear: boolean;
}

/** Which sign stands before decimals, shown by every cell that can only be read in one way. */
function decimalSign(cells: readonly string[]): { readonly decimal: DecimalSign; readonly isAmbiguous: boolean } {
	const seen: Signs = { point: false, comma: false, unclear: false };
	for (const cell of cells) look(cell, seen);
	if (seen.comma !== seen.point) return { decimal: seen.comma ? ',' : '.', isAmbiguous: false };
	// Both, or neither: thousands are grouped by the other sign than the one that stands in the first such cell.
	if (seen.point) return { decimal: '.', isAmbiguous: true };
	const grouped = cells.find((cell) => /[.,]/.test(cell));
	return { decimal: grouped?.includes('.') ? ',' : '.', isAmbiguous: seen.unclear };
}

/** Says which sign of a cell must be the decimal one, if any. */
function look(cell: string, seen: Signs): void {
	const signs = cell.replace(/[^.,]/g, '');
	if (signs === '') return;
	const last = signs.at(-1) as DecimalSign;
	if (signs.includes(',') && signs.includes('.')) return mark(last, seen);
	// Twice in a number, it groups; the other one is for decimals.
	if (signs.length > 1) return mark(last === ',' ? '.' : ',', seen);
	// One sign and three digits after it, as thousands are grouped.
	if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}(?:e.*)?$/i.test(cell)) seen.unclear = true;
	else mark(last, seen);
}

function mark(decimal: DecimalSign, seen: Signs): void {
	if (decimal === ',') seen.comma = true;
	else seen.point = true;
}

/** The number a cell says with this decimal sign; null when it does not fit it. */
function numberWith(cell: string, decimal: DecimalSign): number | null {
	const other = decimal === '.' ? ',' : '.';
	const grouped = new RegExp(
		`^[+-]?(?:\\d+|\\d{1,3}(?:\\${other}\\d{3})+)(?:\\${decimal}\\d*)?(?:e[+-]?\\d+)?$|^[+-]?\\${decimal}\\d+$`,
		'i'
	);
	if (!grouped.test(cell)) return null;
	const number = Number(cell.replaceAll(other, '').replace(decimal, '.'));
	return Number.isFinite(number) ? number : null;
}

/** A column as numbers; `decimal` is the reader's word where the column does not tell. */
export function readNumbers(cells: readonly OwnCell[], decimal: DecimalSign | null = null): NumberColumn {
	const values = new Float64Array(cells.length).fill(NaN);
	const texts = cells.map((cell) => (typeof cell === 'string' && !saysNothing(cell) ? cell : null));
	const plain = texts.map((text) => (text === null ? null : bare(text)));
	const found = decimalSign(plain.filter((cell) => cell !== null));
	const sign = decimal ?? found.decimal;
	let [read, empty, unread, percents] = [0, 0, 0, 0];
	cells.forEach((cell, row) => {
		const value = typeof cell === 'number' ? cell : plain[row] === null ? null : numberWith(plain[row]!, sign);
		if (value !== null) {
			values[row] = value + 0; // «-0» is 0
			read++;
			if (texts[row] !== null && PERCENT.test(texts[row]!.trim())) percents++;
		} else if (texts[row] === null) empty++;
		else unread++;
	});
	return { values, read, empty, unread, isPercent: percents * 2 > read, decimal: sign, isAmbiguous: decimal === null && found.isAmbiguous };
}

/** Share of the cells that say something from which a column is one of numbers. */
const MOSTLY = 0.8;

/** Whether a column is one of numbers. */
export const isNumeric = ({ read, unread }: NumberColumn): boolean => read > 0 && read >= MOSTLY * (read + unread);
