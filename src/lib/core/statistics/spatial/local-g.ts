import { conditionalP, drawMoments } from './conditional-permutation.ts';
import { deviation, type LocalOptions, type LocalStatistic } from './local-moran.ts';
import { FEWEST_TERRITORIES, type SpatialOutcome } from './outcome.ts';
import { deviationsOf, participantsOf, spread, type Participants } from './participants.ts';
import { lagsOf, type SpatialWeights } from './weights.ts';

/** `G`: the neighbours alone. `G*`: the territory among its neighbours, with the mean of their weights. */
export const LOCAL_G_KINDS = ['G', 'G*'] as const;
export type LocalGKind = (typeof LOCAL_G_KINDS)[number];

/**
 * Local Gᵢ or Gᵢ* as a standard deviate (Ord & Getis 1995): above 0 among high values, below 0 among low ones; `statistic` and `z`
 * are the same numbers, and scaling the weights of a row changes nothing. Who takes part and what is refused: as `localMoran`.
 */
export function localG(
	values: ArrayLike<number>,
	weights: SpatialWeights,
	kind: LocalGKind,
	options: LocalOptions = {}
): SpatialOutcome<LocalStatistic> {
	const found = participantsOf(values, weights, options.fewest ?? FEWEST_TERRITORIES);
	if (!found.ok) return found;
	const { weights: among, values: known } = found.value;
	const { z, m2 } = deviationsOf(known);
	const lags = lagsOf(among, z);
	const deviates = kind === 'G' ? lags.map((lag, i) => deviation(lag, drawMoments(z, m2, among, i))) : withSelf(found.value, lags, z, m2);
	const statistic = spread(weights.size, found.value, deviates);
	const p = options.permuting ? spread(weights.size, found.value, conditionalP(z, among, options.permuting)) : statistic.map(() => NaN);
	return { ok: true, value: { participants: known.length, statistic, z: statistic.slice(), p } };
}

/** z = Σw*(y − ȳ) / (s·√[(n·Σw*² − (Σw*)²)/(n−1)]), s² = Σ(y − ȳ)²/n, the own value counted with the mean weight of the neighbours. */
function withSelf({ weights: { starts, weights } }: Participants, lags: Float64Array, z: Float64Array, m2: number): Float64Array {
	const n = z.length;
	return lags.map((lag, i) => {
		const row = weights.subarray(starts[i]!, starts[i + 1]!);
		const sum = row.reduce((total, weight) => total + weight, 0);
		const self = sum / row.length;
		const squares = row.reduce((total, weight) => total + weight * weight, self * self);
		const variance = (m2 * (n * squares - (sum + self) ** 2)) / (n - 1);
		// Everybody a neighbour: the sum is always that of all values, and rounding alone would look like a pattern.
		return deviation(lag + self * z[i]!, { mean: 0, variance: variance > 1e-12 * m2 * squares ? variance : 0 });
	});
}
