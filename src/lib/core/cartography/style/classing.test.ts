import { describe, expect, test } from 'vitest';
import { quantileBreaks } from '#lib/core/statistics/classify.ts';
import { belowReference, classificationOf, distributionOf, lockedChoice, styledClassification, type Classified } from './classing.ts';

const values = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, NaN);
const variable: Classified = { values, breaks: null, reference: null };

describe('classes of a variable', () => {
	test('are its own breaks, else five quantiles, when nobody says how', () => {
		expect(classificationOf({ ...variable, breaks: [4, 8] }, null)).toMatchObject({ method: 'manual', breaks: [4, 8], counts: [4, 4, 2] });
		expect(classificationOf(variable, null)).toMatchObject({ method: 'quantile', breaks: quantileBreaks(values, 5), unknown: 1 });
		expect(classificationOf(variable, { method: 'manual', classes: 5, breaks: null }).method).toBe('quantile');
	});

	test('are what the reader asks for, also where the variable has breaks', () => {
		const asked = classificationOf({ ...variable, breaks: [4, 8] }, { method: 'equal-interval', classes: 3, breaks: null });
		expect(asked).toMatchObject({ method: 'equal-interval', breaks: [4, 7] });
	});

	test('are locked for other values, under the method they came from', () => {
		const locked = lockedChoice(classificationOf(variable, { method: 'natural', classes: 3, breaks: null }));
		const other = classificationOf({ ...variable, values: Float64Array.of(100, 200) }, locked);
		expect(other).toMatchObject({ method: 'natural', breaks: locked.breaks, counts: [0, 0, 2], fewer: null });
	});
});

describe('a diverging palette', () => {
	const style = { classing: null, palette: 'brbg' };
	test('cuts at the reference, with up to three classes on each side', () => {
		const { breaks, counts } = styledClassification({ ...variable, reference: 7 }, style);
		expect(breaks).toContain(7);
		expect(belowReference(breaks, 7)).toBe(3);
		expect(counts).toEqual([3, 2, 2, 1, 1, 1]);
	});
	test('shows that nothing lies on one side of the reference', () => {
		expect(styledClassification({ ...variable, reference: 20 }, style)).toMatchObject({ breaks: [4, 7, 20], counts: [4, 3, 3, 0] });
	});
	test('keeps breaks that hold the reference already, or that the reader gave', () => {
		expect(styledClassification({ ...variable, breaks: [2, 7], reference: 7 }, style).breaks).toEqual([2, 7]);
		const classing = { method: 'manual', classes: 2, breaks: [3] } as const;
		expect(styledClassification({ ...variable, reference: 7 }, { ...style, classing }).breaks).toEqual([3]);
	});
	test('has no middle of its own without a reference, and a sequential palette none at all', () => {
		expect(styledClassification(variable, style).breaks).toEqual(quantileBreaks(values, 5));
		expect(styledClassification({ ...variable, reference: 7 }, { ...style, palette: 'blues' }).breaks).toEqual(quantileBreaks(values, 5));
		expect(belowReference([1, 2], null)).toBeNull();
		expect(belowReference([1, 2], 3)).toBeNull();
	});
});

describe('a distribution', () => {
	test('holds every known value in one bin and in one class', () => {
		const { known, unknown, histogram, box, rug, classes } = distributionOf(values, [5]);
		expect([known, unknown, rug.length]).toEqual([10, 1, 10]);
		expect(histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(10);
		expect(histogram.edges).toHaveLength(histogram.counts.length + 1);
		expect(histogram.counts.length).toBeGreaterThanOrEqual(5);
		expect(box).toEqual({ min: 1, q1: 3.25, median: 5.5, q3: 7.75, max: 10 });
		expect(classes).toEqual([5, 5]);
	});
	test('has at most forty bins, also where half of the values are equal', () => {
		const heaped = [...new Array<number>(50).fill(1), ...Array.from({ length: 10 }, (_, i) => i)];
		expect(distributionOf(heaped, []).histogram.counts).toHaveLength(40);
	});
	test('of equal values is one bin, of nothing none', () => {
		expect(distributionOf([3, 3], [])).toMatchObject({ histogram: { edges: [3, 3], counts: [2] }, skewness: null, suggested: [] });
		expect(distributionOf([NaN], [])).toMatchObject({ histogram: { edges: [], counts: [] }, box: null, known: 0 });
	});
	test('that is skewed suggests the methods that can follow its tail', () => {
		const tail = Array.from({ length: 60 }, (_, i) => 2 ** (i / 5));
		expect(distributionOf(tail, []).suggested).toEqual(['geometric', 'head-tail']);
		expect(
			distributionOf(
				tail.map((value) => value - 1),
				[]
			).suggested
		).toEqual(['head-tail']);
		expect(
			distributionOf(
				tail.map((value) => -value),
				[]
			).suggested
		).toEqual(['natural']);
		expect(distributionOf(values, []).suggested).toEqual([]);
	});
	test('stays a distribution for huge and tiny values', () => {
		const { skewness, histogram } = distributionOf([-1e308, 1e308, 1e308, 5e-324, 0], []);
		expect(Number.isFinite(skewness)).toBe(true);
		expect(histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(5);
		expect(histogram.edges.every(Number.isFinite)).toBe(true);
	});
});
