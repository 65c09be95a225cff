import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { against, isPercent } from './against.ts';

describe('two territories in one variable', () => {
	test('differ by A − B, with the place of each among the known', () => {
		const rate = { measure: 'rate', values: Float64Array.of(10, 30, NaN, 50, 30) } as const;
		expect(against(rate, 3, 1)).toEqual({ a: 50, b: 30, difference: 20, ratio: null, rankA: 1, rankB: 2, ranked: 4, share: 0.5 });
	});

	test('have a ratio where it is a count and B is not 0', () => {
		const count = { measure: 'count', values: Float64Array.of(6, 4, 0) } as const;
		expect(against(count, 0, 1).ratio).toBe(1.5);
		expect(against(count, 0, 2)).toMatchObject({ ratio: null, difference: 6 });
	});

	test('have no difference when one of them is unknown or not of this level', () => {
		const count = { measure: 'count', values: Float64Array.of(6, NaN) } as const;
		expect(against(count, 0, 1)).toMatchObject({ a: 6, b: null, difference: null, ratio: null, rankA: 1, rankB: null, share: 0 });
		expect(against(count, -1, 0)).toMatchObject({ a: null, b: 6, difference: null });
	});

	test('change sign and nothing else when they are swapped', () => {
		const value = fc.oneof(fc.constant(NaN), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
		fc.assert(
			fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), (list) => {
				const rate = { measure: 'rate', values: Float64Array.from(list) } as const;
				const [one, other] = [against(rate, 0, 1), against(rate, 1, 0)];
				expect(one.difference === null ? null : -one.difference + 0).toEqual(other.difference === null ? null : other.difference + 0);
				expect([one.rankA, one.rankB, one.share]).toEqual([other.rankB, other.rankA, other.share]);
				expect(one.share).toBeGreaterThanOrEqual(0);
				expect(one.share).toBeLessThanOrEqual(1);
			})
		);
	});
});

test('a unit in per cent is told from one that is not', () => {
	expect(isPercent('%')).toBe(true);
	expect(isPercent('% des actifs')).toBe(true);
	expect(isPercent('points')).toBe(false);
});
