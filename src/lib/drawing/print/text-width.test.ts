import { describe, expect, test } from 'vitest';
import { textWidth, wrapped } from './text-width.ts';

describe('the width of a text', () => {
	test('grows with its size and its weight, and marks of direction and vowels have none', () => {
		expect(textWidth('Taux', 10)).toBeCloseTo(2 * textWidth('Taux', 5));
		expect(textWidth('Taux', 10, 600)).toBeGreaterThan(textWidth('Taux', 10));
		expect(textWidth('\u2066abc\u2069', 10)).toBe(textWidth('abc', 10));
		expect(textWidth('فُرَص', 10)).toBe(textWidth('فرص', 10));
	});

	test('takes an Arabic letter as it stands in its word', () => {
		expect(textWidth('بب', 10)).toBeLessThan(2 * textWidth('ب', 10));
		expect(textWidth('اب', 10)).toBeCloseTo(textWidth('ا', 10) + textWidth('ب', 10));
	});

	// Measured once in Chromium with the shipped fonts, in thousandths of the size.
	test.each([
		['Taux de chômage', 7821],
		['معدل البطالة', 4890],
		['أداة للنقاش وليست قرارا، ولا تقيس الطلب.', 15929]
	])('of «%s» is not less than drawn, and at most a fifth more', (text, drawn) => {
		expect(textWidth(text, 1000)).toBeGreaterThanOrEqual(drawn);
		expect(textWidth(text, 1000)).toBeLessThan(1.2 * drawn);
	});
});

describe('a wrapped text', () => {
	const text = 'Données de la Haute-Commission au Plan, recensement général de la population';

	test('has no line wider than asked, and loses no word', () => {
		const lines = wrapped(text, 60, 4);
		expect(lines.length).toBeGreaterThan(1);
		for (const line of lines) expect(textWidth(line, 4)).toBeLessThanOrEqual(60);
		expect(lines.join(' ')).toBe(text);
	});

	test('cuts a word that is longer than a line, an address after one of its signs', () => {
		const address = 'https://furas.example/fr/workspace?of=indicator:unemployment_rate&release=2026.11-c06aaab9';
		const lines = wrapped(address, 40, 2.2);
		expect(lines.join('')).toBe(address);
		for (const line of lines) expect(textWidth(line, 2.2)).toBeLessThanOrEqual(40);
		expect(lines[0]).toMatch(/[/?&=]$/);
	});

	test('closes an isolate at the end of a line and opens it again on the next', () => {
		const lines = wrapped('\u2067واحد اثنان ثلاثة أربعة\u2069', 18, 4);
		expect(lines.length).toBeGreaterThan(1);
		for (const line of lines) expect(line).toMatch(/^\u2067.*\u2069$/);
	});

	test('of nothing has no line', () => {
		expect(wrapped('', 10, 2)).toEqual([]);
	});
});
