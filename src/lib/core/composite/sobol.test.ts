import { describe, expect, it } from 'vitest';
import { sobol } from './sobol.ts';

/** Ishigami & Homma (1990) with a = 7, b = 0.1 on (−π, π)³: the textbook function whose indices are known exactly. */
const ishigami = (u: Float64Array): number => {
	const [x, y, z] = [...u].map((share) => Math.PI * (2 * share - 1)) as [number, number, number];
	return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};

describe('Sobol indices', () => {
	it('of the Ishigami function are the exact ones within the error of the sample', () => {
		const { first, total } = sobol({ dimensions: 3, samples: 20_000, seed: 1, evaluate: ishigami });
		[0.3139, 0.4424, 0].forEach((exact, k) => expect(Math.abs(first[k]! - exact)).toBeLessThan(0.02));
		[0.5576, 0.4424, 0.2437].forEach((exact, k) => expect(Math.abs(total[k]! - exact)).toBeLessThan(0.02));
	});

	it('of a sum are the squares of its factors, alone and in total: y = u₁ + 2u₂ + 3u₃ gives 1/14, 4/14, 9/14', () => {
		const evaluate = (u: Float64Array): number => u.reduce((sum, share, k) => sum + (k + 1) * share, 0);
		const { first, total, mean, variance, runs } = sobol({ dimensions: 3, samples: 20_000, seed: 2, evaluate });
		[1, 4, 9].forEach((square, k) => {
			expect(Math.abs(first[k]! - square / 14)).toBeLessThan(0.02);
			expect(Math.abs(total[k]! - square / 14)).toBeLessThan(0.02);
		});
		expect(mean).toBeCloseTo(3, 1);
		expect(variance).toBeCloseTo(14 / 12, 1);
		expect(runs).toBe(100_000);
	});

	it('are as sharp for an output far from 0', () => {
		const evaluate = (u: Float64Array): number => 1e6 + u[0]!;
		const { first } = sobol({ dimensions: 2, samples: 20_000, seed: 3, evaluate });
		expect(first[0]).toBeCloseTo(1, 1);
		expect(Math.abs(first[1]!)).toBeLessThan(0.02);
	});

	it('are the same to the bit for the same seed and others for another', () => {
		const run = (seed: number) => sobol({ dimensions: 3, samples: 50, seed, evaluate: ishigami });
		expect(run(7)).toEqual(run(7));
		expect(run(8)).not.toEqual(run(7));
	});

	it('give an assumption that does nothing exactly 0', () => {
		const { first, total } = sobol({ dimensions: 2, samples: 100, seed: 4, evaluate: (u) => u[0]! });
		expect([first[1], total[1]]).toEqual([0, 0]);
	});

	it('of an output that never changes are unknown, not 0', () => {
		const { first, total } = sobol({ dimensions: 2, samples: 10, seed: 5, evaluate: () => 3 });
		expect([...first, ...total]).toEqual([null, null, null, null]);
	});

	it('are refused for an output that is not a number, and for a sample of one', () => {
		expect(() => sobol({ dimensions: 1, samples: 10, seed: 6, evaluate: () => NaN })).toThrow('finite number, got NaN');
		expect(() => sobol({ dimensions: 1, samples: 1, seed: 6, evaluate: () => 1 })).toThrow('samples must be at least 2, got 1');
		expect(() => sobol({ dimensions: 0, samples: 9, seed: 6, evaluate: () => 1 })).toThrow('dimensions must be at least 1, got 0');
	});
});
