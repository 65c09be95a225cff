import type { RankingQuestion } from '#lib/core/scoring/question.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { counterfactualOf, type Counterfactual } from '#lib/core/uncertainty/counterfactual.ts';
import type { Driver } from '#lib/core/uncertainty/drivers.ts';
import { removalsOf, type Removal } from '#lib/core/uncertainty/removal.ts';
import { swapsOf, type Swap } from '#lib/core/uncertainty/swaps.ts';
import { kept, type Cache } from './kept.ts';
import type { OpenedRelease } from './release.ts';
import { driversFor } from './robustness.ts';

/** What the rank of one place rests on. */
export interface Sensitivity {
	/** Rank among all of the level; null when the place has no score, and then everything below is empty. */
	readonly rank: number | null;
	/** By total effect, largest first. */
	readonly drivers: readonly Driver[];
	readonly counterfactual: Counterfactual | null;
	/** The places ranked just before and just after it, and the weights at which they swap; empty unless the mean is geometric. */
	readonly swaps: readonly { readonly territory: string; readonly rank: number; readonly pillars: readonly Swap[] }[];
	/** Its rank without each indicator, those that move it most first; indicators that leave it where it is are left out. */
	readonly removals: readonly { readonly indicator: string; readonly rank: number }[];
}

/** A place and the question its rank answers. */
export interface SensitivityQuestion extends RankingQuestion {
	readonly territory: string;
}

const removalsCache: Cache<Scorer, readonly Removal[]> = new WeakMap();

/** What the rank of a place rests on. Throws on an unknown chain or territory. */
export async function sensitivityFor(opened: OpenedRelease, { territory, ...question }: SensitivityQuestion): Promise<Sensitivity> {
	const scorer = await opened.scorer(question.level);
	const place = scorer.table.territories.findIndex(({ code }) => code === territory);
	if (place < 0) throw new Error(`unknown territory ${territory}`);
	const { rank } = scorer.scores(question.chain, question.weights, question.aggregator);
	if (rank[place] === 0) return { rank: null, drivers: [], counterfactual: null, swaps: [], removals: [] };
	const all = await driversFor(opened, { ...question, seed: scorer.method.uncertainty.seed });
	const removals = kept(removalsCache, scorer, JSON.stringify(question), () => removalsOf(scorer, question));
	return {
		rank: rank[place]!,
		drivers: all.find((one) => one.place === place)?.drivers ?? [],
		counterfactual: counterfactualOf(scorer, question, place),
		swaps: question.aggregator === 'geometric' ? neighboursOf(scorer, question, place) : [],
		removals: removals
			.map((removal) => ({ indicator: removal.indicator, rank: removal.rank[place]! }))
			.filter((removal) => removal.rank > 0 && removal.rank !== rank[place])
			.sort((a, b) => Math.abs(b.rank - rank[place]!) - Math.abs(a.rank - rank[place]!) || (a.indicator < b.indicator ? -1 : 1))
	};
}

function neighboursOf(scorer: Scorer, { chain, weights, aggregator }: RankingQuestion, place: number): Sensitivity['swaps'] {
	const { order, rank } = scorer.scores(chain, weights, aggregator);
	const at = order.indexOf(place);
	return [at - 1, at + 1].flatMap((position) => {
		const other = order[position];
		if (other === undefined) return [];
		const pillars = swapsOf(scorer, chain, weights, [place, other]);
		return pillars ? [{ territory: scorer.table.territories[other]!.code, rank: rank[other]!, pillars }] : [];
	});
}
