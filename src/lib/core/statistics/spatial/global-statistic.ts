import { twoSidedP } from '#lib/core/statistics/distribution/normal.ts';
import { createRandom, type Random } from '#lib/core/statistics/random.ts';
import { finished, type Steps } from './steps.ts';
import { weightBetween, type SpatialWeights } from './weights.ts';

/** How often values are dealt out anew, and from which seed. */
export interface Permuting {
	/** A whole number from 1. */
	readonly permutations: number;
	readonly seed: number;
}

/** How far a statistic is from what it would be without a spatial pattern, by a formula. */
export interface Analytic {
	readonly variance: number;
	/** (statistic − expected)/√variance; null when the weights leave no room to vary. */
	readonly z: number | null;
	/** Two-sided, of the normal distribution; null like z. */
	readonly p: number | null;
}

/** One statistic of a whole map. */
export interface GlobalStatistic {
	readonly statistic: number;
	/** What it would be without a spatial pattern. */
	readonly expected: number;
	/** How many territories took part. */
	readonly participants: number;
	/** If the values were drawn from a normal distribution; null where no such formula is published. */
	readonly normality: Analytic | null;
	/** If these values were dealt out to the territories at random. */
	readonly randomisation: Analytic;
	/** Two-sided p of seeded permutations, 1/(R+1) to 1; null when none were asked for. */
	readonly permutedP: number | null;
}

/** Fewest territories for which the moments of a global statistic exist. */
export const FEWEST_FOR_MOMENTS = 4;

/** Sums over the weights that the moments need: S₀ = Σw, S₁ = ½Σ(wᵢⱼ+wⱼᵢ)², S₂ = Σ(wᵢ.+w.ᵢ)² (Cliff & Ord 1981). */
export function weightSums(all: SpatialWeights): { s0: number; s1: number; s2: number } {
	const { size, starts, targets, weights } = all;
	const given = new Float64Array(size);
	const taken = new Float64Array(size);
	let [s0, s1] = [0, 0];
	for (let i = 0; i < size; i++) {
		for (let e = starts[i]!; e < starts[i + 1]!; e++) {
			const [j, weight] = [targets[e]!, weights[e]!];
			given[i]! += weight;
			taken[j]! += weight;
			s0 += weight;
			s1 += weight * (weight + weightBetween(all, j, i));
		}
	}
	return { s0, s1, s2: given.reduce((sum, weight, i) => sum + (weight + taken[i]!) ** 2, 0) };
}

/** z and two-sided p of a statistic with this expectation and variance. */
export function analytic(statistic: number, expected: number, variance: number): Analytic {
	// A complete graph has one value of Moran’s I only; rounding may leave a trace of variance on either side of 0.
	if (!(variance > 1e-14 * expected * expected)) return { variance: Math.max(0, variance), z: null, p: null };
	const z = (statistic - expected) / Math.sqrt(variance);
	return { variance, z, p: twoSidedP(z) };
}

/** A sum over the same numbers in another order may differ in its last digits: such a draw is as far out, not less. */
export const TIE = 1e-12;

/**
 * (M+1)/(R+1), where M is how many of R seeded permutations put the statistic at least as far from its expectation, on either
 * side, as it was observed. `statisticOf` gets the same array each time, dealt out anew, and must not keep it.
 */
export const permutationP = (...given: Parameters<typeof permutationSteps>): number => finished(permutationSteps(...given));

/** So many permutations are one piece of work: some tenths of a millisecond for 1,503 communes. */
const PERMUTATIONS_OF_A_STEP = 64;

/** `permutationP` in pieces. */
export function* permutationSteps(
	values: Float64Array,
	statisticOf: (dealt: Float64Array) => number,
	expected: number,
	{ permutations, seed }: Permuting
): Steps<number> {
	const random = createRandom(seed);
	const far = Math.abs(statisticOf(values) - expected) * (1 - TIE);
	const dealt = values.slice();
	let beyond = 0;
	for (let r = 0; r < permutations; r++) {
		if (r % PERMUTATIONS_OF_A_STEP === 0) yield;
		shuffle(dealt, random);
		if (Math.abs(statisticOf(dealt) - expected) >= far) beyond++;
	}
	return (beyond + 1) / (permutations + 1);
}

/** Fisher–Yates, in place. */
function shuffle(values: Float64Array, random: Random): void {
	for (let i = values.length - 1; i > 0; i--) {
		const j = random.below(i + 1);
		const held = values[i]!;
		values[i] = values[j]!;
		values[j] = held;
	}
}
