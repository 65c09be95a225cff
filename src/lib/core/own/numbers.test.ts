import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNumeric, readNumbers } from './numbers.ts';

const numbers = (...cells: (string | number | null)[]) => [...readNumbers(cells).values];

describe('a column of numbers', () => {
	test.each([
		['French', ['1 234,5', '12,25', '7'], [1234.5, 12.25, 7]],
		['English', ['1,234.5', '12.25', '7'], [1234.5, 12.25, 7]],
		['Arabic', ['١٬٢٣٤٫٥', '١٢٫٢٥', '٧'], [1234.5, 12.25, 7]],
		['with narrow spaces', ['1\u202f234', '12\u00a0345,5'], [1234, 12345.5]],
		['with signs', ['−3,5', '+2', '1e3'], [-3.5, 2, 1000]],
		['of percents', ['12,5 %', '7%', '٣٪'], [12.5, 7, 3]],
		['a comma decides for all', ['1.234', '0,5'], [1234, 0.5]],
		['a leading nought is a decimal', ['0.123', '1.234'], [0.123, 1.234]]
	])('%s is read', (_, cells, expected) => expect(numbers(...cells)).toEqual(expected));

	test('«1.234» alone counts thousands, says that it may not, and takes the word of the reader', () => {
		expect(readNumbers(['1.234', '5.678'])).toMatchObject({ isAmbiguous: true, decimal: ',', values: Float64Array.of(1234, 5678) });
		expect(readNumbers(['1,234'])).toMatchObject({ isAmbiguous: true, decimal: '.', values: Float64Array.of(1234) });
		expect(readNumbers(['1.234'], '.')).toMatchObject({ isAmbiguous: false, values: Float64Array.of(1.234) });
	});

	test('what says nothing is empty, what says something else is unread, and neither is 0', () => {
		const column = readNumbers(['3', '–', 'n/a', null, '', 'غير متوفر', 'beaucoup']);
		expect(column).toMatchObject({ read: 1, empty: 5, unread: 1 });
		expect([...column.values].slice(1).every(Number.isNaN)).toBe(true);
	});

	test('is one of numbers when most of what it says is', () => {
		expect(isNumeric(readNumbers(['1', '2', '3', '4', 'x']))).toBe(true);
		expect(isNumeric(readNumbers(['1', 'x', 'y']))).toBe(false);
		expect(isNumeric(readNumbers(['', null]))).toBe(false);
	});

	test('comes back from how French and English write it', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => Math.round(x * 100) / 100),
					{ minLength: 1 }
				),
				(values) => {
					for (const locale of ['fr-FR', 'en-GB', 'ar-EG']) {
						const write = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
						expect([...readNumbers(values.map((value) => write.format(value))).values]).toEqual(values.map((value) => value + 0));
					}
				}
			)
		);
	});
});
