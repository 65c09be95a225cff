const DAY_SECONDS = 86_400;
/** 31 December 9999, the last day that a spreadsheet knows. */
const LAST = 2_958_465;
/** Days that the count from 1904 is behind. */
const BEHIND = 1462;

/**
 * A day that a spreadsheet counts, as ISO 8601: `2024-03-01`, with a time `2024-03-01T08:30:00`, a time alone `08:30:00`.
 * Null for a number that is no day there, such as 60: 29 February 1900, which never was.
 */
export function isoDate(serial: number, from1904: boolean): string | null {
	if (!(serial >= 0 && serial <= LAST + 1)) return null;
	const counted = Math.round((from1904 ? serial + BEHIND : serial) * DAY_SECONDS);
	const [day, seconds] = [Math.floor(counted / DAY_SECONDS), counted % DAY_SECONDS];
	if (day > LAST || day === 60) return null;
	// The days before 29 February 1900 are counted from one day later than those after it.
	const start = Date.UTC(1899, 11, day < 60 ? 31 : 30);
	const moment = new Date(start + (day * DAY_SECONDS + seconds) * 1000).toISOString();
	if (day === 0 && !from1904) return moment.slice(11, 19);
	return seconds === 0 ? moment.slice(0, 10) : moment.slice(0, 19);
}
