import { room } from '#lib/core/scoring/room.ts';
import { decay } from '#lib/core/statistics/access.ts';
import { reachOf, type Around } from './around.ts';
import type { NearFacts } from './facts.ts';
import type { NearRegister } from './register.ts';

/** What a register says of one chain around a point. */
export interface Supply {
	/** 0–1; NaN where the nation has too few to compare or nobody is expected. */
	readonly room: number;
	/** Cooperatives within the radius, however far away; reservations are not told here, for a half would be somebody. */
	readonly count: number;
}

/**
 * Room per counted chain around a point, for each of several radii around it: Ĉ = Σf, Ê = b·ΣD·f, σ = Ĉ/Ê, G = 1/(1 + σ) (method §5).
 * One pass over the points for all radii.
 */
export function supplyAround(facts: NearFacts, register: NearRegister, arounds: readonly Around[]): Readonly<Record<string, Supply>>[] {
	const observed = observedAround(facts, register, arounds);
	return arounds.map((around, a) =>
		Object.fromEntries(
			register.chains.map((chain, c) => {
				const { weighed, counted } = observed[a]!;
				return [chain, { room: roomOf(facts, register, around, c, weighed[c]!), count: counted[c]! }];
			})
		)
	);
}

function roomOf(facts: NearFacts, { rate, bases }: NearRegister, { communes, radiusKm }: Around, chain: number, observed: number): number {
	const reach = reachOf(facts, radiusKm);
	const base = bases[chain]!;
	const expected = rate[chain]! * communes.reduce((sum, { index, km }) => sum + (base[index]! || 0) * decay(km, reach), 0);
	return expected > 0 ? room(observed / expected) : NaN;
}

/** Per chain, the cooperatives around a point: weighed by distance, and as many as there are. */
interface Observed {
	readonly weighed: Float64Array;
	readonly counted: Float64Array;
}

function observedAround(
	facts: NearFacts,
	{ index, chains, chainOf, count, cooperatives }: NearRegister,
	arounds: readonly Around[]
): Observed[] {
	const sums = arounds.map(() => ({ weighed: new Float64Array(chains.length), counted: new Float64Array(chains.length) }));
	const widest = Math.max(...arounds.map(({ radiusKm }) => radiusKm));
	const reach = reachOf(facts, widest);
	const [first] = arounds;
	if (!first) return sums;
	index.each(first.position, widest, (point, km) => {
		const weight = count[point]! * decay(km, reach);
		for (let a = 0; a < arounds.length; a++) {
			if (km > arounds[a]!.radiusKm) continue;
			sums[a]!.weighed[chainOf[point]!]! += weight;
			if (point < cooperatives) sums[a]!.counted[chainOf[point]!]! += count[point]!;
		}
	});
	return sums;
}
