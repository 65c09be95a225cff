import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate } from './serial-date.ts';

test.each([
	[1, '1900-01-01'],
	[59, '1900-02-28'],
	[61, '1900-03-01'],
	[45_352, '2024-03-01'],
	[45_352.75, '2024-03-01T18:00:00'],
	[45_352.999999, '2024-03-02'],
	[0.5, '12:00:00'],
	[2_958_465, '9999-12-31']
])('%d is %s', (serial, iso) => {
	expect(isoDate(serial, false)).toBe(iso);
});

test.each([60, -1, 2_958_466, 1e308, NaN, Infinity])('%d is no day', (serial) => {
	expect(isoDate(serial, false)).toBeNull();
});

test('a workbook that counts from 1904 starts there', () => {
	expect(isoDate(0, true)).toBe('1904-01-01');
	expect(isoDate(43_890, true)).toBe('2024-03-01');
});

test('every day after February 1900 is one day after the one before', () => {
	fc.assert(
		fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
			const [day, next] = [isoDate(serial, false)!, isoDate(serial + 1, false)!].map((iso) => Date.parse(iso));
			expect(next! - day!).toBe(86_400_000);
		})
	);
});
