import { describe, expect, test } from 'vitest';
import type { SymbolLegend } from '#lib/core/cartography/scene.ts';
import { formatPublished } from './dates.ts';
import { publishedText, symbolText } from './symbols.ts';
import { wordsOf } from './words.ts';

const legend: SymbolLegend = {
	level: 'region',
	sizes: [{ value: 4000, radius: 22 }],
	largest: 4772,
	lines: [
		{ meaning: { kind: 'published', from: 2020, to: 2024, undated: 1 }, mark: 'disc', count: 6, of: 12 },
		{ meaning: { kind: 'old' }, mark: 'ring', count: 2, of: 6 },
		{ meaning: { kind: 'unpublished' }, mark: 'none', count: 6, of: 12 },
		{ meaning: { kind: 'named' }, mark: 'point', count: 47, of: 111 }
	]
};

describe('the words of the symbols', () => {
	test('say of how many, of which years, and that dates differ', async () => {
		expect(symbolText(await wordsOf('en'), legend)).toEqual({
			title: 'Published number of cooperatives',
			sizes: ['4,000'],
			lines: [
				'With a published count, of 12 regions, dated 2020 to 2024, 1 undated',
				'of which over five years old or undated',
				'Without a published count, of 12 regions',
				'Named cooperatives, located, of 111; examples only'
			],
			note: 'Dates differ: these counts are not to be ranked.'
		});
	});
	test('speak Arabic with Western digits', async () => {
		const { lines } = symbolText(await wordsOf('ar'), legend);
		expect(lines[0]).toBe('لها عدد منشور، من أصل 12 جهة، بتواريخ بين 2020 و2024، منها عدد واحد بدون تاريخ');
	});
	test('name one year once, and warn of no dates where there is no count', async () => {
		const words = await wordsOf('en');
		const one = { ...legend.lines[0]!, meaning: { kind: 'published', from: 2022, to: 2022, undated: 0 } } as const;
		expect(symbolText(words, { ...legend, lines: [one] }).lines).toEqual(['With a published count, of 12 regions, dated 2022']);
		expect(symbolText(words, { ...legend, sizes: [], lines: [] }).note).toBeNull();
	});
});

test('a published count says its date, whether it was computed, and its age', async () => {
	const words = await wordsOf('en');
	expect(publishedText(words, { count: 46, asOf: '2014-03-31', derived: false, old: true })).toBe(
		'46 cooperatives · March 31, 2014 · old figure'
	);
	expect(publishedText(words, { count: 1, asOf: null, derived: true, old: true })).toBe('1 cooperative · undated · derived');
});

test('a date is written as far as it is known', () => {
	expect(['2022', '2024-07', '2013 H1', '2010/2011'].map((date) => formatPublished('fr', date))).toEqual([
		'2022',
		'juillet 2024',
		'2013 H1',
		'2010/2011'
	]);
	expect(formatPublished('ar', '2024-07')).toMatch(/ 2024$/);
});
