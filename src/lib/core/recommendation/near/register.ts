import { placeIndex, type PlaceIndex } from '#lib/core/geo/commune-index.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import type { RecommendationRules } from '#lib/core/project/rules.ts';
import { FEWEST_NATIONAL_COUNT } from '#lib/core/scoring/room.ts';

/** A cooperative of a register, or a reservation of somebody who is about to found one. */
export interface CountedPoint {
	readonly position: Position;
	readonly chain: string;
}

/** Cooperatives of a register as points, ready to be counted around any place. */
export interface NearRegister {
	readonly index: PlaceIndex;
	/** Chains counted, and per point the index of its chain in them and what it counts: 1, or 0.5 for a reservation. */
	readonly chains: readonly string[];
	readonly chainOf: Uint16Array;
	readonly count: Float64Array;
	/** Cooperatives per unit of the base in the nation, by chain: b = ΣC/ΣD; NaN where fewer than 30 are counted. */
	readonly rate: Float64Array;
	/** Base of expectation D per commune, by chain. */
	readonly bases: readonly Float64Array[];
}

/**
 * A register from its located cooperatives and the reservations. `baseOf` gives what presence is expected in proportion to, per
 * commune: people for a local market, the resource base for a resource chain. Reservations count as the rules say, and only near
 * themselves: the national rate is that of cooperatives there are.
 */
export function nearRegister(
	cooperatives: readonly CountedPoint[],
	reservations: readonly CountedPoint[],
	baseOf: (chain: string) => Float64Array,
	{ reservation }: Pick<RecommendationRules, 'reservation'>
): NearRegister {
	const points = [...cooperatives, ...reservations];
	const chains = [...new Set(points.map(({ chain }) => chain))].sort();
	const place = new Map(chains.map((chain, index) => [chain, index]));
	const bases = chains.map(baseOf);
	const national = new Float64Array(chains.length);
	for (const { chain } of cooperatives) national[place.get(chain)!]!++;
	return {
		index: placeIndex(points.map(({ position }) => position)),
		chains,
		chainOf: Uint16Array.from(points, ({ chain }) => place.get(chain)!),
		count: Float64Array.from(points, (_, i) => (i < cooperatives.length ? 1 : reservation)),
		rate: national.map((total, c) => (total < FEWEST_NATIONAL_COUNT ? NaN : total / sumOf(bases[c]!))),
		bases
	};
}

const sumOf = (column: Float64Array): number => column.reduce((sum, value) => sum + (value || 0), 0);
