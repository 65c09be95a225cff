import { statusOf } from './closed-words.ts';
import { readDate } from './date.ts';
import { readCount, westernDigits } from './digits.ts';
import type { ColumnUse } from './field.ts';
import { halves, readDegrees, readPosition } from './position.ts';

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const TELEPHONE = /^(?:(?:\+|00)212|0)[\s.-]?[5-8](?:[\s.-]?\d){8}$/;
const IDENTITY_CARD = /^[A-Z]{1,2}\s?\d{5,6}$/;
/** A year far enough off that no register is guessed wrong before it. */
const LATEST = 2100;
const OLDEST = 1937;

const looksLikeDate = (cell: string): boolean => {
	const date = readDate(cell, LATEST);
	return date !== null && date.year >= OLDEST && date.year <= LATEST;
};

const hasFraction = (cell: string): boolean => /[.,]\d/.test(cell) || /[°º]/.test(cell);

const between = (cell: string, from: number, to: number): boolean => {
	const degrees = hasFraction(cell) ? readDegrees(cell) : null;
	return degrees !== null && degrees >= from && degrees <= to;
};

const isPoint = (cell: string): boolean => {
	const parts = halves(cell);
	return parts !== null && readPosition(parts[0], parts[1]).position !== null;
};

/** What the cells of a column of some use look like; uses that are missing look like any text. */
const LOOKS: Readonly<Partial<Record<ColumnUse, (cell: string) => boolean>>> = {
	personal: (cell) => MAIL.test(cell) || TELEPHONE.test(cell) || IDENTITY_CARD.test(cell),
	communeCode: (cell) => /^\d{1,2}\.\d{1,3}\.\d{1,2}\.\d{1,2}$/.test(cell) || /^\d{8,9}$/.test(cell),
	position: isPoint,
	lat: (cell) => between(cell, 20.5, 36.2),
	lon: (cell) => between(cell, -17.6, -0.9),
	created: looksLikeDate,
	members: (cell) => readCount(cell) !== null,
	women: (cell) => readCount(cell) !== null,
	men: (cell) => readCount(cell) !== null,
	youth: (cell) => readCount(cell) !== null,
	status: (cell) => statusOf(cell) !== null,
	name: (cell) => /coop|تعاوني/i.test(cell),
	province: (cell) => /^MA-[A-Z]{3}$/.test(cell),
	region: (cell) => /^MA-\d\d$/.test(cell)
};

/** Uses whose cells always look so: a column that does not is none. */
export const STRICT: ReadonlySet<ColumnUse> = new Set(['position', 'lat', 'lon', 'created', 'members', 'women', 'men', 'youth']);

/** Uses that the look of the cells alone gives away, the most telling first. */
export const TELLING: readonly ColumnUse[] = [
	'personal',
	'position',
	'communeCode',
	'province',
	'region',
	'lon',
	'lat',
	'status',
	'created',
	'name'
];

/** The cells of a column that say something. */
export const spoken = (cells: readonly string[]): string[] => cells.map((cell) => westernDigits(cell).trim()).filter((cell) => cell !== '');

/** The share (0–1) of these cells that look like `use`; null when there are none or the use has no look of its own. */
export function shareLike(use: ColumnUse, cells: readonly string[]): number | null {
	const looks = LOOKS[use];
	return looks === undefined || cells.length === 0 ? null : cells.filter(looks).length / cells.length;
}

/** The share (0–1) of cells with a telephone number or a mail address: no header talks such a column into anything else. */
export const shareReachable = (cells: readonly string[]): number =>
	cells.length === 0 ? 0 : cells.filter((cell) => MAIL.test(cell) || TELEPHONE.test(cell)).length / cells.length;

/** True when the cells count the rows (1, 2, 3…): such a number is of the file, not of the register. */
export function countsRows(cells: readonly string[]): boolean {
	const numbers = cells.map(readCount);
	return numbers.length > 2 && numbers.every((number, index) => number !== null && number === (numbers[0] ?? 0) + index);
}

/** True when most of the letters are Arabic. */
export function mostlyArabic(cells: readonly string[]): boolean {
	const text = cells.join('');
	return (text.match(/[\u0621-\u064a]/g)?.length ?? 0) > (text.match(/\p{Script=Latin}/gu)?.length ?? 0);
}
