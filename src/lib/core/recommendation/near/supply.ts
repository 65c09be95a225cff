import { room } from '#lib/core/scoring/room.ts';
import { decay } from '#lib/core/statistics/access.ts';
import { reachOf, type Around } from './around.ts';
import type { NearFacts } from './facts.ts';
import type { NearRegister } from './register.ts';

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
		for (let a = 0; a < arounds.length; a++) if (km <= arounds[a]!.radiusKm) sums[a]![chainOf[point]!]! += weight;
	});
	return sums;
}
