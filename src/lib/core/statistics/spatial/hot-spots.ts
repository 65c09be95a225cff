import { falseDiscovery } from '#lib/core/statistics/false-discovery.ts';
import { conditionalSteps } from './conditional-permutation.ts';
import type { GlobalStatistic, Permuting } from './global-statistic.ts';
import { localG } from './local-g.ts';
import { localMoran, QUADRANTS } from './local-moran.ts';
import { globalMoranSteps } from './moran.ts';
import { FEWEST_TERRITORIES, type SpatialOutcome } from './outcome.ts';
import { deviationsOf, participantsOf, spread } from './participants.ts';
import { finished, type Steps } from './steps.ts';
import type { SpatialWeights } from './weights.ts';

/** Which local statistic finds the spots. `local-moran` also tells the odd one out; `gi-star` asks for high or low surroundings only. */
export const HOT_SPOT_STATISTICS = ['local-moran', 'gi-star'] as const;
export type HotSpotStatistic = (typeof HOT_SPOT_STATISTICS)[number];

/**
 * What a territory is part of. A quadrant of local Moran (itself, then its neighbours) or a side of Gᵢ*, each only where it counts;
 * else nothing that counts, nobody known to compare with, or no figure.
 */
export const CLUSTERS = [
	'high-high',
	'high-low',
	'low-high',
	'low-low',
	'hot',
	'cold',
	'not-significant',
	'no-neighbours',
	'no-data'
] as const;
export type Cluster = (typeof CLUSTERS)[number];

/** The clusters a statistic can give where it counts, in the order of a legend. */
export const CLUSTERS_OF = {
	'local-moran': ['high-high', 'high-low', 'low-high', 'low-low'],
	'gi-star': ['hot', 'cold']
} as const satisfies Record<HotSpotStatistic, readonly Cluster[]>;

/** What to look for and how strictly. */
export interface HotSpotQuestion extends Permuting {
	readonly statistic: HotSpotStatistic;
	/** Share of false discoveries allowed among those that count, 0–1 (Benjamini & Hochberg). */
	readonly rate: number;
}

/** Hot spots of one column: one entry per territory, NaN in a number where it takes no part. */
export interface HotSpots {
	/** How many territories took part. */
	readonly participants: number;
	/** Moran’s I of the whole map, its p by as many permutations from the same seed. */
	readonly moran: GlobalStatistic;
	/** Iᵢ, or Gᵢ* as a standard deviate. */
	readonly statistic: Float64Array;
	/** Standard deviations from what chance gives. */
	readonly z: Float64Array;
	/** Two-sided p of the permutations, 1/(R+1) to 1. */
	readonly p: Float64Array;
	/** The smallest rate at which the territory would count. */
	readonly adjusted: Float64Array;
	/** Index into `CLUSTERS` by the sides alone, whether it counts or not: the rows of `CLUSTERS_OF`, or why there is none. */
	readonly side: Uint8Array;
	/** Index into `CLUSTERS`: the side where it counts, `not-significant` where it does not. */
	readonly cluster: Uint8Array;
}

/**
 * The hot and cold spots of the values (NaN is unknown) among these neighbours. The same numbers in a browser and on a server for the
 * same seed. Refused with fewer than thirty territories that have a value and a known neighbour, for nothing known and for equal values.
 */
export const hotSpots = (values: ArrayLike<number>, weights: SpatialWeights, question: HotSpotQuestion): SpatialOutcome<HotSpots> =>
	finished(hotSpotSteps(values, weights, question));

/** `hotSpots` in pieces, for a server that has others to answer: 9,999 permutations of 1,503 communes take a second. */
export function* hotSpotSteps(
	values: ArrayLike<number>,
	weights: SpatialWeights,
	{ statistic: which, rate, permutations, seed }: HotSpotQuestion
): Steps<SpatialOutcome<HotSpots>> {
	const permuting: Permuting = { permutations, seed };
	const found = participantsOf(values, weights, FEWEST_TERRITORIES);
	if (!found.ok) return found;
	const quadrants = which === 'local-moran' ? localMoran(values, weights) : null;
	const local = quadrants ?? localG(values, weights, 'G*');
	if (!local.ok) return local;
	const moran = yield* globalMoranSteps(values, weights, permuting);
	if (!moran.ok) return moran;
	const { z: deviations } = deviationsOf(found.value.values);
	const p = spread(weights.size, found.value, yield* conditionalSteps(deviations, found.value.weights, permuting));
	const { participants, statistic, z } = local.value;
	const quadrant = quadrants?.ok ? quadrants.value.quadrant : null;
	const { adjusted, significant } = falseDiscovery(p, rate);
	const sideOf = (i: number): Cluster => {
		if (Number.isNaN(values[i]!)) return 'no-data';
		if (Number.isNaN(p[i]!)) return 'no-neighbours';
		if (quadrant === null) return statistic[i]! > 0 ? 'hot' : 'cold';
		const name = QUADRANTS[quadrant[i]!]!;
		return name === 'none' ? 'no-neighbours' : name;
	};
	const side = Uint8Array.from({ length: values.length }, (_, i) => CLUSTERS.indexOf(sideOf(i)));
	const quiet = CLUSTERS.indexOf('not-significant');
	const cluster = side.map((own, i) => (Number.isNaN(p[i]!) || significant[i] === 1 ? own : quiet));
	return { ok: true, value: { participants, moran: moran.value, statistic, z, p, adjusted, side, cluster } };
}
