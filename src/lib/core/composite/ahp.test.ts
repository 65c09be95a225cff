import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ahp, CONSISTENT, pairsOf, RANDOM_INDEX } from './ahp.ts';

describe('the analytic hierarchy process', () => {
	it('computed by hand for three things: first over second 3, first over third 5, second over third 3', () => {
		// Of three things the eigenvector is the geometric mean of the rows: ∛15, 1, ∛(1/15).
		const rows = [Math.cbrt(15), 1, 1 / Math.cbrt(15)];
		const total = rows.reduce((sum, row) => sum + row, 0);
		const { weights, consistencyRatio, isConsistent } = ahp(3, [3, 5, 3]);
		weights.forEach((weight, i) => expect(weight).toBeCloseTo(rows[i]! / total, 12));
		expect(weights.map((weight) => Number(weight.toFixed(3)))).toEqual([0.637, 0.258, 0.105]);
		// λ = 1 + g + 1/g with g = ∛(a₁₃/(a₁₂·a₂₃)) = ∛(5/9)
		const g = Math.cbrt(5 / 9);
		expect(consistencyRatio).toBeCloseTo((1 + g + 1 / g - 3) / 2 / 0.58, 9);
		expect(consistencyRatio).toBeCloseTo(0.033, 3);
		expect(isConsistent).toBe(true);
	});

	it('asks about each pair once, the first thing against all others first', () => {
		expect(pairsOf(4).map(({ first, second }) => `${first}${second}`)).toEqual(['01', '02', '03', '12', '13', '23']);
		expect(pairsOf(1)).toEqual([]);
	});

	it('names the one judgement that sits worst with the others, and the value that fits them', () => {
		// 8 : 4 : 2 : 1, but the first is said to matter less than the last.
		const { isConsistent, revisit } = ahp(4, [2, 4, 1 / 3, 2, 4, 2]);
		expect(isConsistent).toBe(false);
		expect(revisit).toMatchObject({ first: 0, second: 3, given: 1 / 3 });
		expect(revisit!.consistent).toBeCloseTo(8, 6);
		expect(revisit!.ratioAfter).toBeCloseTo(0, 6);
	});

	it('cannot contradict itself with two things, and has one answer for one', () => {
		expect(ahp(2, [4])).toMatchObject({ weights: [0.8, 0.2], consistencyRatio: 0, isConsistent: true, revisit: null });
		expect(ahp(1, [])).toMatchObject({ weights: [1], consistencyRatio: 0 });
	});

	it('refuses more than seven things, missing judgements and what is no ratio', () => {
		expect(() => ahp(8, [])).toThrow('1 to 7 things can be compared, got 8');
		expect(() => ahp(3, [1])).toThrow('3 things need 3 judgements, got 1');
		expect(() => ahp(2, [0])).toThrow('a judgement must be a number above 0, got 0');
		expect(RANDOM_INDEX).toHaveLength(7);
	});
});

const weight = fc.double({ min: 0.02, max: 1, noNaN: true });
const many = fc.integer({ min: 3, max: 7 });

test('judgements that are ratios of weights give those weights back, with a consistency ratio of 0', () => {
	fc.assert(
		fc.property(
			many.chain((count) => fc.array(weight, { minLength: count, maxLength: count })),
			(given) => {
				const total = given.reduce((sum, value) => sum + value, 0);
				const { weights, consistencyRatio } = ahp(
					given.length,
					pairsOf(given.length).map(({ first, second }) => given[first]! / given[second]!)
				);
				weights.forEach((found, i) => expect(found).toBeCloseTo(given[i]! / total, 9));
				expect(consistencyRatio).toBeLessThan(1e-9);
			}
		)
	);
});

test('following the advice never makes judgements less consistent', () => {
	const saaty = fc.integer({ min: -8, max: 8 }).map((step) => (step < 0 ? 1 / (1 - step) : 1 + step));
	fc.assert(
		fc.property(
			many.chain((count) =>
				fc.array(saaty, { minLength: pairsOf(count).length, maxLength: pairsOf(count).length }).map((list) => [count, list] as const)
			),
			([count, judgements]) => {
				const { consistencyRatio, revisit, weights } = ahp(count, judgements);
				expect(weights.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
				expect(revisit === null).toBe(consistencyRatio <= CONSISTENT);
				if (revisit) expect(revisit.ratioAfter).toBeLessThan(consistencyRatio + 1e-9);
			}
		)
	);
});
