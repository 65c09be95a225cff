import { describe, expect, test } from 'vitest';
import { against } from '#lib/core/attribute/against.ts';
import { selectionStatistics, variableStatistics } from '#lib/core/attribute/statistics.ts';
import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { differenceText } from './against-text.ts';
import { cellText, unitText } from './cell-text.ts';
import { copiedText, sumText, variableStatisticText } from './statistics-text.ts';

const words = await wordsOf('en');
const arabic = await wordsOf('ar');
const text = (en: string) => ({ ar: en, fr: en, en });

/** Synthetic: three places and variables that no source publishes. */
const variable = (part: Partial<Variable>): Variable => ({
	id: 'indicator:invented',
	measure: 'rate',
	family: 'need',
	lowIsStrong: false,
	values: Float64Array.of(10, 20, NaN),
	states: ['no-data'],
	breaks: null,
	reference: null,
	title: text('Invented rate'),
	unit: text('%'),
	year: '2024',
	credit: text('Nobody'),
	decimals: 1,
	note: null,
	...part
});
const places = [100, 300, null].map((people, i) => ({
	code: String(i),
	populationMunicipal: people,
	households: 5,
	areaKm2: i === 0 ? null : 2
})) as readonly Partial<Territory>[] as readonly Territory[];

describe('a cell', () => {
	test('that is unknown says why and is never a number', () => {
		expect(cellText(words, variable({}), 1)).toEqual({ text: '20.0', state: null });
		expect(cellText(words, variable({}), 2)).toEqual({ text: '–', state: 'No data' });
		expect(cellText(words, variable({}), 99)).toEqual({ text: '–', state: 'No data' });
		const scores = variable({ states: ['not-documented', 'ineligible'], stateOf: () => 'ineligible' });
		expect(cellText(words, scores, 2).state).toBe('Chain not applicable here');
	});

	test('of a type says the type, whatever the score behind it', () => {
		const types = variable({ measure: 'type', types: ['follow', null, null], states: ['insufficient'] });
		expect([cellText(words, types, 0), cellText(words, types, 1)]).toEqual([
			{ text: 'Follow', state: null },
			{ text: '–', state: 'Insufficient data' }
		]);
	});

	test('has its unit and year in the heading', () => {
		expect([unitText(words, variable({})), unitText(words, variable({ year: null }))]).toEqual(['% · 2024', '%']);
	});
});

describe('a selection in words', () => {
	test('says how a number came about and of how many it is known', () => {
		const said = variableStatisticText(words, variable({}), variableStatistics(variable({}), places, [0, 1, 2]));
		expect(said).toMatchObject({ value: '17.5%', how: 'mean weighted by people', known: 'known for 2 of 3' });
		expect(said.spread).toBe('min 10.0 · median 15.0 · max 20.0');
	});

	test('says which of the known no weight is known for', () => {
		const all = variable({ values: Float64Array.of(10, 20, 90) });
		expect(variableStatisticText(words, all, variableStatistics(all, places, [0, 1, 2])).how).toBe(
			'mean weighted by people, over 2 of 3 whose population is known'
		);
	});

	test('calls a sum of what is known by its name', () => {
		const count = variable({ measure: 'count', unit: text('people'), decimals: 0 });
		expect(variableStatisticText(words, count, variableStatistics(count, places, [0, 2]))).toMatchObject({
			value: '10 people',
			how: 'sum of what is known only',
			spread: null,
			known: 'known for 1 of 2'
		});
		const { areaKm2 } = selectionStatistics(places, [0, 1]);
		expect(sumText(words, { title: text('Area'), unit: text('km²'), note: null }, areaKm2)).toMatchObject({
			value: '2 km²',
			how: 'sum of what is known only'
		});
	});

	test('puts the scale of an index beside its number, not behind it', () => {
		const index = variable({ measure: 'index', unit: text('from 0 to 100') });
		expect(variableStatisticText(words, index, variableStatistics(index, places, [0, 1]))).toMatchObject({
			value: '17.5',
			scale: 'from 0 to 100'
		});
	});

	test('is copied with its cautions and each source once', () => {
		const noted = variable({ note: text('A proxy.') });
		const said = variableStatisticText(words, noted, variableStatistics(noted, places, [0]));
		expect(copiedText(words, '1 commune', [said], ['Nobody', 'Nobody'])).toBe(
			'1 commune\nInvented rate · 2024: 10.0%; mean weighted by people; known for 1 of 1; A proxy.\nSource: Nobody'
		);
	});
});

describe('a difference in words', () => {
	const said = (part: Partial<Variable>, a: number, b: number, spoken = words) =>
		differenceText(spoken, variable(part), against(variable(part), a, b));

	test('of percentages is in points, of an index in points of its scale', () => {
		expect(said({}, 1, 0)).toEqual({ difference: '+10.0 percentage points', higher: 'A higher', ratio: null });
		expect(said({ measure: 'index', unit: text('from 0 to 100') }, 0, 1).difference).toBe('-10.0 points of the scale');
	});

	test('of counts says how many times the smaller the greater is', () => {
		const count = { measure: 'count', unit: text('people'), decimals: 0 } as const;
		expect(said(count, 1, 0).ratio).toBe('A is 2.00 times B');
		expect(said(count, 0, 1).ratio).toBe('B is 2.00 times A');
	});

	test('that is 0 as it is written is called equal; one that is unknown is no number', () => {
		expect(said({ values: Float64Array.of(1.01, 1.04) }, 0, 1).higher).toBe('equal');
		expect(said({}, 0, 2)).toEqual({ difference: '–', higher: null, ratio: null });
	});

	test('keeps its sign before the number in a line from right to left', () => {
		expect(said({}, 0, 1, arabic).difference.startsWith('\u200e-10,0')).toBe(true);
	});
});
