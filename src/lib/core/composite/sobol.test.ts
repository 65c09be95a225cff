import { describe, expect, it } from 'vitest';
import { sobol } from './sobol.ts';

const scaled = (position: number): number => (2 * position - 1) * Math.PI;

describe('Sobol indices', () => {
	it('are those of the Ishigami function, known in closed form', () => {
		const [a, b] = [7, 0.1];
		const v1 = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
		const v2 = a ** 2 / 8;
		const v13 = (b ** 2 * Math.PI ** 8 * 8) / 225;
		const variance = v1 + v2 + v13;
		const { first, total } = sobol({
			inputs: 3,
			outputs: 1,
			samples: 20_000,
			seed: 5,
			evaluate([p, q, r], out) {
				const [x, y, z] = [scaled(p!), scaled(q!), scaled(r!)];
				out[0] = Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
			}
		});
		expect([...first].map((value) => Number(value.toFixed(2)))).toEqual(
			[v1 / variance, v2 / variance, 0].map((value) => expect.closeTo(value, 1))
		);
		expect([...total]).toEqual([(v1 + v13) / variance, v2 / variance, v13 / variance].map((value) => expect.closeTo(value, 1)));
	});

	it('split an additive model by variance, for every output on its own, and leave out what has no effect', () => {
		const { first, total } = sobol({
			inputs: 3,
			outputs: 2,
			samples: 20_000,
			seed: 9,
			evaluate([p, q], out) {
				out[0] = 2 * p! + q!;
				out[1] = 100 + q!;
			}
		});
		expect([...first]).toEqual([0.8, 0.2, 0, 0, 1, 0].map((value) => expect.closeTo(value, 1)));
		expect([...total]).toEqual([0.8, 0.2, 0, 0, 1, 0].map((value) => expect.closeTo(value, 1)));
	});

	it('are unknown where the output never moves, and the same for the same seed', () => {
		const still = sobol({ inputs: 1, outputs: 1, samples: 10, seed: 1, evaluate: (_, out) => void (out[0] = 3) });
		expect([...still.first, ...still.total]).toEqual([NaN, NaN]);
		const run = () => sobol({ inputs: 2, outputs: 1, samples: 50, seed: 4, evaluate: ([p, q], out) => void (out[0] = p! * q!) });
		expect(run()).toEqual(run());
	});
});
