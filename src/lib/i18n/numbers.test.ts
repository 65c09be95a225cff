import { describe, expect, test } from 'vitest';
import { formatList, formatNumber, formatSigned } from './numbers.ts';
import { preferredLanguage } from './preferred.ts';
import { wordsOf } from './words.ts';

describe('numbers', () => {
	test('use Western digits in Arabic', () => {
		expect(formatNumber('ar', 1234567.891, 1)).toBe('1.234.567,9');
	});

	test('an unknown value is a dash, never a zero', () => {
		expect(formatNumber('fr', null)).toBe('–');
		expect(formatNumber('fr', NaN, 1)).toBe('–');
	});

	test('a change says its sign, and nothing changed says none', () => {
		expect(formatSigned('en', 5.21, 1)).toBe('+5.2');
		expect(formatSigned('en', -5.21, 1)).toBe('-5.2');
		expect(formatSigned('en', -0.04, 1)).toBe('0.0');
	});

	test('a French text of the data breaks neither inside a number nor before a sign', async () => {
		const { of } = await wordsOf('fr');
		const spoken = (fr: string): string => of({ ar: '', fr, en: '' });
		expect(spoken('pour 10 000 habitants')).toBe('pour 10\u202f000 habitants');
		expect(spoken('Marque « Elhajeb » : 12 %')).toBe('Marque «\u202fElhajeb\u202f»\u202f: 12\u202f%');
		expect(spoken('RGPH 2014 et 2024, 31 filières')).toBe('RGPH 2014 et 2024, 31 filières');
		expect((await wordsOf('en')).of({ ar: '', fr: '', en: 'per 10 000 people' })).toBe('per 10 000 people');
	});

	test('a percent sign sticks to its number, a word does not', async () => {
		const ar = await wordsOf('ar');
		expect(ar.quantity(12.34, '%', 1)).toBe('12,3%');
		expect(ar.quantity(12.34, '% من الأسر', 1)).toBe('12,3% من الأسر');
		expect((await wordsOf('fr')).quantity(12.34, '% des ménages', 1)).toBe('12,3\u202f% des ménages');
		expect((await wordsOf('en')).quantity(3, 'km')).toBe('3 km');
	});

	test('lists end with the word of the language', () => {
		expect(formatList('ar', ['أ', 'ب'])).toBe('أ وب');
		expect(formatList('fr', ['a', 'b', 'c'])).toBe('a, b et c');
	});
});

describe('the language of a visitor', () => {
	test('is the best one the product speaks', () => {
		expect(preferredLanguage('de,fr;q=0.8,en;q=0.9')).toBe('en');
		expect(preferredLanguage('fr-MA,ar;q=0.5')).toBe('fr');
	});

	test('is Arabic when unknown', () => {
		for (const header of [null, '', 'de', '*', 'fr;q=0', ';;;,q=']) expect(preferredLanguage(header)).toBe('ar');
	});
});
