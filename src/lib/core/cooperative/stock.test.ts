import { describe, expect, test } from 'vitest';
import type { CooperativeCount } from './cooperative.ts';
import { isOld, newestStocks, yearOf } from './stock.ts';

const row = (territory: string, asOf: string | null, count: number | null, measure = 'stock'): CooperativeCount => ({
	territory,
	branch: 'all',
	asOf,
	count,
	members: null,
	womenMembers: null,
	measure,
	source: { title: 'A', url: null },
	note: null
});
const told = (rows: readonly CooperativeCount[]) => newestStocks(rows).map(({ territory, count }) => `${territory} ${count}`);

describe('the newest stock', () => {
	test('is one per territory, by its published date, in the order of the rows', () => {
		expect(told([row('B', '2013', 5), row('A', '2022', 2), row('B', '2022-12-31', 9), row('A', '2016-01-01', 1)])).toEqual(['B 9', 'A 2']);
	});
	test('is a dated one when there is one: nobody knows how old the other is', () => {
		expect(told([row('A', null, 218), row('A', '2009-03', 186), row('B', null, 7)])).toEqual(['A 186', 'B 7']);
	});
	test('is the stated one of two with one date', () => {
		expect(told([row('A', '2021', 1, 'stock_derived_from_share'), row('A', '2021', 2), row('A', '2021', 3)])).toEqual(['A 2']);
	});
	test('is no creation, no women-only count and no unknown number', () => {
		expect(told([row('A', '2022', 5, 'created'), row('A', '2022', 5, 'stock_women_only'), row('A', '2022', null)])).toEqual([]);
	});
});

test('a date has the year it begins with', () => {
	expect(['2024-07', '2013 H1', '2010/2011', null].map(yearOf)).toEqual([2024, 2013, 2010, null]);
});

test('a figure is old after five years, and when it has no date', () => {
	expect(['2021', '2020-12-31', null].map((asOf) => isOld(asOf, 2026))).toEqual([false, true, true]);
});
