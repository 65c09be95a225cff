import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gammaShares } from './distribution/gamma.ts';
import { poissonInterval } from './poisson-interval.ts';

describe('the exact interval of a count', () => {
	// Limits of the 95 % interval as printed by Garwood (1936) and in the tables of Pearson & Hartley (1966).
	test.each([
		[0, 0, 3.689],
		[1, 0.0253, 5.572],
		[2, 0.242, 7.225],
		[5, 1.623, 11.668],
		[10, 4.795, 18.39],
		[20, 12.217, 30.888],
		[50, 37.111, 65.919],
		[100, 81.364, 121.627]
	])('of %i is that of the tables: %f to %f', (count, lo, hi) => {
		const interval = poissonInterval(count)!;
		expect(Math.abs(interval.lo - lo)).toBeLessThan(0.0006);
		expect(Math.abs(interval.hi - hi)).toBeLessThan(0.0006);
	});

	test('leaves 2.5 % beyond each end, whatever the count', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 50_000 }), (count) => {
				const { lo, hi } = poissonInterval(count)!;
				expect(gammaShares(count, lo).lower).toBeCloseTo(0.025, 10);
				expect(gammaShares(count + 1, hi).upper).toBeCloseTo(0.025, 10);
				expect(lo).toBeLessThan(count);
				expect(hi).toBeGreaterThan(count);
			})
		);
	});

	test('is divided by what was expected, and is wider at a higher level', () => {
		expect(poissonInterval(10, 4)!.lo).toBeCloseTo(poissonInterval(10)!.lo / 4, 12);
		expect(poissonInterval(10, 1, 0.99)!.hi).toBeGreaterThan(poissonInterval(10)!.hi);
	});

	test('does not exist without an expectation or a count', () => {
		for (const [count, expected] of [[5, 0], [5, NaN], [NaN, 5], [-1, 5]] as const) expect(poissonInterval(count, expected)).toBeNull(); // prettier-ignore
	});
});
