/**
 * Fewest territories, with a value and a neighbour, for which local statistics are answered (rule P27). With twelve regions
 * and three neighbours each, the smallest p a permutation can give is 1/165: nothing would survive twelve comparisons.
 */
export const FEWEST_TERRITORIES = 30;

/** Neighbours a territory usually has: the example that shows why twelve regions cannot be tested. */
export const USUAL_NEIGHBOURS = 3;

/** Why a spatial statistic has no answer. */
export const SPATIAL_REFUSALS = ['too-few-territories', 'nothing-known', 'constant', 'negative-value'] as const;
export type SpatialRefusal = (typeof SPATIAL_REFUSALS)[number];

/** A spatial statistic, or why there is none and how many territories could have taken part. */
export type SpatialOutcome<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: SpatialRefusal; readonly participants: number };
