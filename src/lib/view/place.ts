import type { PillarWeights } from '#lib/core/scoring/method.ts';
import { STATUSES, type Explanation, type Status } from '#lib/core/scoring/outcome.ts';
import { TIE } from '#lib/core/composite/rank.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { valueAt } from '#lib/core/scoring/table.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { weightsOf, type View } from './view.ts';

/** Why the selected territory has its score for the chain of the view; null when nothing is selected or its level is not loaded. */
export function explanationOf(atlas: Atlas, view: View): Explanation | null {
	const scorer = atlas.scorer(view.level);
	if (view.territory === null || !scorer || atlas.indexOf(view.territory) < 0) return null;
	return scorer.explain(view.chain, view.territory, weightsOf(view, scorer.method.presets), view.aggregator);
}

/** A chain in the list of one place. */
export interface ChainLine {
	readonly chain: string;
	readonly status: Status;
	/** 0–100, null unless scored. */
	readonly score: number | null;
	/** 1 is best among the territories scored for this chain; null unless scored, and for communes. */
	readonly rank: number | null;
	readonly ranked: number;
}

/** Chains of one place: those that stand on evidence or their own mix, best first; those that can only score alike; the rest. */
export interface ChainsHere {
	readonly best: readonly ChainLine[];
	/** Local-market chains without evidence of their own and with one score: one line says them all. */
	readonly alike: readonly (readonly ChainLine[])[];
	readonly unscored: readonly ChainLine[];
}

/** All chains of the selected place, with the weights of the view; null when nothing is selected or its level is not loaded. */
export function chainsHere(atlas: Atlas, view: View): ChainsHere | null {
	const scorer = atlas.scorer(view.level);
	const index = view.territory === null ? -1 : atlas.indexOf(view.territory);
	if (!scorer || index < 0) return null;
	const { chains } = atlas;
	const weights: PillarWeights = weightsOf(view, scorer.method.presets);
	// Communes are ranked inside their province only, which a list of chains has no room to say.
	const comparable = view.level !== 'commune';
	const lines = [...chains.values()].map(({ id }): ChainLine => {
		const { score, status, rank, order } = scorer.scores(id, weights, view.aggregator);
		return {
			chain: id,
			status: STATUSES[status[index]!]!,
			score: valueAt(score, index),
			rank: (comparable && rank[index]) || null,
			ranked: order.length
		};
	});
	const scored = lines.filter(({ score }) => score !== null).sort((a, b) => b.score! - a.score! || (a.chain < b.chain ? -1 : 1));
	const groups = new Map<number, ChainLine[]>();
	for (const line of scored) {
		if (chains.get(line.chain)!.type !== 'local-market' || valueAt(scorer.table.evidence[line.chain], index) !== null) continue;
		const key = Math.round(line.score! * 1e6);
		groups.set(key, [...(groups.get(key) ?? []), line]);
	}
	const alike = [...groups.values()].filter((group) => group.length > 1);
	const grouped = new Set(alike.flat());
	return { best: scored.filter((line) => !grouped.has(line)), alike, unscored: lines.filter(({ score }) => score === null) };
}

/** Rank of a place among the scored places of its own parent, and how many those are; null when it has no score. */
export function rankWithin(scorer: Scorer, score: Float64Array, index: number): { rank: number; ranked: number } | null {
	const own = valueAt(score, index);
	if (own === null) return null;
	const { territories } = scorer.table;
	const siblings = territories.flatMap(({ parent }, i) =>
		parent === territories[index]!.parent && !Number.isNaN(score[i]!) ? [score[i]!] : []
	);
	return { rank: 1 + siblings.filter((other) => other > own + TIE).length, ranked: siblings.length };
}
