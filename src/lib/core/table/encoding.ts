import { createUtf8Check, type Utf8Result } from './utf8-check.ts';

/** How the bytes of a text file become letters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | 'windows-1252';

/** Why bytes are no text; `row` is the line of the first byte at fault, where it is known. */
export interface EncodingFault {
	readonly kind: 'empty' | 'bad-encoding' | 'truncated';
	readonly row?: number;
}

/** The encoding of a text, or why it is none. */
export type EncodingResult = { readonly ok: true; readonly value: Encoding } | { readonly ok: false; readonly issue: EncodingFault };

/** What the bytes of a whole text file show. */
interface Bytes {
	total: number;
	bom: Encoding | null;
	/** NUL bytes at even and at odd places. */
	nuls: [even: number, odd: number];
	/** Control bytes that no text has. */
	controls: number;
	/** Arabic letters of Windows-1256 beside each other, and beside a Latin letter. */
	arabicPairs: number;
	mixedPairs: number;
	/** Bytes that are capital letters with accents in Windows-1252 and Arabic letters in Windows-1256. */
	capitals: number;
}

/**
 * How a text file is written, from all of its bytes, chunk by chunk, in this order:
 *
 * 1. A byte order mark says it; a file that contradicts its mark is damaged.
 * 2. NUL bytes, all of them at odd places (or all at even ones): UTF-16, little (big) endian. NULs elsewhere: damaged.
 * 3. Valid as UTF-8 from start to end: UTF-8. Cut in the last letter: truncated.
 * 4. More letters of UTF-8 than bytes that break it: damaged UTF-8.
 * 5. A byte per letter. Arabic letters stand beside Arabic ones: Windows-1256, whose French letters are the small ones of
 *    Windows-1252. Bytes that would be Arabic stand beside Latin letters, or there are none: Windows-1252, where they
 *    are É, È, À and the like.
 */
export function createEncodingCheck(): { add(chunk: Uint8Array): void; result(): EncodingResult } {
	const utf8 = createUtf8Check();
	const seen: Bytes = { total: 0, bom: null, nuls: [0, 0], controls: 0, arabicPairs: 0, mixedPairs: 0, capitals: 0 };
	let previous = 0;
	return {
		add(chunk) {
			if (seen.total === 0) seen.bom = bomOf(chunk);
			utf8.add(chunk);
			previous = count(chunk, previous, seen);
		},
		result() {
			const hasNul = seen.nuls[0] + seen.nuls[1] > 0;
			if (seen.bom === 'utf-16le' || seen.bom === 'utf-16be' || (hasNul && seen.bom === null)) return wideEncoding(seen);
			return hasNul ? fault('bad-encoding') : narrowEncoding(seen, utf8.result());
		}
	};
}

const is = (value: Encoding): EncodingResult => ({ ok: true, value });
const fault = (kind: EncodingFault['kind'], row?: number): EncodingResult => ({
	ok: false,
	issue: row === undefined ? { kind } : { kind, row }
});

/** Letters of one byte, or of UTF-8. */
function narrowEncoding(
	{ bom, controls, capitals, mixedPairs, arabicPairs }: Bytes,
	{ letters, broken, firstBrokenLine, isCut }: Utf8Result
): EncodingResult {
	if (broken === 0) return isCut ? fault('truncated') : is('utf-8');
	if (bom === 'utf-8' || letters > broken) return fault('bad-encoding', firstBrokenLine);
	if (controls > 0) return fault('bad-encoding');
	return is(capitals === 0 || mixedPairs > arabicPairs ? 'windows-1252' : 'windows-1256');
}

function bomOf(start: Uint8Array): Encoding | null {
	if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
	if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
	return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;
}

/** Letters of two bytes: line ends and what stands between cells have their NUL on one side, and only there. */
function wideEncoding({ total, bom, nuls: [even, odd] }: Bytes): EncodingResult {
	const found = even * 20 < odd ? 'utf-16le' : odd * 20 < even ? 'utf-16be' : null;
	if (found === null || (bom !== null && bom !== found)) return fault(total <= 2 ? 'empty' : 'bad-encoding');
	if (total % 2 === 1) return fault('truncated');
	// A stray NUL in a file of one byte a letter is no sign of UTF-16: there one letter in fifty at least is not Arabic.
	return Math.max(even, odd) * 100 < total ? fault('bad-encoding') : is(found);
}

/** Arabic letters of Windows-1256 that are no French letter there. */
const isArabic = (byte: number): boolean =>
	(byte >= 0xc0 && byte <= 0xdf && byte !== 0xd7) || byte === 0xe1 || (byte >= 0xe3 && byte <= 0xe6) || byte === 0xec || byte === 0xed;

const isLatin = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

const isControl = (byte: number): boolean => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0;

/** Adds a chunk to what was seen; returns its last byte. */
function count(chunk: Uint8Array, previous: number, seen: Bytes): number {
	const from = seen.total;
	for (let i = 0; i < chunk.length; i++) {
		const byte = chunk[i]!;
		if (byte === 0) seen.nuls[((from + i) & 1) as 0 | 1]++;
		else if (byte < 0x20) seen.controls += isControl(byte) ? 1 : 0;
		else if (byte >= 0x80 || previous >= 0x80) countPair(previous, byte, seen);
		previous = byte;
	}
	seen.total += chunk.length;
	return previous;
}

function countPair(previous: number, byte: number, seen: Bytes): void {
	const arabic = isArabic(byte);
	if (byte >= 0xc0 && byte <= 0xdf) seen.capitals++;
	if (arabic && isArabic(previous)) seen.arabicPairs++;
	else if ((arabic && isLatin(previous)) || (isArabic(previous) && isLatin(byte))) seen.mixedPairs++;
}
