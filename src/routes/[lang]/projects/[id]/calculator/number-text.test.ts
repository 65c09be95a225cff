import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { readNumber, writeNumber } from './number-text.ts';

test.each([
	['1,9', 'ar', 1.9],
	['1.9', 'ar', 1.9],
	['21.000', 'ar', 21_000],
	['٢١٬٠٠٠', 'ar', 21_000],
	['١٫٩', 'ar', 1.9],
	['524 400', 'fr', 524_400],
	['524\u202f400,5', 'fr', 524_400.5],
	['1.096.860', 'fr', 1_096_860],
	['1.234,56', 'ar', 1234.56],
	['1,234.56', 'en', 1234.56],
	['0.100', 'fr', 0.1],
	['5,22 %', 'fr', 5.22],
	['−3', 'fr', -3],
	['.5', 'en', 0.5]
] as const)('«%s» in %s is %f', (text, language, value) => {
	expect(readNumber(text, language)).toBe(value);
});

test.each(['', ' ', 'abc', '1e9', '12 درهم', '1,2,3', '1.2.3', '--1', '1/2', 'Infinity', ','])('«%s» is no number', (text) => {
	for (const language of LANGUAGES) expect(readNumber(text, language)).toBeNull();
});

test('what a field shows is read back as the same number, to its last digit shown', () => {
	fc.assert(
		fc.property(fc.constantFrom(...LANGUAGES), fc.double({ min: -1e9, max: 1e9, noNaN: true }), (language, value) => {
			const shown = writeNumber(value, language, 4);
			expect(Math.abs(readNumber(shown, language)! - value)).toBeLessThanOrEqual(0.00005 + Math.abs(value) * 1e-12);
		})
	);
});
