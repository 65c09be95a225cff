import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText, harmlessText, type Cell, type CsvStyle } from './csv.ts';

const COMMA: CsvStyle = { separator: 'comma', byteOrderMark: false };
const SEMICOLON: CsvStyle = { separator: 'semicolon', byteOrderMark: false };

/** A reader of RFC 4180, written for the tests. */
function readCsv(text: string, separator: string): string[][] {
	const rows: string[][] = [[]];
	let [cell, quoted] = ['', false];
	for (let i = 0; i < text.length; i++) {
		const sign = text[i]!;
		if (quoted && sign === '"' && text[i + 1] === '"') {
			cell += '"';
			i++;
		} else if (sign === '"') quoted = !quoted;
		else if (quoted) cell += sign;
		else if (sign === separator || sign === '\r') {
			rows.at(-1)!.push(cell);
			cell = '';
			if (sign === '\r') {
				rows.push([]);
				i++;
			}
		} else cell += sign;
	}
	return rows.slice(0, -1);
}

const cells = fc.array(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.constant(null)), { minLength: 1, maxLength: 4 }), {
	maxLength: 6
});
const dangerous = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '＝'), fc.string()).map((parts) => parts.join(''));

describe('a CSV', () => {
	test('begins with the three bytes of UTF-8 when asked, and with its first cell otherwise', () => {
		const bytes = (style: CsvStyle) => [...new TextEncoder().encode(csvText([['الرمز']], style)).slice(0, 3)];
		expect(bytes({ ...COMMA, byteOrderMark: true })).toEqual([0xef, 0xbb, 0xbf]);
		expect(bytes(COMMA)).not.toEqual([0xef, 0xbb, 0xbf]);
	});

	test.each([
		['comma', ','],
		['semicolon', ';']
	] as const)('with the separator «%s» holds no cell that a spreadsheet takes for a formula', (separator, sign) => {
		const text = fc.oneof(fc.string({ unit: 'binary' }), dangerous);
		fc.assert(
			fc.property(text, (cell) => {
				const [[read]] = readCsv(csvText([[cell]], { separator, byteOrderMark: false }), sign) as [[string]];
				expect(read).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
				expect(read === cell || read === `'${cell}`).toBe(true);
			})
		);
	});

	test('is read back as it was written: texts harmless, numbers in full, unknown empty', () => {
		const expected = (cell: Cell): string =>
			cell === null || (typeof cell === 'number' && !Number.isFinite(cell))
				? ''
				: typeof cell === 'number'
					? String(cell)
					: harmlessText(cell);
		fc.assert(
			fc.property(cells, (rows) => {
				expect(readCsv(csvText(rows, COMMA), ',')).toEqual(rows.map((row) => row.map(expected)));
			})
		);
	});

	test('keeps every number a number, negative ones too', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
				const [[comma]] = readCsv(csvText([[value]], COMMA), ',') as [[string]];
				const [[semicolon]] = readCsv(csvText([[value]], SEMICOLON), ';') as [[string]];
				expect(Number(comma)).toBe(value === 0 ? 0 : value);
				expect(semicolon).toBe(comma.replace('.', ','));
			})
		);
	});

	test('quotes what any separator would cut', () => {
		expect(csvText([['a;b', 'c,d', 'e "f"', 'g']], COMMA)).toBe('"a;b","c,d","e ""f""",g\r\n');
	});
});
