/** Last row of a sheet, and its last column from 0. */
export const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_383;
/** Letters and digits of the longest address. */
const LONGEST = 'XFD1048576'.length;

const within = (code: number, from: string, to: string): boolean => code >= from.charCodeAt(0) && code <= to.charCodeAt(0);

/** Column (from 0) and row (from 1) of an address such as `AB12`; null for none that a sheet has. */
export function addressOf(reference: string): { column: number; row: number } | null {
	if (reference.length > LONGEST) return null;
	let [at, column, row] = [0, 0, 0];
	for (; within(reference.charCodeAt(at), 'A', 'Z'); at++) column = 26 * column + reference.charCodeAt(at) - 64;
	const letters = at;
	for (; within(reference.charCodeAt(at), '0', '9'); at++) row = 10 * row + reference.charCodeAt(at) - 48;
	if (letters === 0 || at < reference.length || column - 1 > LAST_COLUMN || row < 1 || row > LAST_ROW) return null;
	return { column: column - 1, row };
}
