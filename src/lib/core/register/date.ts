import { westernDigits } from './digits.ts';

/** The year of the first law on cooperatives in Morocco: none is older. */
export const FIRST_YEAR = 1937;

/** A day or a year as a cell says it. */
export interface ReadDate {
	readonly year: number;
	/** ISO date; null when only the year is known. */
	readonly day: string | null;
	/** False when it could be read otherwise, or only a part of the cell was understood. */
	readonly clear: boolean;
}

const YEAR = /^\d{4}(?:[.,]0)?$/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ].*)?$/;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
const YEAR_WITHIN = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

/** Day 0 of a spreadsheet, counted so that dates since March 1900 come out right. */
const SERIAL_ORIGIN = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/**
 * The date of a cell: a year, dd/mm/yyyy, an ISO date, the serial number of a spreadsheet, or the one year in a text. Null when it says no date.
 * A year of two digits is taken as the last one that is not after `thisYear`. The year is not checked against any range.
 */
export function readDate(text: string, thisYear: number): ReadDate | null {
	const date = westernDigits(text).trim();
	if (YEAR.test(date)) return { year: Number.parseInt(date, 10), day: null, clear: true };
	if (SERIAL.test(date)) return fromSerial(Number.parseInt(date, 10));
	const [, isoYear, isoMonth, isoDay] = ISO.exec(date) ?? [];
	if (isoYear !== undefined) return dayOf(Number(isoYear), Number(isoMonth), Number(isoDay));
	const [, first, second, last] = DAY_FIRST.exec(date) ?? [];
	if (last !== undefined) return dayFirst(Number(first), Number(second), last, thisYear);
	const years = [...new Set(date.match(YEAR_WITHIN))];
	return years.length === 1 ? { year: Number(years[0]), day: null, clear: false } : null;
}

function fromSerial(serial: number): ReadDate {
	const day = new Date(SERIAL_ORIGIN + serial * DAY_MS).toISOString().slice(0, 10);
	return { year: Number(day.slice(0, 4)), day, clear: true };
}

/** Month before day is understood where no month has that many, and said to be unclear. */
function dayFirst(first: number, second: number, last: string, thisYear: number): ReadDate | null {
	const year = last.length === 4 ? Number(last) : fullYear(Number(last), thisYear);
	const read = second > 12 ? dayOf(year, first, second) : dayOf(year, second, first);
	return read && { ...read, clear: last.length === 4 && second <= 12 };
}

function fullYear(short: number, thisYear: number): number {
	const century = thisYear - (thisYear % 100);
	return century + short <= thisYear ? century + short : century - 100 + short;
}

/** Null when the calendar has no such day. */
function dayOf(year: number, month: number, day: number): ReadDate | null {
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
	const two = (part: number): string => String(part).padStart(2, '0');
	return { year, day: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`, clear: true };
}

function daysIn(year: number, month: number): number {
	if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
