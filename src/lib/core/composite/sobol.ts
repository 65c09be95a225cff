import { createRandom } from '#lib/core/statistics/random.ts';

/** A model whose uncertain assumptions are numbers in [0, 1), and how hard to try it. */
export interface SobolQuestion {
	/** How many assumptions, at least 1. */
	readonly dimensions: number;
	/** N: rows of the two base samples, at least 2; the model is called N·(dimensions + 2) times. */
	readonly samples: number;
	readonly seed: number;
	/** The output for one draw of the assumptions. The array is reused: copy what is kept. */
	readonly evaluate: (u: Float64Array) => number;
}

/** How much of the variance of an output each assumption explains, in the order of the assumptions. */
export interface SobolIndices {
	/** Share explained by the assumption alone; about 0–1, a little outside when it is near an end. Null when the output never changes. */
	readonly first: readonly (number | null)[];
	/** Share that would be left if all others were fixed: alone and together with others. Null when the output never changes. */
	readonly total: readonly (number | null)[];
	/** Mean and sample variance of the output over both base samples. */
	readonly mean: number;
	readonly variance: number;
	/** How often the model was called. */
	readonly runs: number;
}

/**
 * First-order and total Sobol indices on the design of Saltelli et al. (2010): two random samples A and B, and for each
 * assumption A with that column from B. First order: mean((B − f₀)·(AB − A))/V (Saltelli et al. 2010); total:
 * mean((A − AB)²)/2V (Jansen 1999), the estimators of COINr. The same seed gives the same indices to the bit.
 * Throws when the output is not a finite number or when there is nothing to sample.
 */
export function sobol({ dimensions, samples, seed, evaluate }: SobolQuestion): SobolIndices {
	if (!(Number.isInteger(dimensions) && dimensions >= 1)) throw new RangeError(`dimensions must be at least 1, got ${dimensions}`);
	if (!(Number.isInteger(samples) && samples >= 2)) throw new RangeError(`samples must be at least 2, got ${samples}`);
	const outputs = runDesign({ dimensions, samples, seed, evaluate });
	const base = [...outputs.a, ...outputs.b];
	const mean = base.reduce((sum, y) => sum + y, 0) / base.length;
	const variance = base.reduce((sum, y) => sum + (y - mean) ** 2, 0) / (base.length - 1);
	const share = (of: (mixed: Float64Array, i: number) => number) =>
		outputs.mixed.map((mixed) => (variance === 0 ? null : mixed.reduce((sum, _, i) => sum + of(mixed, i), 0) / samples / variance));
	return {
		// Centred on the mean: the expectation is the same and the error no longer grows with the size of the output.
		first: share((mixed, i) => (outputs.b[i]! - mean) * (mixed[i]! - outputs.a[i]!)),
		total: share((mixed, i) => (outputs.a[i]! - mixed[i]!) ** 2 / 2),
		mean,
		variance,
		runs: samples * (dimensions + 2)
	};
}

/** Outputs per row of A, of B, and of A with one column of B, by assumption. */
interface DesignOutputs {
	readonly a: Float64Array;
	readonly b: Float64Array;
	readonly mixed: readonly Float64Array[];
}

function runDesign({ dimensions, samples, seed, evaluate }: SobolQuestion): DesignOutputs {
	const random = createRandom(seed);
	const output = (u: Float64Array): number => {
		const y = evaluate(u);
		if (!Number.isFinite(y)) throw new Error(`the output must be a finite number, got ${y} for ${u.join(', ')}`);
		return y;
	};
	const a = new Float64Array(samples);
	const b = new Float64Array(samples);
	const mixed = Array.from({ length: dimensions }, () => new Float64Array(samples));
	const u = new Float64Array(dimensions);
	for (let i = 0; i < samples; i++) {
		const rowA = Float64Array.from({ length: dimensions }, random.uniform);
		const rowB = Float64Array.from({ length: dimensions }, random.uniform);
		const at = (row: Float64Array): Float64Array => {
			u.set(row);
			return u;
		};
		a[i] = output(at(rowA));
		b[i] = output(at(rowB));
		mixed.forEach((column, k) => {
			at(rowA)[k] = rowB[k]!;
			column[i] = output(u);
		});
	}
	return { a, b, mixed };
}
