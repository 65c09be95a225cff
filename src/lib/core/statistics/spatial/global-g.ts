import { analytic, FEWEST_FOR_MOMENTS, permutationP, weightSums, type GlobalStatistic, type Permuting } from './global-statistic.ts';
import { crossProduct } from './moran.ts';
import type { SpatialOutcome } from './outcome.ts';
import { participantsOf } from './participants.ts';
import type { SpatialWeights } from './weights.ts';

/**
 * The general G of values that are 0 or more (NaN is unknown), 0–1 with raw weights of 1: above its expectation when high
 * values are neighbours, below when low ones are. G = Σwyᵢyⱼ / Σ_{i≠j} yᵢyⱼ; moments after Getis & Ord (1992), for which weights
 * should be raw. Refused for a negative value, and as `globalMoran` refuses.
 */
export function globalG(values: ArrayLike<number>, weights: SpatialWeights, permuting?: Permuting): SpatialOutcome<GlobalStatistic> {
	const found = participantsOf(values, weights, FEWEST_FOR_MOMENTS);
	if (!found.ok) return found;
	const { weights: among, values: y } = found.value;
	if (y.some((value) => value < 0)) return { ok: false, reason: 'negative-value', participants: y.length };
	const n = y.length;
	const { s0 } = weightSums(among);
	const [m1, m2] = [powerSum(y, 1), powerSum(y, 2)];
	const of = (dealt: Float64Array): number => crossProduct(dealt, among) / (m1 * m1 - m2);
	const [statistic, expected] = [of(y), s0 / (n * (n - 1))];
	return {
		ok: true,
		value: {
			statistic,
			expected,
			participants: n,
			normality: null,
			randomisation: analytic(statistic, expected, secondMoment(y, among) - expected * expected),
			permutedP: permuting ? permutationP(y, of, expected, permuting) : null
		}
	};
}

/** E[G²] under randomisation: equation 9 of Getis & Ord (1992) with its coefficients B₀ … B₄. */
function secondMoment(y: Float64Array, among: SpatialWeights): number {
	const n = y.length;
	const { s0, s1, s2 } = weightSums(among);
	const [m1, m2, m3, m4] = [powerSum(y, 1), powerSum(y, 2), powerSum(y, 3), powerSum(y, 4)];
	const b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0;
	const b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
	const b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0 * s0);
	const b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0 * s0;
	const b4 = s1 - s2 + s0 * s0;
	const sum = b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 ** 4;
	return sum / ((m1 * m1 - m2) ** 2 * n * (n - 1) * (n - 2) * (n - 3));
}

const powerSum = (y: Float64Array, power: number): number => y.reduce((sum, value) => sum + value ** power, 0);
