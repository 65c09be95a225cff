/** What a check of UTF-8 found. */
export interface Utf8Result {
	/** Letters of more than one byte that are right. */
	readonly letters: number;
	/** Bytes that belong to no letter. */
	readonly broken: number;
	/** Line of the first of them, from 1; 0 when there is none. */
	readonly firstBrokenLine: number;
	/** Whether the file ends within a letter. */
	readonly isCut: boolean;
}

/** Reads UTF-8 chunk by chunk, as the Encoding Standard says: no overlong form, no surrogate, nothing above U+10FFFF. */
export function createUtf8Check(): { add(chunk: Uint8Array): void; result(): Utf8Result } {
	let [needed, lower, upper] = [0, 0x80, 0xbf];
	let [letters, broken, firstBrokenLine, line] = [0, 0, 0, 1];

	const fault = (): void => {
		if (broken++ === 0) firstBrokenLine = line;
	};
	const start = (byte: number): void => {
		[lower, upper] = [0x80, 0xbf];
		if (byte < 0xc2 || byte > 0xf4) return fault();
		needed = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
		if (byte === 0xe0) lower = 0xa0;
		else if (byte === 0xed) upper = 0x9f;
		else if (byte === 0xf0) lower = 0x90;
		else if (byte === 0xf4) upper = 0x8f;
	};
	const add = (chunk: Uint8Array): void => {
		for (let i = 0; i < chunk.length; i++) {
			const byte = chunk[i]!;
			if (needed > 0) {
				if (byte >= lower && byte <= upper) {
					[lower, upper] = [0x80, 0xbf];
					if (--needed === 0) letters++;
					continue;
				}
				needed = 0;
				fault();
			}
			if (byte === 0x0a) line++;
			else if (byte >= 0x80) start(byte);
		}
	};
	return { add, result: () => ({ letters, broken, firstBrokenLine, isCut: needed > 0 }) };
}
