import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { copeland } from './copeland.ts';
import type { Criterion } from './criteria.ts';
import { promethee, type PreferenceCriterion } from './promethee.ts';
import { topsis } from './topsis.ts';

const criterion = (id: string, weight: number, values: number[], direction: 'higher' | 'lower' = 'higher'): Criterion => ({
	id,
	weight,
	direction,
	values: Float64Array.from(values)
});
const preferring = (given: Criterion, indifference = 0, preference = 0): PreferenceCriterion => ({ ...given, indifference, preference });

/** Three places: need (weight 2), potential (weight 1), distance (weight 1, lower is better). */
const NEED = criterion('need', 2, [3, 0, 4]);
const POTENTIAL = criterion('potential', 1, [6, 8, 0]);
const DISTANCE = criterion('distance', 1, [0, 3, 4], 'lower');

describe('Copeland', () => {
	it('counts contests won minus lost, by hand', () => {
		// Higher is better here: distance enters as its negative. A beats B (need, distance), A–C is a draw (2 against 2), C–B a draw.
		const columns = [NEED.values, POTENTIAL.values, DISTANCE.values.map((value) => -value)];
		expect([...copeland(columns, [2, 1, 1])]).toEqual([1, -1, 0]);
		expect([...copeland(columns, [3, 1, 1])]).toEqual([0, -2, 2]);
	});

	it('leaves an unknown out of its contests, and a place nothing is known of out of all', () => {
		expect([...copeland([Float64Array.of(1, 2, NaN), Float64Array.of(9, NaN, NaN)], [1, 5])]).toEqual([-1, 1, NaN]);
	});
});

describe('TOPSIS', () => {
	it('is computed by hand for three places and three criteria', () => {
		// Lengths 5, 10, 5; weights ½, ¼, ¼. Weighted columns: .3 0 .4 | .15 .2 0 | 0 −.15 −.2; best .4 .2 0, worst 0 0 −.2.
		const a = Math.hypot(0.3, 0.15, 0.2) / (Math.hypot(0.1, 0.05, 0) + Math.hypot(0.3, 0.15, 0.2));
		const b = Math.hypot(0, 0.2, 0.05) / (Math.hypot(0.4, 0, 0.15) + Math.hypot(0, 0.2, 0.05));
		const c = Math.hypot(0.4, 0, 0) / (Math.hypot(0, 0.2, 0.2) + Math.hypot(0.4, 0, 0));
		const found = topsis([NEED, POTENTIAL, DISTANCE]);
		[a, b, c].forEach((value, place) => expect(found[place]).toBeCloseTo(value, 12));
		expect(found[0]).toBeCloseTo(0.7774, 4);
	});

	it('is 1 for the best in all, 0 for the worst in all, unknown where a criterion is, and unknown when nobody differs', () => {
		expect([...topsis([criterion('x', 1, [9, 1, NaN]), criterion('y', 1, [1, 5, 0], 'lower')])]).toEqual([1, 0, NaN]);
		expect([...topsis([criterion('x', 1, [2, 2])])]).toEqual([NaN, NaN]);
		expect([...topsis([criterion('x', 1, [0, 0])])]).toEqual([NaN, NaN]);
	});

	it('refuses weights that weigh nothing', () => {
		expect(() => topsis([criterion('x', 0, [1])])).toThrow('at least one criterion must weigh more than 0');
		expect(() => topsis([criterion('x', NaN, [1])])).toThrow('weight of x must be a number ≥ 0, got NaN');
	});
});

describe('PROMETHEE II', () => {
	it('is computed by hand with the usual preference', () => {
		// A over B: need, distance ¾ and B over A ¼; A over C: potential, distance ½ and back ½; B over C: potential, distance ½ and back ½.
		const { leaving, entering, net } = promethee([NEED, POTENTIAL, DISTANCE].map((given) => preferring(given)));
		expect([...leaving]).toEqual([0.625, 0.375, 0.5]);
		expect([...entering]).toEqual([0.375, 0.625, 0.5]);
		expect([...net]).toEqual([0.25, -0.25, 0]);
	});

	it('prefers in proportion between indifference and full preference', () => {
		// Leads on need: A–B 3, C–A 1, C–B 4, with indifference 1 and full preference from 5: ½, 0, ¾.
		const { leaving, net } = promethee([preferring(NEED, 1, 5)]);
		expect([...leaving]).toEqual([0.25, 0, 0.375]);
		expect([...net]).toEqual([0.25, -0.625, 0.375]);
	});

	it('leaves out places with an unknown criterion, gives one alone flows of 0 and refuses thresholds upside down', () => {
		const { net } = promethee([preferring(criterion('x', 1, [1, NaN]))]);
		expect([...net]).toEqual([0, NaN]);
		expect(() => promethee([preferring(NEED, 2, 1)])).toThrow('need: 0 ≤ indifference ≤ preference is wanted, got 2 and 1');
	});
});

const tables = fc
	.integer({ min: 2, max: 7 })
	.chain((size) =>
		fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }), { minLength: 1, maxLength: 4 })
	);

test('what one place wins another loses: Copeland scores and net flows add to 0', () => {
	fc.assert(
		fc.property(tables, fc.integer({ min: 0, max: 3 }), (table, indifference) => {
			const criteria = table.map((values, k) => preferring(criterion(String(k), k + 1, values), indifference, indifference + 2));
			const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
			expect(sum(promethee(criteria).net)).toBeCloseTo(0, 9);
			expect(
				sum(
					copeland(
						criteria.map(({ values }) => values),
						criteria.map(({ weight }) => weight)
					)
				)
			).toBe(0);
		})
	);
});

test('P02 a place at least as good in everything is never behind, in any of the three views', () => {
	fc.assert(
		fc.property(tables, (table) => {
			const criteria = table.map((values, k) => preferring(criterion(String(k), k + 1, [values[0]! + 1, ...values]), 0, 2));
			const copelands = copeland(
				criteria.map(({ values }) => values),
				criteria.map(({ weight }) => weight)
			);
			for (const view of [copelands, topsis(criteria), promethee(criteria).net]) {
				expect(view[0]! - view[1]!).toBeGreaterThan(-1e-9);
			}
		})
	);
});
