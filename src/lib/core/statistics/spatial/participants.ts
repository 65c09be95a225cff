import type { SpatialOutcome } from './outcome.ts';
import { weightsAmong, type SpatialWeights } from './weights.ts';

/** The territories a spatial statistic is computed from, renumbered 0 … n − 1. */
export interface Participants {
	/** Index of each among all territories, ascending. */
	readonly indices: readonly number[];
	readonly values: Float64Array;
	readonly weights: SpatialWeights;
}

/**
 * The territories with a known value (not NaN) and at least one known neighbour. Those without take no part: they are neither
 * in the mean nor in n, so a statistic of the rest is what it would be had they never been listed (rule P25). Refused when
 * nothing is known, when fewer than `fewest` take part, and when all values are equal.
 */
export function participantsOf(values: ArrayLike<number>, weights: SpatialWeights, fewest: number): SpatialOutcome<Participants> {
	if (values.length !== weights.size) throw new Error(`${values.length} values for ${weights.size} territories.`);
	const known = Array.from({ length: values.length }, (_, i) => i).filter((i) => !Number.isNaN(values[i]!));
	const refused = (reason: 'too-few-territories' | 'nothing-known' | 'constant', participants: number) =>
		({ ok: false, reason, participants }) as const;
	if (weights.size < fewest) return refused('too-few-territories', known.length);
	if (known.length === 0) return refused('nothing-known', 0);
	const value = connected(values, weights, known);
	if (value.indices.length < fewest) return refused('too-few-territories', value.indices.length);
	if (isConstant(value.values)) return refused('constant', value.indices.length);
	return { ok: true, value };
}

/** Dropping an island can make another one where neighbourhood is one-sided, so this goes on until nobody is alone. */
function connected(values: ArrayLike<number>, weights: SpatialWeights, known: readonly number[]): Participants {
	let indices = known;
	let among = weightsAmong(weights, indices);
	while (among.islands.length > 0) {
		const alone = new Set(among.islands);
		indices = indices.filter((_, at) => !alone.has(at));
		among = weightsAmong(weights, indices);
	}
	return { indices, values: Float64Array.from(indices, (i) => values[i]!), weights: among };
}

/** Values that differ by rounding only are equal: a composite of equal parts must not become a pattern. */
const ROUNDING = 1e-12;

function isConstant(values: Float64Array): boolean {
	let [lowest, highest, largest] = [Infinity, -Infinity, 0];
	for (const value of values) {
		lowest = Math.min(lowest, value);
		highest = Math.max(highest, value);
		largest = Math.max(largest, Math.abs(value));
	}
	return highest - lowest <= ROUNDING * largest;
}

/** Deviations of the values from their mean, and the mean of their squares. */
export interface Deviations {
	readonly z: Float64Array;
	/** Σz²/n: the convention of spdep (method §6). */
	readonly m2: number;
	/** Σz⁴/n. */
	readonly m4: number;
}

/** Deviations from the mean with their second and fourth moments, all over n. */
export function deviationsOf(values: Float64Array): Deviations {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const z = values.map((value) => value - mean);
	let [squares, fourths] = [0, 0];
	for (const one of z) {
		squares += one * one;
		fourths += one ** 4;
	}
	return { z, m2: squares / z.length, m4: fourths / z.length };
}

/** A column over all territories from one over the participants; NaN where a territory takes no part. */
export function spread(size: number, { indices }: Participants, column: ArrayLike<number>): Float64Array {
	const all = new Float64Array(size).fill(NaN);
	indices.forEach((index, at) => (all[index] = column[at]!));
	return all;
}
