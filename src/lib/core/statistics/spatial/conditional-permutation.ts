import { createRandom } from '#lib/core/statistics/random.ts';
import { TIE, type Permuting } from './global-statistic.ts';
import { finished, type Steps } from './steps.ts';
import { neighbourCount, type SpatialWeights } from './weights.ts';

/**
 * Two-sided p of what the neighbours of each territory add up to, by conditional permutation (Anselin 1995): the territory
 * keeps its value, its neighbours are drawn without replacement from all others. p = (M+1)/(R+1), M counting the draws at least
 * as far, on either side, from what a draw gives on average. Local Moran’s I, Gᵢ and Gᵢ* are all this sum moved and scaled by
 * what stays fixed, so the same p holds for the three. Every territory must have a neighbour; `z` has mean 0.
 */
export const conditionalP = (z: Float64Array, weights: SpatialWeights, permuting: Permuting): Float64Array =>
	finished(conditionalSteps(z, weights, permuting));

/** `conditionalP` in pieces: one territory each. */
export function* conditionalSteps(z: Float64Array, weights: SpatialWeights, { permutations, seed }: Permuting): Steps<Float64Array> {
	const { size, starts, targets } = weights;
	const random = createRandom(seed);
	const others = new Float64Array(size - 1);
	const p = new Float64Array(size);
	for (let i = 0; i < size; i++) {
		yield;
		for (let j = 0, at = 0; j < size; j++) if (j !== i) others[at++] = z[j]!;
		const shares = weights.weights.subarray(starts[i]!, starts[i + 1]!);
		let [observed, total] = [0, 0];
		shares.forEach((share, at) => {
			observed += share * z[targets[starts[i]! + at]!]!;
			total += share;
		});
		const average = (total * -z[i]!) / (size - 1);
		const far = Math.abs(observed - average) * (1 - TIE);
		p[i] = (drawsBeyond(others, shares, average, far, permutations, random.below) + 1) / (permutations + 1);
	}
	return p;
}

/** How many of R draws are `far` or farther from the average. The start of `others` is shuffled anew each time, which is a draw whatever order it was in. */
function drawsBeyond(
	others: Float64Array,
	shares: Float64Array,
	average: number,
	far: number,
	permutations: number,
	below: (count: number) => number
): number {
	const [count, neighbours] = [others.length, shares.length];
	let beyond = 0;
	for (let r = 0; r < permutations; r++) {
		let sum = 0;
		for (let d = 0; d < neighbours; d++) {
			const pick = d + below(count - d);
			const value = others[pick]!;
			others[pick] = others[d]!;
			others[d] = value;
			sum += shares[d]! * value;
		}
		if (Math.abs(sum - average) >= far) beyond++;
	}
	return beyond;
}

/** The smallest p that permutations can give a territory with so many neighbours among n: 1 over the number of different draws, C(n−1, k). */
export function smallestP(territories: number, neighbours: number): number {
	let draws = 1;
	for (let k = 1; k <= neighbours; k++) draws = (draws * (territories - k)) / k;
	return 1 / draws;
}

/** Variance below this share of what it is made of is none. */
const ROUNDING = 1e-12;

/** Mean and variance of Σ share·value over all draws of the neighbours of territory `i` from the others (Sokal, Oden & Thomson 1998). */
export function drawMoments(z: Float64Array, m2: number, weights: SpatialWeights, i: number): { mean: number; variance: number } {
	const n = z.length;
	let [sum, squares] = [0, 0];
	for (let e = weights.starts[i]!; e < weights.starts[i]! + neighbourCount(weights, i); e++) {
		sum += weights.weights[e]!;
		squares += weights.weights[e]! ** 2;
	}
	const mean = -z[i]! / (n - 1);
	const variance = (n * m2 - z[i]! ** 2) / (n - 1) - mean * mean;
	// When all others are neighbours with one weight there is one draw only; rounding must not look like room to vary.
	const room = (n - 1) * squares - sum * sum;
	return { mean: sum * mean, variance: room > ROUNDING * n * squares && variance > ROUNDING * m2 ? (variance * room) / (n - 2) : 0 };
}
