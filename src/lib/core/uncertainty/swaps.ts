import { flipWeight, type FlipSide } from '#lib/core/scoring/flip.ts';
import { PILLARS, type Pillar, type PillarWeights } from '#lib/core/scoring/method.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { roomFactor, shares } from '#lib/core/scoring/weights.ts';

/** The weight of one pillar at which two places tie, the other weights keeping their proportions. */
export interface Swap {
	readonly pillar: Pillar;
	/** Share 0–1 as it is, and as it would have to be; null where no share makes them tie. */
	readonly from: number;
	readonly to: number | null;
}

/**
 * At which weights the places `a` and `b` (indices in the table) change places, under the geometric mean, pillar by pillar.
 * Null when one of them lacks a pillar that weighs: then their means are not over the same pillars.
 */
export function swapsOf(scorer: Scorer, chain: string, weights: PillarWeights, [a, b]: readonly [number, number]): Swap[] | null {
	const share = shares(weights);
	const sides = [a, b].map((place) => sideOf(scorer, chain, place));
	if (PILLARS.some((pillar) => share[pillar] > 0 && sides.some(({ values }) => Number.isNaN(values[pillar])))) return null;
	const [first, second] = sides as [FlipSide, FlipSide];
	return PILLARS.filter((pillar) => !Number.isNaN(first.values[pillar]) && !Number.isNaN(second.values[pillar])).map((pillar) => ({
		pillar,
		from: share[pillar],
		to: flipWeight(pillar, first, second, share)
	}));
}

/**
 * A local-market chain gives part of the weight of Need to Access: seen from the weights, its Need is a blend of both. A counted resource
 * chain keeps half of Room: seen from the weights, its Room is the root of it.
 */
function sideOf(scorer: Scorer, chain: string, place: number): FlipSide {
	const { floor, localMarketNeedShift } = scorer.method;
	const [need, potential, room, access] = scorer.pillars(chain, place).map((value) => (value < floor ? floor : value)) as [
		number,
		number,
		number,
		number
	];
	const prepared = scorer.prepared(chain);
	const shift = prepared.chain.type === 'local-market' ? localMarketNeedShift : 0;
	return {
		values: { need: need ** (1 - shift) * (shift === 0 ? 1 : access ** shift), potential, room: room ** roomFactor(prepared), access },
		malus: 1
	};
}
