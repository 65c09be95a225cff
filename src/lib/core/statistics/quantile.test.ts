import { expect, test } from 'vitest';
import { median, quantile } from './quantile.ts';

test('type 7 interpolates between the two nearest values, as R and NumPy do', () => {
	expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
	expect(quantile([15, 20, 35, 40, 50], 0.4)).toBe(29);
	expect(quantile([7, 1, 5], 0)).toBe(1);
	expect(quantile([7, 1, 5], 1)).toBe(7);
});

test('unknown values are skipped, never counted as zero', () => {
	expect(median([NaN, 4, NaN, 8])).toBe(6);
	expect(median([NaN])).toBeNull();
	expect(median([])).toBeNull();
});
