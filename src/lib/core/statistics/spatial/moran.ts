import { analytic, FEWEST_FOR_MOMENTS, permutationSteps, weightSums, type GlobalStatistic, type Permuting } from './global-statistic.ts';
import type { SpatialOutcome } from './outcome.ts';
import { deviationsOf, participantsOf } from './participants.ts';
import { finished, type Steps } from './steps.ts';
import type { SpatialWeights } from './weights.ts';

/**
 * Moran’s I of the values (NaN is unknown): above −1/(n−1) when neighbours are alike, below when they differ, about −1 to 1.
 * Moments under normality and randomisation after Cliff & Ord (1981); z is positive when neighbours are alike. Territories
 * without a value or a known neighbour take no part. Refused for fewer than four, for nothing known and for equal values.
 */
export const globalMoran = (values: ArrayLike<number>, weights: SpatialWeights, permuting?: Permuting): SpatialOutcome<GlobalStatistic> =>
	finished(globalMoranSteps(values, weights, permuting));

/** `globalMoran` in pieces. */
export function* globalMoranSteps(
	values: ArrayLike<number>,
	weights: SpatialWeights,
	permuting?: Permuting
): Steps<SpatialOutcome<GlobalStatistic>> {
	const found = participantsOf(values, weights, FEWEST_FOR_MOMENTS);
	if (!found.ok) return found;
	const { weights: among, values: known } = found.value;
	const n = known.length;
	const { z, m2, m4 } = deviationsOf(known);
	const { s0, s1, s2 } = weightSums(among);
	const expected = -1 / (n - 1);
	const of = (dealt: Float64Array): number => crossProduct(dealt, among) / (s0 * m2);
	const statistic = of(z);
	const kurtosis = m4 / (m2 * m2);
	const normality = (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - expected * expected;
	const randomisation =
		(n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) - kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) /
			((n - 1) * (n - 2) * (n - 3) * s0 * s0) -
		expected * expected;
	return {
		ok: true,
		value: {
			statistic,
			expected,
			participants: n,
			normality: analytic(statistic, expected, normality),
			randomisation: analytic(statistic, expected, randomisation),
			permutedP: permuting ? yield* permutationSteps(z, of, expected, permuting) : null
		}
	};
}

/** ΣᵢΣⱼ wᵢⱼ xᵢ xⱼ. */
export function crossProduct(x: Float64Array, { size, starts, targets, weights }: SpatialWeights): number {
	let sum = 0;
	for (let i = 0; i < size; i++) {
		let lag = 0;
		for (let e = starts[i]!; e < starts[i + 1]!; e++) lag += weights[e]! * x[targets[e]!]!;
		sum += x[i]! * lag;
	}
	return sum;
}
