import { describe, expect, it } from 'vitest';
import { momentsOf } from './moments.ts';
import { hasOutliers, JRC_TREATMENT, treat } from './treat.ts';

const treated = (values: readonly number[], rule = JRC_TREATMENT) => treat(Float64Array.from(values), rule);
const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('outliers', () => {
	it('have the sample-adjusted moments of a spreadsheet: 1, 2, 3, 4, 10 has skewness 1.6971 and kurtosis 3.1520', () => {
		const { skewness, kurtosis } = momentsOf([1, 2, 3, 4, 10])!;
		expect(skewness).toBeCloseTo(1.6971, 4);
		expect(kurtosis).toBeCloseTo(3.152, 4);
	});

	it('are not there in a handful of values, nor where all are equal', () => {
		expect(momentsOf([1, 2, 900])).toBeNull();
		expect(momentsOf([4, 4, 4, 4, NaN])).toBeNull();
		expect(hasOutliers(null, JRC_TREATMENT)).toBe(false);
	});

	it('need skewness and kurtosis to reach their limits, the limits themselves counting', () => {
		expect(hasOutliers({ skewness: -2, kurtosis: 3.5 }, JRC_TREATMENT)).toBe(true);
		expect(hasOutliers({ skewness: 1.99, kurtosis: 50 }, JRC_TREATMENT)).toBe(false);
		expect(hasOutliers({ skewness: 9, kurtosis: 3.49 }, JRC_TREATMENT)).toBe(false);
	});
});

describe('a treated indicator', () => {
	it('without outliers is left as it is', () => {
		expect(treated(TEN)).toMatchObject({ treatment: { kind: 'none' }, values: Float64Array.from(TEN) });
	});

	it('has its outermost values set to the next one, and says which; unknown values stay unknown', () => {
		const { values, treatment, after } = treated([...TEN, NaN, 30, 100]);
		expect([...values]).toEqual([...TEN, NaN, 30, 30]);
		expect(treatment).toEqual({ kind: 'winsorised', places: [12] });
		expect(hasOutliers(after, JRC_TREATMENT)).toBe(false);
	});

	it('is winsorised on the side of its tail', () => {
		expect(treated([...TEN, -90]).treatment).toEqual({ kind: 'winsorised', places: [10] });
		expect(treated([...TEN, -90]).values.at(-1)).toBe(1);
	});

	it('is taken on its logarithm when more values would have to move than allowed', () => {
		const few = { ...JRC_TREATMENT, winsorised: 0 };
		const { values, treatment } = treated([...TEN, 101], few);
		expect(treatment).toEqual({ kind: 'logarithm', form: 'hundredth-of-range' });
		expect(values[0]).toBeCloseTo(Math.log(1), 12); // 1 − 1 + 1 % of 100
		expect(treated([...TEN, 101], { ...few, logarithm: 'one' }).values[1]).toBeCloseTo(Math.log(2), 12);
	});

	it('keeps its order on the logarithm, also with the tail on the low side', () => {
		const { values, before, after } = treated([...TEN, -90], { ...JRC_TREATMENT, winsorised: 0 });
		expect([...values.slice(0, 10)]).toEqual([...values.slice(0, 10)].sort((a, b) => a - b));
		expect(values[10]).toBeLessThan(values[0]!);
		expect(Math.abs(after!.skewness)).toBeLessThan(Math.abs(before!.skewness));
	});

	it('of two values only is left, not flattened: winsorising would erase it and a logarithm changes nothing', () => {
		const rare = [...Array.from({ length: 40 }, () => 0), 1];
		expect(treated(rare)).toMatchObject({ treatment: { kind: 'left' }, values: Float64Array.from(rare) });
	});
});
