import { describe, expect, test } from 'vitest';
import { classify, type ClassMethod } from '#lib/core/statistics/classify.ts';
import { boxOf, histogramOf, skewness } from '#lib/core/statistics/distribution.ts';
import oracle from './oracles/classes.json' with { type: 'json' };

const { published } = oracle;
const TOLERANCE = oracle.meta.tolerance_rel;

function near(values: readonly number[], known: readonly number[]): void {
	expect(values).toHaveLength(known.length);
	values.forEach((value, i) => expect(Math.abs(value - known[i]!)).toBeLessThanOrEqual(TOLERANCE * Math.max(1, Math.abs(known[i]!))));
}
type Computed = Exclude<ClassMethod, 'manual'>;
const breaksOf = (method: Computed, values: readonly number[], classes: number) => classify(values, { method, classes }).breaks;
const countsOf = (method: Computed, values: readonly number[], classes: number) => classify(values, { method, classes }).counts;

describe.each(oracle.columns)('$name', (column) => {
	const { values, mean, standardDeviation } = column;
	const sorted = Float64Array.from(values).sort();

	test('has the quantiles, equal steps and powers that NumPy computes', () => {
		for (const [k, known] of Object.entries(column.quantile)) near(breaksOf('quantile', values, Number(k)), known);
		for (const [k, known] of Object.entries(column.equalInterval)) near(breaksOf('equal-interval', values, Number(k)), known);
		for (const [k, known] of Object.entries(column.geometric ?? {})) near(breaksOf('geometric', values, Number(k)), known);
	});

	test('is cut at its mean and so many standard deviations from it', () => {
		const known = [-1, 0, 1].map((steps) => mean + steps * standardDeviation).filter((value) => value >= sorted[0]!);
		near(breaksOf('standard-deviation', values, 4), known);
	});

	test('splits its heads from its tails at the same means', () => {
		near(breaksOf('head-tail', values, 9), column.headTail);
	});

	test('has the box, the skewness and the Freedman–Diaconis histogram of NumPy and SciPy', () => {
		near(Object.values(boxOf(sorted)!), column.box);
		near([skewness(sorted)!], [column.skewness]);
		const { edges, counts } = histogramOf(sorted);
		if (!column.histogram) return expect(counts).toHaveLength(5);
		near(edges, column.histogram.edges);
		expect(counts).toEqual(column.histogram.counts);
	});
});

describe('published answers', () => {
	test('quantiles of 0 to 999 are those in the tests of mapclassify', () => {
		const values = Array.from({ length: 1000 }, (_, i) => i);
		for (const [k, known] of Object.entries(published.quantile_0_to_999)) near(breaksOf('quantile', values, Number(k)), known);
	});

	test('head-tail breaks of inverse squares hold as many values as in the tests of mapclassify', () => {
		const squares = Array.from({ length: 999 }, (_, i) => (i + 1) ** -2);
		expect(countsOf('head-tail', squares, 4)).toEqual(published.headTail_inverse_squares_1_to_999_counts);
	});

	test('powers of two, natural groups, equal steps and skewness are those of the documentation of NumPy, simple-statistics and SciPy', () => {
		near(breaksOf('geometric', [1, 3, 5, 9, 17, 33, 65, 129, 256], 8), published.geometric_1_to_256_in_8);
		const { values, groups } = published.ckmeans;
		expect(countsOf('natural', values, 3)).toEqual(groups.map((group) => group.length));
		near(breaksOf('equal-interval', [1, 2, 3, 4, 5, 6], 4), published.equalInterval_1_to_6_in_4);
		near([skewness(Float64Array.from(published.skewness.values).sort())!], [published.skewness.g1]);
	});
});
