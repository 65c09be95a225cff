import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (count: number, next: () => number): number[] => Array.from({ length: count }, next);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]): number => {
	const middle = mean(values);
	return mean(values.map((value) => (value - middle) ** 2));
};

describe('seeded random numbers', () => {
	it('are the same for the same seed and others for another', () => {
		const first = draw(20, createRandom(7).uniform);
		expect(draw(20, createRandom(7).uniform)).toEqual(first);
		expect(draw(20, createRandom(8).uniform)).not.toEqual(first);
	});

	it('stay what they were when this was written: a link of today shows the same interval tomorrow', () => {
		const random = createRandom(7);
		expect(draw(4, () => random.below(2 ** 32))).toMatchInlineSnapshot(`
			[
			  1837975287,
			  2099764152,
			  1321706041,
			  2064663467,
			]
		`);
	});

	it('fill [0, 1) evenly', () => {
		const values = draw(100_000, createRandom(1).uniform);
		expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...values)).toBeLessThan(1);
		expect(mean(values)).toBeCloseTo(0.5, 2);
		expect(variance(values)).toBeCloseTo(1 / 12, 2);
	});

	it('have the mean and variance of the normal and of the gamma distribution', () => {
		const normal = draw(100_000, createRandom(2).normal);
		expect(mean(normal)).toBeCloseTo(0, 1);
		expect(variance(normal)).toBeCloseTo(1, 1);
		for (const shape of [0.5, 1, 3.5, 40]) {
			const random = createRandom(3);
			const gamma = draw(100_000, () => random.gamma(shape));
			expect(mean(gamma) / shape).toBeCloseTo(1, 1);
			expect(variance(gamma) / shape).toBeCloseTo(1, 1);
		}
	});
});
