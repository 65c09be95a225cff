import { analytic, FEWEST_FOR_MOMENTS, permutationP, weightSums, type GlobalStatistic, type Permuting } from './global-statistic.ts';
import type { SpatialOutcome } from './outcome.ts';
import { deviationsOf, participantsOf } from './participants.ts';
import type { SpatialWeights } from './weights.ts';

/**
 * Geary’s C of the values (NaN is unknown), from 0: 1 without a pattern, below 1 when neighbours are alike, so z is negative
 * then. C = (n−1)·Σw(yᵢ−yⱼ)² / (2·S₀·Σz²); moments after Cliff & Ord (1981). Who takes part and what is refused: as `globalMoran`.
 */
export function globalGeary(values: ArrayLike<number>, weights: SpatialWeights, permuting?: Permuting): SpatialOutcome<GlobalStatistic> {
	const found = participantsOf(values, weights, FEWEST_FOR_MOMENTS);
	if (!found.ok) return found;
	const { weights: among, values: known } = found.value;
	const n = known.length;
	const { z, m2, m4 } = deviationsOf(known);
	const { s0, s1, s2 } = weightSums(among);
	const of = (dealt: Float64Array): number => ((n - 1) * squaredDifferences(dealt, among)) / (2 * s0 * n * m2);
	const statistic = of(z);
	const kurtosis = m4 / (m2 * m2);
	const normality = ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0);
	const randomisation =
		((n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * kurtosis) -
			0.25 * (n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * kurtosis) +
			s0 * s0 * (n * n - 3 - (n - 1) ** 2 * kurtosis)) /
		(n * (n - 2) * (n - 3) * s0 * s0);
	return {
		ok: true,
		value: {
			statistic,
			expected: 1,
			participants: n,
			normality: analytic(statistic, 1, normality),
			randomisation: analytic(statistic, 1, randomisation),
			permutedP: permuting ? permutationP(z, of, 1, permuting) : null
		}
	};
}

/** ΣᵢΣⱼ wᵢⱼ (xᵢ − xⱼ)². */
function squaredDifferences(x: Float64Array, { size, starts, targets, weights }: SpatialWeights): number {
	let sum = 0;
	for (let i = 0; i < size; i++) {
		for (let e = starts[i]!; e < starts[i + 1]!; e++) sum += weights[e]! * (x[i]! - x[targets[e]!]!) ** 2;
	}
	return sum;
}
