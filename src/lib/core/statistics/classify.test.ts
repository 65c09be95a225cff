import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classCounts, classOf, equalIntervalBreaks, quantileBreaks } from './classify.ts';

const METHODS = { quantile: quantileBreaks, 'equal interval': equalIntervalBreaks };
const known = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 5 }));
const someUnknown = fc.array(fc.oneof({ weight: 5, arbitrary: known }, { weight: 1, arbitrary: fc.constant(NaN) }), { maxLength: 90 });
const classes = fc.integer({ min: 1, max: 9 });

describe.each(Object.entries(METHODS))('%s classes', (_, breaksOf) => {
	test('P28: every known value falls in exactly one class, unknown in none, and counts add up to n', () => {
		fc.assert(
			fc.property(someUnknown, classes, (values, k) => {
				const breaks = breaksOf(values, k);
				const { counts, unknown } = classCounts(values, breaks);
				expect(unknown).toBe(values.filter(Number.isNaN).length);
				expect(counts.reduce((sum, count) => sum + count, 0) + unknown).toBe(values.length);
				for (const value of values) {
					const holding = [...breaks, Infinity].filter((hi, i) => value <= hi && (i === 0 || value > breaks[i - 1]!));
					expect(holding).toHaveLength(Number.isNaN(value) ? 0 : 1);
				}
			})
		);
	});

	test('P28: equal values share a class, and a larger value is never in a lower one', () => {
		fc.assert(
			fc.property(someUnknown, classes, (values, k) => {
				const breaks = breaksOf(values, k);
				const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
				sorted.forEach((value, i) => {
					if (i === 0) return;
					const [before, here] = [classOf(sorted[i - 1]!, breaks)!, classOf(value, breaks)!];
					if (value === sorted[i - 1]) expect(here).toBe(before);
					expect(here).toBeGreaterThanOrEqual(before);
				});
			})
		);
	});

	test('P28: k shrinks when there are fewer distinct values', () => {
		fc.assert(
			fc.property(someUnknown, classes, (values, k) => {
				const distinct = new Set(values.filter((value) => !Number.isNaN(value))).size;
				const breaks = breaksOf(values, k);
				expect(breaks.length + 1).toBeLessThanOrEqual(Math.max(1, Math.min(k, distinct)));
				for (let i = 1; i < breaks.length; i++) expect(breaks[i]).toBeGreaterThan(breaks[i - 1]!);
			})
		);
	});

	test('all values equal make one class', () => expect(breaksOf([7, 7, 7, 7, 7, 7], 5)).toEqual([]));
	test('one value makes one class', () => expect(breaksOf([7], 5)).toEqual([]));
	test('nothing known makes no break', () => expect(breaksOf([NaN, NaN], 5)).toEqual([]));
	test('no value at all makes no break', () => expect(breaksOf([], 5)).toEqual([]));
	test('three distinct values make at most three classes, each filled', () => {
		const values = [1, 1, 1, 2, 3, 3];
		const { counts } = classCounts(values, breaksOf(values, 5));
		expect(counts.length).toBeGreaterThan(1);
		expect(Math.min(...counts)).toBeGreaterThan(0);
	});
});

test('P28: quantile classes are never empty when something is known', () => {
	fc.assert(
		fc.property(fc.array(known, { minLength: 1, maxLength: 90 }), classes, (values, k) => {
			expect(Math.min(...classCounts(values, quantileBreaks(values, k)).counts)).toBeGreaterThan(0);
		})
	);
});

test('quantile breaks are the type-7 quantiles', () => {
	const breaks = quantileBreaks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5);
	expect(breaks).toHaveLength(4);
	[2.8, 4.6, 6.4, 8.2].forEach((expected, i) => expect(breaks[i]).toBeCloseTo(expected, 12));
});

test('a value on a break belongs to the class below it', () => {
	expect(classOf(40, [40, 45])).toBe(0);
	expect(classOf(40.000001, [40, 45])).toBe(1);
	expect(classOf(46, [40, 45])).toBe(2);
	expect(classOf(NaN, [40, 45])).toBeNull();
});
