import { activeShares, EXPONENT, type PillarValues } from '#lib/core/scoring/aggregate.ts';
import { PILLARS, type Pillar } from '#lib/core/scoring/method.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { chainShares } from '#lib/core/scoring/weights.ts';
import type { ChainQuestion } from '#lib/core/scoring/question.ts';
import { topOf } from './bands.ts';

/** What would bring one place into the top quartile of its chain. */
export interface Counterfactual {
	/** Score of the last place of the top, 0–100: what is to be reached. */
	readonly target: number;
	/** How many places are in the top. */
	readonly top: number;
	/** True when the place is there already. */
	readonly isReached: boolean;
	/** Factor the score has to grow by; 1 when it is reached. */
	readonly factor: number;
	/** For each pillar the place has: what it is, and what it would have to be if only it changed; null where even 1 is not enough. */
	readonly pillars: readonly { readonly pillar: Pillar; readonly value: number; readonly needed: number | null }[];
}

/**
 * What would bring `place` (an index in the table) into the top, one pillar at a time: X′ = X·(S′/S)^(Σw/w) for the geometric mean
 * (method §3), the same idea on powers for the others. Null when the place has no score.
 */
export function counterfactualOf(scorer: Scorer, { chain, weights, aggregator }: ChainQuestion, place: number): Counterfactual | null {
	const { score, order } = scorer.scores(chain, weights, aggregator);
	const own = score[place]!;
	if (Number.isNaN(own)) return null;
	const top = topOf(order.length, scorer.method.uncertainty.topShare);
	const target = score[order[top - 1]!]!;
	const isReached = own >= target;
	const { floor, localMarketNeedShift } = scorer.method;
	const values = Object.fromEntries(
		scorer.pillars(chain, place).map((value, q) => [PILLARS[q]!, Number.isNaN(value) ? null : Math.max(floor, value)])
	) as PillarValues;
	const shares = activeShares(values, chainShares(weights, scorer.prepared(chain), localMarketNeedShift))!;
	const exponent = EXPONENT[aggregator];
	const pillars = [...shares].map(([pillar, share]) => {
		const value = values[pillar]!;
		const needed = isReached ? value : neededOf(value, share, { own: own / 100, target: target / 100, exponent });
		return { pillar, value, needed: needed <= 1 ? needed : null };
	});
	return { target, top, isReached, factor: isReached ? 1 : target / own, pillars };
}

/** What one pillar has to be for the mean of exponent p to grow from `own` to `target`; above 1 where it cannot. */
function neededOf(value: number, share: number, { own, target, exponent }: { own: number; target: number; exponent: number }): number {
	if (exponent === 0) return value * (target / own) ** (1 / share);
	const power = value ** exponent + (target ** exponent - own ** exponent) / share;
	return power > 0 ? power ** (1 / exponent) : Infinity; // the harmonic mean has an end: other pillars hold it down
}
