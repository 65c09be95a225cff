import { placeIndex, type PlaceIndex } from '#lib/core/geo/commune-index.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import type { RecommendationRules } from '#lib/core/project/rules.ts';
import { FEWEST_NATIONAL_COUNT } from '#lib/core/scoring/room.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';

/** A cooperative of a register, or a reservation of somebody who is about to found one. */
export interface CountedPoint {
	readonly position: Position;
	readonly chain: string;
	/** How many stand there, as the cooperatives of one commune do; 1 unless said. */
	readonly count?: number;
}

/** Cooperatives of a register as points, ready to be counted around any place. */
export interface NearRegister {
	readonly index: PlaceIndex;
	/** Chains counted, and per point the index of its chain in them and what it counts: cooperatives, or 0.5 for a reservation. */
	readonly chains: readonly string[];
	readonly chainOf: Uint16Array;
	readonly count: Float64Array;
	/** So many of the points are cooperatives; those after them are reservations. */
	readonly cooperatives: number;
	/** Cooperatives per unit of the base in the nation, by chain: b = ΣC/ΣD; NaN where fewer than 30 are counted. */
	readonly rate: Float64Array;
	/** Base of expectation D per commune, by chain. */
	readonly bases: readonly Float64Array[];
}

/**
 * A register from its located cooperatives and the reservations. `baseOf` gives what presence is expected in proportion to, per
 * commune: people for a local market, the resource base for a resource chain. Reservations count as the rules say, and only near
 * themselves: the national rate is that of cooperatives there are. `counted` are chains of the register that may have no cooperative at all.
 */
export function nearRegister(
	cooperatives: readonly CountedPoint[],
	reservations: readonly CountedPoint[],
	baseOf: (chain: string) => Float64Array,
	{ reservation }: Pick<RecommendationRules, 'reservation'>,
	counted: readonly string[] = []
): NearRegister {
	const points = [...cooperatives, ...reservations];
	const chains = [...new Set([...counted, ...points.map(({ chain }) => chain)])].sort();
	const place = new Map(chains.map((chain, index) => [chain, index]));
	const bases = chains.map(baseOf);
	const national = new Float64Array(chains.length);
	for (const { chain, count = 1 } of cooperatives) national[place.get(chain)!]! += count;
	return {
		index: placeIndex(points.map(({ position }) => position)),
		chains,
		chainOf: Uint16Array.from(points, ({ chain }) => place.get(chain)!),
		count: Float64Array.from(points, ({ count = 1 }, i) => (i < cooperatives.length ? count : count * reservation)),
		cooperatives: cooperatives.length,
		rate: national.map((total, c) => (total < FEWEST_NATIONAL_COUNT ? NaN : total / sumOf(bases[c]!))),
		bases
	};
}

/**
 * The register of a table of communes: the cooperatives of a commune stand at its point. Those of a commune that cannot be compared (no
 * point, no people, nothing documented) are left out, as they are from its room, and so are reservations of a chain the register does not
 * count: half a cooperative says nothing beside a proxy. Null where the table has no register.
 */
export function registerOfCommunes(
	{ table }: Pick<Scorer, 'table'>,
	rules: Pick<RecommendationRules, 'reservation'>,
	reservations: readonly CountedPoint[] = []
): NearRegister | null {
	const { register, territories } = table;
	if (!register) return null;
	const points = Object.entries(register).flatMap(([chain, { counts, bases }]) =>
		territories.flatMap(({ label }, i): CountedPoint[] =>
			label && counts[i]! > 0 && bases[i]! > 0 ? [{ position: label, chain, count: counts[i]! }] : []
		)
	);
	const counted = reservations.filter(({ chain }) => register[chain] !== undefined);
	return nearRegister(points, counted, (chain) => register[chain]!.bases, rules, Object.keys(register));
}

const sumOf = (column: Float64Array): number => column.reduce((sum, value) => sum + (value || 0), 0);
