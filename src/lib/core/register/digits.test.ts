import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onlyNumberIn, readCount, readDecimal, westernDigits } from './digits.ts';

const arabic = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));

describe('a count in a cell', () => {
	it.each([
		['12', 12],
		[' 1 234 ', 1234],
		['1\u00a0234', 1234],
		['1\u202f234', 1234],
		['1.234', 1234],
		['1,234,567', 1234567],
		['12.0', 12],
		['12,00', 12],
		['١٢٣', 123],
		['۱۲۳', 123],
		['-3', -3],
		['0', 0]
	])('«%s» is %d', (text, count) => expect(readCount(text)).toBe(count));

	it.each(['', '12,5', '12 membres', 'douze', '1.23.4', '1e3', '0x10', '١٢٫٥'])('«%s» is none', (text) =>
		expect(readCount(text)).toBeNull()
	);

	it('comes back from however it is grouped and whatever its digits are', () => {
		fc.assert(
			fc.property(fc.nat(), fc.constantFrom('', ' ', '\u202f', '.', ',', '’'), fc.boolean(), (count, separator, inArabic) => {
				const written = String(count).replace(/\B(?=(\d{3})+$)/g, separator);
				expect(readCount(inArabic ? arabic(written) : written)).toBe(count);
			})
		);
	});
});

describe('a decimal in a cell', () => {
	it('comes back with a point, a comma or Arabic digits', () => {
		fc.assert(
			fc.property(fc.integer({ min: -9_000_000, max: 9_000_000 }), fc.constantFrom('.', ',', '٫'), (millionths, separator) => {
				const number = millionths / 1e5;
				const written = number.toFixed(5).replace('.', separator);
				expect(readDecimal(separator === '٫' ? arabic(written) : written)).toBeCloseTo(number, 9);
			})
		);
	});

	it.each(['33 50 12', '33,5,1', '', '-'])('«%s» is none', (text) => expect(readDecimal(text)).toBeNull());
});

it('the one number of a text can be proposed, two cannot', () => {
	expect(onlyNumberIn('25 adhérents')).toBe('25');
	expect(onlyNumberIn('٢٥ عضوا')).toBe('25');
	expect(onlyNumberIn('10 femmes, 4 hommes')).toBeNull();
});

it('a text without foreign digits stays as it is', () => expect(westernDigits('Aït 12')).toBe('Aït 12'));
