import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filteredRows, filterKeys, orderByName, orderByValue, sortValues } from './rows.ts';
import { synthetic } from './scenarios/synthetic.ts';

const compare = new Intl.Collator('fr').compare;
const named = (code: string, fr: string, ar: string, aliases: string[] = []) => synthetic(code, { name: { ar, fr, en: fr }, aliases });
const PLACES = [
	named('c', 'Zagora', 'زاكورة'),
	named('b', 'Beni Ahmed', 'بني أحمد', ['Bni Ahmed Cherqia']),
	named('a', 'Âouinate', 'عوينات'),
	named('d', 'El Hajeb', 'الحاجب')
];

describe('the order of rows', () => {
	test('by name follows the language, accents apart, and takes namesakes by code', () => {
		expect(orderByName(PLACES, 'fr', compare)).toEqual([2, 1, 3, 0]);
		expect(orderByName([synthetic('2', { name: PLACES[0]!.name }), synthetic('1', { name: PLACES[0]!.name })], 'fr', compare)).toEqual([
			1, 0
		]);
	});

	test('by value puts the unknown last in both directions and equal values by name', () => {
		const byName = [2, 1, 3, 0];
		expect(orderByValue(byName, [5, NaN, 5, 9], false)).toEqual([2, 0, 3, 1]);
		expect(orderByValue(byName, [5, NaN, 5, 9], true)).toEqual([3, 2, 0, 1]);
	});

	test('holds every row once, whatever the values', () => {
		const value = fc.oneof(fc.constant(NaN), fc.double({ noNaN: true }));
		fc.assert(
			fc.property(fc.array(value), fc.boolean(), (values, descending) => {
				const byName = values.map((_, i) => i);
				const order = orderByValue(byName, values, descending);
				expect([...order].sort((a, b) => a - b)).toEqual(byName);
				const known = order.map((i) => values[i]!).filter((one) => !Number.isNaN(one));
				expect(order.slice(known.length).every((i) => Number.isNaN(values[i]))).toBe(true);
				for (let i = 1; i < known.length; i += 1) expect(descending ? known[i]! <= known[i - 1]! : known[i]! >= known[i - 1]!).toBe(true);
			})
		);
	});

	test('of a type is that of the legend, not that of the score behind it', () => {
		const variable = { measure: 'type', values: Float64Array.of(90, 10, 50), types: ['follow', 'develop-priority', null] } as const;
		expect(orderByValue([0, 1, 2], sortValues(variable), false)).toEqual([1, 0, 2]);
	});
});

describe('the filter', () => {
	const order = [0, 1, 2, 3];
	const region = named('r', 'Drâa', 'درعة');
	const keys = filterKeys(PLACES, ({ code }) => (code === 'c' ? region : null));
	const found = (words: string, only: ReadonlySet<string> | null = null): number[] => filteredRows(order, PLACES, keys, { words, only });

	test('takes the spellings of three languages, aliases and accents as one', () => {
		expect(found('')).toEqual(order);
		expect(found('aouin')).toEqual([2]);
		expect(found('احمد')).toEqual([1]);
		expect(found('cherqia')).toEqual([1]);
		expect(found('حاجب')).toEqual([3]);
	});

	test('finds a territory by the one it is part of', () => {
		expect(found('draa')).toEqual([0]);
		expect(found('درعة')).toEqual([0]);
	});

	test('falls back to how a whole name sounds, and finds nothing for nothing', () => {
		expect(found('Hajjeb')).toEqual([3]);
		expect(found('qqqq')).toEqual([]);
	});

	test('keeps the selected alone, in the order of the rows', () => {
		expect(found('', new Set(['d', 'b']))).toEqual([1, 3]);
		expect(found('zagora', new Set(['d', 'b']))).toEqual([]);
	});
});
