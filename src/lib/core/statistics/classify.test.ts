import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ckmeans } from 'simple-statistics';
import { classify, CLASS_METHODS, classCounts, classOf, type ClassMethod } from './classify.ts';
import { headTailBreaks, quantileBreaks, standardDeviationBreaks } from './classify/interval-breaks.ts';
import { naturalBreaks } from './classify/natural-breaks.ts';

type Computed = Exclude<ClassMethod, 'manual'>;
const COMPUTED = CLASS_METHODS.filter((method): method is Computed => method !== 'manual');
const known = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 5 }));
const positive = fc.oneof(fc.double({ noNaN: true, min: 0.001, max: 1e9 }), fc.integer({ min: 1, max: 5 }));
const columnOf = (value: fc.Arbitrary<number>) =>
	fc.array(fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(NaN) }), { maxLength: 90 });
const someUnknown = fc.oneof(columnOf(known), columnOf(positive));
const k = fc.integer({ min: 1, max: 9 });
const knownOf = (values: readonly number[]) => values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);

describe.each(COMPUTED)('%s classes', (method) => {
	const breaksOf = (values: readonly number[], classes: number) => classify(values, { method, classes }).breaks;

	test('P28: every known value falls in exactly one class, unknown in none, and counts add up to n', () => {
		fc.assert(
			fc.property(someUnknown, k, (values, classes) => {
				const { breaks, counts, unknown } = classify(values, { method, classes });
				expect(unknown).toBe(values.filter(Number.isNaN).length);
				expect(counts.reduce((sum, count) => sum + count, 0) + unknown).toBe(values.length);
				expect(counts).toHaveLength(breaks.length + 1);
				for (const value of values) {
					const holding = [...breaks, Infinity].filter((hi, i) => value <= hi && (i === 0 || value > breaks[i - 1]!));
					expect(holding).toHaveLength(Number.isNaN(value) ? 0 : 1);
				}
			})
		);
	});

	test('P28: equal values share a class, and a larger value is never in a lower one', () => {
		fc.assert(
			fc.property(someUnknown, k, (values, classes) => {
				const breaks = breaksOf(values, classes);
				const sorted = knownOf(values);
				sorted.forEach((value, i) => {
					if (i === 0) return;
					const [before, here] = [classOf(sorted[i - 1]!, breaks)!, classOf(value, breaks)!];
					if (value === sorted[i - 1]) expect(here).toBe(before);
					expect(here).toBeGreaterThanOrEqual(before);
				});
			})
		);
	});

	test('P28: k shrinks when there are fewer distinct values, and the answer says why', () => {
		fc.assert(
			fc.property(someUnknown, k, (values, classes) => {
				const distinct = new Set(knownOf(values)).size;
				const { breaks, fewer } = classify(values, { method, classes });
				expect(breaks.length + 1).toBeLessThanOrEqual(Math.max(1, Math.min(classes, distinct)));
				for (let i = 1; i < breaks.length; i++) expect(breaks[i]).toBeGreaterThan(breaks[i - 1]!);
				expect(fewer === null).toBe(breaks.length === classes - 1);
			})
		);
	});

	test('neither the first nor the last class is empty when something is known', () => {
		fc.assert(
			fc.property(someUnknown, k, (values, classes) => {
				const { counts } = classify(values, { method, classes });
				if (knownOf(values).length > 0) expect(Math.min(counts[0]!, counts[counts.length - 1]!)).toBeGreaterThan(0);
			})
		);
	});

	test('all values equal make one class', () =>
		expect(classify([7, 7, 7, 7, 7, 7], { method, classes: 5 })).toEqual({
			method,
			breaks: [],
			counts: [6],
			unknown: 0,
			fewer: 'constant'
		}));
	test('one value makes one class', () => expect(classify([7], { method, classes: 5 })).toMatchObject({ breaks: [], counts: [1] }));
	test('nothing known makes no break', () =>
		expect(classify([NaN, NaN], { method, classes: 5 })).toEqual({ method, breaks: [], counts: [0], unknown: 2, fewer: 'nothing-known' }));
	test('no value at all makes no break', () => expect(breaksOf([], 5)).toEqual([]));
	test('two values make two classes, of which one may be few', () => {
		expect(classify([3, 3, 3, 3, 3, 900], { method, classes: 5 }).counts).toEqual([5, 1]);
	});
	test('a number of classes that is none is refused with a sentence', () => {
		for (const classes of [0, -1, 2.5, NaN]) expect(() => classify([1, 2], { method, classes })).toThrow(`not ${classes}`);
	});
});

