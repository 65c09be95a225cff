const DAY_MS = 86_400_000;
/** 31 December 9999, the last day that a spreadsheet knows. */
const LAST = 2_958_465;
/** Days that the count from 1904 is behind. */
const BEHIND = 1462;

/**
 * A day that a spreadsheet counts, as ISO 8601: `2024-03-01`, with a time `2024-03-01T08:30:00`, a time alone `08:30:00`.
 * Null for a number that is no day there, such as 60: 29 February 1900, which never was.
 */
export function isoDate(serial: number, from1904: boolean): string | null {
	const days = from1904 ? serial + BEHIND : serial;
	if (!(serial >= 0 && days < LAST + 1)) return null;
	const whole = Math.floor(days);
	if (whole === 60) return null;
	const seconds = Math.round((days - whole) * 86_400);
	// The days before 29 February 1900 are counted from one day later than those after it.
	const moment = new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * DAY_MS + seconds * 1000).toISOString();
	if (whole === 0 && !from1904) return moment.slice(11, 19);
	return seconds === 0 ? moment.slice(0, 10) : moment.slice(0, 19);
}
