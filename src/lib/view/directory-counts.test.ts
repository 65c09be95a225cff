import { beforeAll, describe, expect, test } from 'vitest';
import type { CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { wordsOf, type Words } from '#lib/i18n/words.ts';
import { countScreen } from './directory-counts.ts';
import type { Places } from './directory-list.ts';

const place = (code: string, parent: string | null, name: string): Territory => ({
	code,
	level: parent === null ? 'region' : 'province',
	kind: parent === null ? 'region' : 'province',
	parent,
	name: { ar: name, fr: name, en: name },
	aliases: [],
	label: null,
	populationLegal: 1,
	populationMunicipal: null,
	households: 1,
	areaKm2: null,
	coastal: false
});
const places: Places = {
	regions: [place('MA-06', null, 'Casablanca-Settat'), place('MA-07', null, 'Marrakech-Safi')],
	provinces: [
		place('MA-JDI', 'MA-06', 'El Jadida'),
		place('MA-SIB', 'MA-06', 'Sidi Bennour'),
		place('MA-SAF', 'MA-07', 'Safi'),
		place('MA-YUS', 'MA-07', 'Youssoufia')
	],
	branches: [{ code: 'agriculture', name: { ar: 'الفلاحة', fr: 'Agriculture', en: 'Agriculture' } }]
};

/** Rows of the facts of 2026, shortened. */
const row = (territory: string, asOf: string | null, count: number, part: Partial<CooperativeCount> = {}): CooperativeCount => ({
	territory,
	branch: 'all',
	asOf,
	count,
	members: null,
	womenMembers: null,
	measure: 'stock',
	source: { title: 'A', url: null },
	note: null,
	...part
});
const counts: readonly CooperativeCount[] = [
	row('MA', '2025-11-30', 65315),
	row('MA', '2004', 4827),
	row('MA-JDI', '2008', 472),
	row('MA-SAF', '2008', 87),
	row('MA-SAF', '2013', 44, { measure: 'stock_women_only' }),
	row('MA-07', '2020-12-31', 747, { measure: 'stock_women_only' }),
	row('MA-JDI+MA-SIB', '2010/2011', 361, { branch: 'agriculture' }),
	row('MA-SAF+MA-JDI+MA-SIB+MA-YUS', '2022-12-31', 3213)
];

let words: Words;
beforeAll(async () => {
	words = await wordsOf('fr');
});
const screen = (territory: string | null = null) => countScreen(counts, places, words, territory, 2026);

describe('published counts', () => {
	test('are the newest total of each place with its date, and what else is published there, newest first', () => {
		const { nation, groups } = screen();
		expect(nation).toMatchObject({ count: 65315, asOf: '2025-11-30', old: false });
		expect(nation!.others.map(({ count }) => count)).toEqual([4827]);
		expect(groups[1]!.counted).toMatchObject([
			{ code: 'MA-SAF', count: 87, old: true, others: [{ measure: 'stock_women_only', count: 44 }] }
		]);
	});

	test('stand apart from the places without one, and every place is in one of the two', () => {
		const { groups, totals } = screen();
		expect(groups.map((group) => [group.code, group.counted.map(({ code }) => code), group.uncounted.map(({ code }) => code)])).toEqual([
			['MA-06', ['MA-JDI'], ['MA-06', 'MA-SIB']],
			['MA-07', ['MA-SAF'], ['MA-07', 'MA-YUS']]
		]);
		expect(totals).toEqual({ region: { all: 2, counted: 0 }, province: { all: 4, counted: 2 } });
	});

	test('of an area of several provinces are no count of any of them', () => {
		const { areas, groups } = screen();
		expect(areas.counted).toMatchObject([{ name: 'Safi, El Jadida, Sidi Bennour et Youssoufia', count: 3213 }]);
		expect(areas.uncounted).toMatchObject([{ name: 'El Jadida et Sidi Bennour', others: [{ branch: 'Agriculture', count: 361 }] }]);
		expect(groups[1]!.uncounted.find(({ code }) => code === 'MA-YUS')).toMatchObject({ isInArea: true, others: [] });
	});

	test('of another kind leave a place without a total', () => {
		expect(screen().groups[1]!.uncounted.find(({ code }) => code === 'MA-07')!.others).toMatchObject([{ count: 747 }]);
	});

	test('of a province are its own, and those of the areas it is in', () => {
		const { nation, groups, areas, totals } = screen('MA-YUS');
		expect([nation, groups.length, areas.counted.length, areas.uncounted.length]).toEqual([null, 1, 1, 0]);
		expect(groups[0]!.uncounted.map(({ code }) => code)).toEqual(['MA-YUS']);
		expect(totals).toEqual({ region: { all: 0, counted: 0 }, province: { all: 1, counted: 0 } });
	});

	test('of a region are its own and those of its provinces', () => {
		expect(screen('MA-06').totals).toEqual({ region: { all: 1, counted: 0 }, province: { all: 2, counted: 1 } });
	});
});
