/** Bytes of a file, first and last both inside. */
export interface ByteRange {
	readonly first: number;
	readonly last: number;
}

/**
 * The part of a file of `size` bytes that a `Range` header asks for; null for the whole file, where it asks for several parts or for
 * nothing that is understood, as the standard allows; `none` where it lies outside.
 */
export function byteRange(header: string | null, size: number): ByteRange | 'none' | null {
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
	if (from !== '') return within(Number(from), to === '' ? Infinity : Number(to), size);
	return to === '' ? null : theLast(Math.min(Number(to), size), size);
}

function within(first: number, last: number, size: number): ByteRange | 'none' | null {
	if (last < first) return null;
	return first < size ? { first, last: Math.min(last, size - 1) } : 'none';
}

const theLast = (length: number, size: number): ByteRange | 'none' => (length === 0 ? 'none' : { first: size - length, last: size - 1 });
