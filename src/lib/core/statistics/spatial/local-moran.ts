import { conditionalP, drawMoments } from './conditional-permutation.ts';
import type { Permuting } from './global-statistic.ts';
import { FEWEST_TERRITORIES, type SpatialOutcome } from './outcome.ts';
import { deviationsOf, participantsOf, spread } from './participants.ts';
import { lagsOf, type SpatialWeights } from './weights.ts';

/** A territory against its neighbours: first itself, then they. `none` where it takes no part. A value at the mean is low. */
export const QUADRANTS = ['none', 'high-high', 'low-high', 'low-low', 'high-low'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** A local statistic: one entry per territory, NaN where it takes no part. */
export interface LocalStatistic {
	/** How many territories took part. */
	readonly participants: number;
	readonly statistic: Float64Array;
	/** How many standard deviations from what chance gives; NaN too where chance has no room. */
	readonly z: Float64Array;
	/** Two-sided p of the conditional permutations; all NaN when none were asked for. */
	readonly p: Float64Array;
}

/** Local Moran with the quadrant of each territory. */
export interface LocalMoran extends LocalStatistic {
	/** Index into `QUADRANTS`. */
	readonly quadrant: Uint8Array;
}

/** What a local statistic may be told. */
export interface LocalOptions {
	readonly permuting?: Permuting;
	/** Refuse fewer participants than this; `FEWEST_TERRITORIES` when left out. */
	readonly fewest?: number;
}

/**
 * Local Moran’s Iᵢ = zᵢ/m₂ · Σwᵢⱼzⱼ with m₂ = Σz²/n (Anselin 1995; spdep): above 0 when a territory is like its neighbours. With row
 * weights ΣIᵢ = n·I. z is by the conditional moments of Sokal, Oden & Thomson (1998). Territories without a value or a known
 * neighbour take no part. Refused below `fewest`, for nothing known and for equal values.
 */
export function localMoran(values: ArrayLike<number>, weights: SpatialWeights, options: LocalOptions = {}): SpatialOutcome<LocalMoran> {
	const found = participantsOf(values, weights, options.fewest ?? FEWEST_TERRITORIES);
	if (!found.ok) return found;
	const { weights: among, values: known } = found.value;
	const { z, m2 } = deviationsOf(known);
	const lags = lagsOf(among, z);
	const everywhere = (column: ArrayLike<number>) => spread(weights.size, found.value, column);
	const quadrant = new Uint8Array(weights.size);
	found.value.indices.forEach((index, at) => (quadrant[index] = QUADRANTS.indexOf(quadrantOf(z[at]!, lags[at]!))));
	return {
		ok: true,
		value: {
			participants: known.length,
			statistic: everywhere(lags.map((lag, i) => (z[i]! / m2) * lag)),
			z: everywhere(lags.map((lag, i) => Math.sign(z[i]!) * deviation(lag, drawMoments(z, m2, among, i)))),
			p: options.permuting ? everywhere(conditionalP(z, among, options.permuting)) : new Float64Array(weights.size).fill(NaN),
			quadrant
		}
	};
}

function quadrantOf(z: number, lag: number): Quadrant {
	if (z > 0) return lag > 0 ? 'high-high' : 'high-low';
	return lag > 0 ? 'low-high' : 'low-low';
}

/** How many standard deviations a sum is from its mean; NaN when it cannot vary. */
export const deviation = (sum: number, { mean, variance }: { mean: number; variance: number }): number =>
	variance > 0 ? (sum - mean) / Math.sqrt(variance) : NaN;
