import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { closePairs, correlation, influences, rankCorrelation } from './correlation.ts';
import { criticWeights, entropyWeights } from './spread-weights.ts';

const of = (...values: number[]): Float64Array => Float64Array.from(values);

describe('a correlation', () => {
	it('is that of the places where both are known', () => {
		expect(correlation(of(1, 2, 3, NaN, 9), of(2, 4, 6, 7, NaN))).toBeCloseTo(1, 12);
		expect(correlation(of(1, 2, 3, 4), of(1, 3, 2, 4))).toBeCloseTo(0.8, 12);
		expect(rankCorrelation(of(1, 2, 3, 40), of(1, 3, 2, 4))).toBeCloseTo(0.8, 12);
	});

	it('does not exist for two places, or when one column is flat', () => {
		expect(correlation(of(1, 2), of(2, 1))).toBeNull();
		expect(correlation(of(1, 2, 3, 4), of(5, 5, 5, NaN))).toBeNull();
	});

	it('gives ties their mean rank', () => {
		expect(rankCorrelation(of(1, 1, 2), of(5, 5, 9))).toBeCloseTo(1, 12);
	});

	it('warns of pairs that count one thing twice, the closest first, either way', () => {
		const columns = { rural: of(1, 2, 3, 4), sewer: of(8, 6, 4, 2), water: of(1, 2, 3, 5), souks: of(3, 1, 4, 1) };
		const pairs = closePairs(columns, 0.9);
		expect(pairs.map(({ first, second }) => `${first}–${second}`)).toEqual(['rural–sewer', 'rural–water', 'sewer–water']);
		expect(pairs[0]!.correlation).toBeCloseTo(-1, 12);
	});
});

describe('what a part weighs in effect', () => {
	it('is its squared correlation with the score, as a share', () => {
		const columns = { wide: of(0, 10, 20, 30), narrow: of(1, 0, 1, 0), flat: of(7, 7, 7, 7) };
		const score = Float64Array.from([0, 1, 2, 3], (place) => (columns.wide[place]! + columns.narrow[place]!) / 2);
		const { wide, narrow, flat } = influences(columns, score);
		expect(wide!.share!).toBeGreaterThan(0.7);
		expect(wide!.share! + narrow!.share!).toBeCloseTo(1, 12);
		expect(flat).toEqual({ correlation: null, share: null });
	});
});

describe('weights from the spread of the data', () => {
	it('by entropy, computed by hand: one column even, the other all in one place', () => {
		// H of (½, ½) is ln 2: nothing to tell apart. H of (1, 0) is 0: everything.
		expect(entropyWeights([of(1, 1), of(1, 0)])).toEqual([0, 1]);
		// H of (¼, ¾) = 0.5623; 1 − H/ln 2 = 0.1887 on both.
		entropyWeights([of(1, 3), of(3, 1)])!.forEach((share) => expect(share).toBeCloseTo(0.5, 12));
	});

	it('by CRITIC, computed by hand: the column that repeats no other weighs most', () => {
		// a = b, c against both: deviations ½, conflicts 0 + 2, 0 + 2, 2 + 2.
		const [a, c] = [of(0, 0.5, 1), of(1, 0.5, 0)];
		criticWeights([a, a, c])!.forEach((share, k) => expect(share).toBeCloseTo([0.25, 0.25, 0.5][k]!, 12));
		expect(criticWeights([a, c, of(1, 1, 1)])![2]).toBe(0);
	});

	it('do not exist when nothing differs, and entropy refuses values below 0', () => {
		expect(entropyWeights([of(2, 2)])).toBeNull();
		expect(criticWeights([of(2, 2, NaN)])).toBeNull();
		expect(() => entropyWeights([of(-1, 2)])).toThrow('entropy needs values of 0 or more, got -1');
	});
});

test('spread weights are shares that add to 1, whatever is unknown', () => {
	const cell = fc.oneof({ weight: 5, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(NaN) });
	const table = fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 5 });
	fc.assert(
		fc.property(table, (rows) => {
			for (const weights of [entropyWeights, criticWeights].map((weigh) => weigh(rows.map((row) => Float64Array.from(row))))) {
				if (weights === null) continue;
				for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(-1e-12);
				expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
			}
		})
	);
});
