import { placeIndex, type PlaceIndex } from '#lib/core/geo/commune-index.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import { FEWEST_NATIONAL_COUNT, room } from '#lib/core/scoring/room.ts';
import { decay } from '#lib/core/statistics/access.ts';
import { RECOMMENDATION } from '../rule.ts';
import { reachOf, type Around } from './around.ts';
import type { NearFacts } from './facts.ts';

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
 * commune: people for a local market, the resource base for a resource chain. Reservations count half, and only near themselves:
 * the national rate is that of cooperatives there are.
 */
export function nearRegister(
	cooperatives: readonly CountedPoint[],
	reservations: readonly CountedPoint[],
	baseOf: (chain: string) => Float64Array
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
		count: Float64Array.from(points, (_, i) => (i < cooperatives.length ? 1 : RECOMMENDATION.reservation)),
		rate: national.map((total, c) => (total < FEWEST_NATIONAL_COUNT ? NaN : total / sumOf(bases[c]!))),
		bases
	};
}

/**
 * Room 0–1 per counted chain around a point, for each of several radii around it: Ĉ = Σf, Ê = b·ΣD·f, σ = Ĉ/Ê, G = 1/(1 + σ)
 * (method §5). NaN where the nation has too few to compare or nobody is expected. One pass over the points for all radii.
 */
export function roomAround(facts: NearFacts, register: NearRegister, arounds: readonly Around[]): Readonly<Record<string, number>>[] {
	const observed = observedAround(facts, register, arounds);
	return arounds.map((around, a) =>
		Object.fromEntries(register.chains.map((chain, c) => [chain, roomOf(facts, register, around, c, observed[a]![c]!)]))
	);
}

function roomOf(facts: NearFacts, { rate, bases }: NearRegister, { communes, radiusKm }: Around, chain: number, observed: number): number {
	const reach = reachOf(facts, radiusKm);
	const base = bases[chain]!;
	const expected = rate[chain]! * communes.reduce((sum, { index, km }) => sum + (base[index]! || 0) * decay(km, reach), 0);
	return expected > 0 ? room(observed / expected) : NaN;
}

function observedAround(facts: NearFacts, { index, chains, chainOf, count }: NearRegister, arounds: readonly Around[]): Float64Array[] {
	const sums = arounds.map(() => new Float64Array(chains.length));
	const widest = Math.max(...arounds.map(({ radiusKm }) => radiusKm));
	const reach = reachOf(facts, widest);
	const [first] = arounds;
	if (!first) return sums;
	index.each(first.position, widest, (point, km) => {
		const weight = count[point]! * decay(km, reach);
		arounds.forEach(({ radiusKm }, a) => {
			if (km <= radiusKm) sums[a]![chainOf[point]!]! += weight;
		});
	});
	return sums;
}

const sumOf = (column: Float64Array): number => column.reduce((sum, value) => sum + (value || 0), 0);
