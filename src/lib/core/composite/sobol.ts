import { createRandom } from '#lib/core/statistics/random.ts';

/** How much of the spread of an output each input explains. */
export interface SobolIndices {
	/** Share explained by the input alone, one per output and input: `first[output * inputs + input]`; NaN where the output never moves. */
	readonly first: Float64Array;
	/** Share in which the input takes part at all, alone or with others; in the same layout. */
	readonly total: Float64Array;
}

/** A model to be looked into: inputs in [0, 1), outputs written into an array that is reused. */
export interface SobolModel {
	readonly inputs: number;
	readonly outputs: number;
	/** Rows of the design; the model is run `samples` × (`inputs` + 2) times. */
	readonly samples: number;
	readonly seed: number;
	evaluate(positions: Float64Array, out: Float64Array): void;
}

/**
 * Variance-based sensitivity of every output at once: first-order indices after Saltelli et al. (2010), total effects after Jansen
 * (1999), on a seeded N(d + 2) design, as COINr does. Estimates may leave 0–1 by sampling error; they are not cut.
 */
export function sobol({ inputs, outputs, samples, seed, evaluate }: SobolModel): SobolIndices {
	const random = createRandom(seed);
	const first = new Float64Array(outputs * inputs);
	const total = new Float64Array(outputs * inputs);
	const sum = new Float64Array(outputs);
	const squares = new Float64Array(outputs);
	const origin = new Float64Array(outputs);
	const [a, b, mixed] = [0, 0, 0].map(() => new Float64Array(inputs)) as [Float64Array, Float64Array, Float64Array];
	const [ya, yb, ym] = [0, 0, 0].map(() => new Float64Array(outputs)) as [Float64Array, Float64Array, Float64Array];
	// Counted from the middle of the cube: estimates of first order are noisy far from zero.
	evaluate(new Float64Array(inputs).fill(0.5), origin);
	for (let row = 0; row < samples; row++) {
		for (let input = 0; input < inputs; input++) {
			a[input] = random.uniform();
			b[input] = random.uniform();
		}
		evaluate(a, ya);
		evaluate(b, yb);
		for (let y = 0; y < outputs; y++) {
			ya[y]! -= origin[y]!;
			yb[y]! -= origin[y]!;
			sum[y]! += ya[y]! + yb[y]!;
			squares[y]! += ya[y]! ** 2 + yb[y]! ** 2;
		}
		for (let input = 0; input < inputs; input++) {
			mixed.set(a);
			mixed[input] = b[input]!;
			evaluate(mixed, ym);
			for (let y = 0; y < outputs; y++) {
				const moved = ym[y]! - origin[y]! - ya[y]!;
				first[y * inputs + input]! += yb[y]! * moved;
				total[y * inputs + input]! += moved * moved;
			}
		}
	}
	for (let y = 0; y < outputs; y++) {
		const mean = sum[y]! / (2 * samples);
		const variance = squares[y]! / (2 * samples) - mean * mean;
		for (let at = y * inputs; at < (y + 1) * inputs; at++) {
			first[at] = variance > 1e-12 ? first[at]! / samples / variance : NaN;
			total[at] = variance > 1e-12 ? total[at]! / (2 * samples) / variance : NaN;
		}
	}
	return { first, total };
}
