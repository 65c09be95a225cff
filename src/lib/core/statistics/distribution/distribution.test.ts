import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gammaQuantile, gammaShares, logGamma } from './gamma.ts';
import { normalTail, twoSidedP } from './normal.ts';

/** Relative distance of two numbers that are not 0. */
const off = (value: number, wanted: number): number => Math.abs(value / wanted - 1);

test('ln Γ is that of the factorials, and of Γ(½) = √π', () => {
	let factorial = 1;
	for (let n = 1; n <= 20; n++) {
		factorial *= n;
		expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial), 12);
	}
	expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14);
});

describe('the normal distribution', () => {
	test.each([
		[0, 0.5],
		[1, 0.15865525393145707],
		[1.959963984540054, 0.025],
		[3, 0.0013498980316300946],
		[6, 9.865876450376946e-10],
		[10, 7.619853024160527e-24]
	])('has beyond %f the tail of the tables, thin tails included', (z, tail) => {
		expect(off(normalTail(z), tail)).toBeLessThan(1e-12);
		expect(normalTail(-z)).toBeCloseTo(1 - tail, 14);
		expect(off(twoSidedP(-z), 2 * tail)).toBeLessThan(1e-12);
	});

	test('knows nothing of the unknown', () => {
		expect(normalTail(NaN)).toBeNaN();
		expect(twoSidedP(NaN)).toBeNaN();
	});
});

describe('the gamma distribution', () => {
	test('with shape 1 is the exponential one', () => {
		for (const x of [0.001, 0.5, 1, 2, 5, 40]) expect(off(gammaShares(1, x).upper, Math.exp(-x))).toBeLessThan(1e-13);
	});

	test.each([
		// χ² quantiles of the printed tables (Pearson & Hartley 1966): share, degrees of freedom, value.
		[0.95, 1, 3.841458820694124],
		[0.95, 10, 18.307038053275146],
		[0.025, 10, 3.246972780236842],
		[0.975, 22, 36.780712],
		[0.5, 4, 3.3566939800333233],
		[0.025, 200, 162.727983],
		[0.975, 202, 243.254]
	])('has the %f quantile of χ² with %i degrees of freedom', (share, freedom, value) => {
		expect(2 * gammaQuantile(freedom / 2, share)).toBeCloseTo(value, value > 200 ? 2 : 5);
	});

	test('gives the share back that its quantile was asked for', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.1, max: 5000, noNaN: true }), fc.double({ min: 0.0001, max: 0.9999, noNaN: true }), (shape, share) => {
				expect(gammaShares(shape, gammaQuantile(shape, share)).lower).toBeCloseTo(share, 10);
			})
		);
	});

	test('starts at 0 and has no end', () => {
		expect(gammaShares(3, 0)).toEqual({ lower: 0, upper: 1 });
		expect(gammaQuantile(3, 0)).toBe(0);
		expect(gammaQuantile(3, 1)).toBe(Infinity);
	});
});