describe('manual classes', () => {
	test('keep the breaks they are given, also where a class is empty: a locked legend does not move', () => {
		const locked = classify([1, 5, 9, 30], { method: 'natural', classes: 3 }).breaks;
		expect(classify([1, 0.5, NaN], { method: 'manual', breaks: locked })).toEqual({
			method: 'manual',
			breaks: locked,
			counts: [2, 0, 0],
			unknown: 1,
			fewer: null
		});
	});
	test('are refused when their breaks do not ascend', () => {
		for (const breaks of [[2, 1], [1, 1], [NaN]]) expect(() => classify([1], { method: 'manual', breaks })).toThrow('ascend');
	});
});

describe('natural breaks', () => {
	const withinSquares = (values: readonly number[], breaks: readonly number[]) =>
		Map.groupBy(knownOf(values), (value) => classOf(value, breaks))
			.values()
			.reduce((total, group) => total + squares(group), 0);
	const squares = (group: readonly number[]) => {
		const mean = group.reduce((sum, value) => sum + value, 0) / group.length;
		return group.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	};
	/** Every way to cut distinct values into so many classes. */
	function cuts(distinct: readonly number[], classes: number): number[][] {
		if (classes === 1) return [[]];
		return distinct.slice(0, -1).flatMap((value, i) => cuts(distinct.slice(i + 1), classes - 1).map((rest) => [value, ...rest]));
	}

	test('P29: no other cut into as many classes has a smaller sum of squares: all of them are tried', () => {
		fc.assert(
			fc.property(fc.array(known, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 5 }), (values, classes) => {
				const distinct = [...new Set(knownOf(values))];
				const breaks = naturalBreaks(values, classes);
				expect(breaks).toHaveLength(Math.min(classes, distinct.length) - 1);
				const least = Math.min(...cuts(distinct, breaks.length + 1).map((cut) => withinSquares(values, cut)));
				expect(withinSquares(values, breaks) - least).toBeLessThanOrEqual(1e-9 * Math.max(1, squares(values)));
			})
		);
	});

	test('P29: the sum of squares is that of ckmeans in simple-statistics', () => {
		fc.assert(
			fc.property(fc.array(known, { minLength: 1, maxLength: 200 }), fc.integer({ min: 1, max: 9 }), (values, classes) => {
				const breaks = naturalBreaks(values, classes);
				const theirs = ckmeans(values, breaks.length + 1).reduce((total, group) => total + squares(group), 0);
				expect(Math.abs(withinSquares(values, breaks) - theirs)).toBeLessThanOrEqual(1e-9 * Math.max(1, squares(values)));
			})
		);
	});

	test('find the gaps one sees', () => {
		expect(naturalBreaks([1, 2, 1, 40, 41, 42, 90, NaN], 3)).toEqual([2, 42]);
	});
});

test('standard deviations are counted from the mean: on both sides of it, or around it when the number of classes is odd', () => {
	const values = [2, 4, 4, 4, 5, 5, 7, 9]; // mean 5, standard deviation 2
	expect(standardDeviationBreaks(values, 4)).toEqual([3, 5, 7]);
	expect(standardDeviationBreaks(values, 5)).toEqual([2, 4, 6, 8]);
});

test('a geometric progression goes from 1 to 1000 in powers of 10, and cannot start from 0', () => {
	classify([1, 50, 1000], { method: 'geometric', classes: 3 }).breaks.forEach((value, i) => expect(value).toBeCloseTo([10, 100][i]!, 9));
	expect(classify([0, 50, 1000], { method: 'geometric', classes: 3 })).toMatchObject({ breaks: [], counts: [3], fewer: 'not-positive' });
});

test('heads are split from tails at the mean while they are a minority', () => {
	const cities = [1, 1, 1, 1, 1, 1, 2, 2, 10, 30]; // mean 5; of the head {10, 30} the half is above its mean
	expect(headTailBreaks(cities, 5)).toEqual([5]);
	expect(classify([1, 2, 3, 4], { method: 'head-tail', classes: 5 })).toMatchObject({ breaks: [], fewer: 'no-heavy-tail' });
});

test('P28: quantile classes are never empty when something is known', () => {
	fc.assert(
		fc.property(fc.array(known, { minLength: 1, maxLength: 90 }), k, (values, classes) => {
			expect(Math.min(...classCounts(values, quantileBreaks(values, classes)).counts)).toBeGreaterThan(0);
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
