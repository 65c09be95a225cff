import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUtf8Check } from './utf8-check.ts';

const resultOf = (bytes: Uint8Array, size = bytes.length || 1) => {
	const check = createUtf8Check();
	for (let at = 0; at < bytes.length; at += size) check.add(bytes.subarray(at, at + size));
	return check.result();
};

test('bytes are UTF-8 here when they are for Node, in pieces of any size', () => {
	const byte = fc.oneof(
		fc.integer({ min: 0, max: 255 }),
		fc.constantFrom(0xc3, 0xa9, 0xd8, 0xe0, 0xed, 0xa0, 0x80, 0xf0, 0xf4, 0x9f, 0xbf, 0x0a)
	);
	fc.assert(
		fc.property(fc.array(byte, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (list, size) => {
			const bytes = Uint8Array.from(list);
			const { broken, isCut } = resultOf(bytes, size);
			expect(broken === 0 && !isCut).toBe(isUtf8(bytes));
		}),
		{ numRuns: 2000 }
	);
});

test('texts of any script are counted and never broken', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const beyond = [...text].filter((letter) => letter > '\x7f').length;
			expect(resultOf(Buffer.from(text))).toEqual({ letters: beyond, broken: 0, firstBrokenLine: 0, isCut: false });
		})
	);
});

test('the line of the first broken byte is told', () => {
	expect(resultOf(Buffer.from('a\nb\nc\xff\n', 'latin1')).firstBrokenLine).toBe(3);
});
