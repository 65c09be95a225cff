import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acrossOf, cumulated, decimalsOf, ticksOf, unitOf } from './scale.ts';

test('the lines of a chart are round, few, and the zero is one of them', () => {
	expect(ticksOf(-682_768, 618_836)).toEqual([-500_000, 0, 500_000]);
	expect(ticksOf(3, 17)).toEqual([0, 5, 10, 15]);
	expect(ticksOf(0, 0)).toEqual([0]);
	const amount = fc.integer({ min: -1e9, max: 1e9 });
	fc.assert(
		fc.property(amount, amount, (a, b) => {
			const [low, high] = [Math.min(a, b), Math.max(a, b)];
			const ticks = ticksOf(low, high);
			expect(ticks.length).toBeLessThanOrEqual(8);
			expect(ticks.includes(0) || ticks.includes(-0)).toBe(true);
			expect(ticks.every((tick) => tick >= Math.min(0, low) && tick <= Math.max(0, high))).toBe(true);
			// Also where everything lies on one side, a second line says how large things are.
			expect(ticks.length).toBeGreaterThan(low === 0 && high === 0 ? 0 : 1);
		})
	);
});

test('amounts are counted in what leaves few digits, and their lines are told apart', () => {
	expect([[], [900], [-20_000, 3], [25_000_000]].map(unitOf)).toEqual([1, 1, 1000, 1_000_000]);
	expect(decimalsOf([0, 500_000, 1_000_000], 1000)).toBe(0);
	expect(decimalsOf([0, 500_000, 1_000_000], 1_000_000)).toBe(1);
	expect(decimalsOf([0, 0.02], 1)).toBe(2);
});

test('an Arabic chart begins at the right, and its bars keep their length', () => {
	expect([acrossOf('ltr').at(0.1), acrossOf('rtl').at(0.1)]).toEqual(['10%', '90%']);
	expect(acrossOf('ltr').bar(0.5, 0.2)).toEqual({ x: '20%', width: '30%' });
	expect(acrossOf('rtl').bar(0.5, 0.2)).toEqual({ x: '50%', width: '30%' });
});

test('the cumulative ends at the sum', () => {
	expect(cumulated([-10, 4, 9])).toEqual([-10, -6, 3]);
});
