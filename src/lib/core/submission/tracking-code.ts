/** Letters of a code: no I, L, O, U, no 0 or 1, so that it can be read aloud and copied from paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Twelve letters of thirty: 58 bits, too many to try. */
const LENGTH = 12;

/** A code from random bytes, as `XXXX-XXXX-XXXX`; at least 24 bytes, of which those that would favour a letter are left out. Throws when they run out. */
export function trackingCode(random: Uint8Array): string {
	const fair = random.filter((byte) => byte < 256 - (256 % LETTERS.length)).slice(0, LENGTH);
	if (fair.length < LENGTH) throw new RangeError(`${random.length} random bytes are too few for a code`);
	const letters = Array.from(fair, (byte) => LETTERS[byte % LETTERS.length]).join('');
	return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** The code somebody typed, in the form it is kept in: any case, with or without hyphens and spaces. Null when it is none. */
export function readTrackingCode(typed: string): string | null {
	const letters = typed.toUpperCase().replaceAll(/[\s\u2010-\u2015-]/g, '');
	if (letters.length !== LENGTH || [...letters].some((letter) => !LETTERS.includes(letter))) return null;
	return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
