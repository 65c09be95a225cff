import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Territory } from '../territory/territory.ts';
import { selectionStatistics, variableStatistics } from './statistics.ts';
import { synthetic } from './scenarios/synthetic.ts';

/** Three synthetic places: 100, 300 and an unknown number of people. */
const PLACES = [
	synthetic('a', { populationMunicipal: 100, areaKm2: 2.5 }),
	synthetic('b', { populationMunicipal: 300, areaKm2: null }),
	synthetic('c', { populationMunicipal: null, areaKm2: 4 })
];
const rate = { measure: 'rate', values: Float64Array.of(10, 20, 90) } as const;

describe('a selection', () => {
	test('says people, households and area, and of how many each is known', () => {
		expect(selectionStatistics(PLACES, [0, 1, 2])).toEqual({
			territories: 3,
			people: { value: 400, known: 2, of: 3 },
			households: { value: 60, known: 3, of: 3 },
			areaKm2: { value: 6.5, known: 2, of: 3 }
		});
	});

	test('of nothing known has no sum, not a sum of 0', () => {
		expect(selectionStatistics(PLACES, [1]).areaKm2).toEqual({ value: null, known: 0, of: 1 });
		expect(selectionStatistics(PLACES, []).people).toEqual({ value: null, known: 0, of: 0 });
	});
});

describe('a variable over a selection', () => {
	test('has a mean weighted by people where it is a rate, over those whose people are known', () => {
		expect(variableStatistics(rate, PLACES, [0, 1, 2])).toEqual({
			known: 3,
			of: 3,
			min: 10,
			median: 20,
			max: 90,
			whole: { kind: 'mean', value: 17.5, weighed: 2 }
		});
	});

	test('has a sum and no mean where it is a count, without the unknown', () => {
		const count = { measure: 'count', values: Float64Array.of(4, NaN, 6) } as const;
		expect(variableStatistics(count, PLACES, [0, 1, 2])).toMatchObject({ known: 2, of: 3, whole: { kind: 'sum', value: 10 } });
	});

	test('of types counts them and has no number in the middle', () => {
		const types = { measure: 'type', values: Float64Array.of(1, 2, 3), types: ['follow', null, 'follow'] } as const;
		expect(variableStatistics(types, PLACES, [0, 1, 2])).toEqual({
			known: 2,
			of: 3,
			min: null,
			median: null,
			max: null,
			whole: { kind: 'types', counts: new Map([['follow', 2]]) }
		});
	});

	test('that is unknown everywhere says null and «0 of N known», for every measure', () => {
		const values = Float64Array.of(NaN, NaN, NaN);
		for (const measure of ['rate', 'index', 'count'] as const) {
			const all = variableStatistics({ measure, values }, PLACES, [0, 1, 2]);
			expect(all).toMatchObject({ known: 0, of: 3, min: null, median: null, max: null, whole: { value: null } });
		}
	});
});

describe('for any selection', () => {
	interface Drawn {
		readonly places: readonly Territory[];
		readonly values: Float64Array;
		readonly chosen: readonly number[];
	}
	const place = fc.record({
		people: fc.option(fc.nat(2_000_000)),
		area: fc.option(fc.double({ min: 0, max: 40_000, noNaN: true })),
		value: fc.oneof(fc.constant(NaN), fc.double({ min: -1000, max: 1000, noNaN: true }))
	});
	const drawn: fc.Arbitrary<Drawn> = fc.array(place, { minLength: 1, maxLength: 40 }).chain((rows) =>
		fc.shuffledSubarray(rows.map((_, i) => i)).map((chosen) => ({
			places: rows.map(({ people, area }, i) => synthetic(String(i), { populationMunicipal: people, areaKm2: area })),
			values: Float64Array.from(rows, ({ value }) => value),
			chosen
		}))
	);

	test('the order of clicks changes nothing, to the last bit', () => {
		fc.assert(
			fc.property(drawn, ({ places, values, chosen }) => {
				const turned = [...chosen].reverse();
				expect(selectionStatistics(places, turned)).toEqual(selectionStatistics(places, chosen));
				for (const measure of ['rate', 'count'] as const) {
					expect(variableStatistics({ measure, values }, places, [...turned, ...chosen])).toEqual(
						variableStatistics({ measure, values }, places, chosen)
					);
				}
			})
		);
	});

	test('two selections without a common place add up in people, households and places', () => {
		fc.assert(
			fc.property(drawn, fc.nat(40), ({ places, chosen }, cut) => {
				const [one, other] = [chosen.slice(0, cut), chosen.slice(cut)].map((part) => selectionStatistics(places, part));
				const both = selectionStatistics(places, chosen);
				expect((one!.people.value ?? 0) + (other!.people.value ?? 0)).toBe(both.people.value ?? 0);
				expect((one!.households.value ?? 0) + (other!.households.value ?? 0)).toBe(both.households.value ?? 0);
				expect(one!.people.known + other!.people.known).toBe(both.people.known);
				expect(one!.territories + other!.territories).toBe(both.territories);
			})
		);
	});

	test('the weighted mean lies within the least and the greatest value', () => {
		fc.assert(
			fc.property(drawn, ({ places, values, chosen }) => {
				const { min, max, median, known, whole } = variableStatistics({ measure: 'rate', values }, places, chosen);
				expect(known).toBe(chosen.filter((i) => !Number.isNaN(values[i])).length);
				if (whole.kind !== 'mean' || whole.value === null) return;
				expect(whole.value).toBeGreaterThanOrEqual(min!);
				expect(whole.value).toBeLessThanOrEqual(max!);
				expect(median).not.toBeNull();
			})
		);
	});
});
