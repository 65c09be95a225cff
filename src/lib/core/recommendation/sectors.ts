import type { PillarWeights } from '#lib/core/scoring/method.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { TopShares } from './tops.ts';

/** A value chain in a place, where it stands among those of the place. */
export interface RankedSector {
	readonly chain: string;
	readonly territory: string;
	/** 1 is the first sector of the place. */
	readonly position: number;
	/** Probability 0–1 of being in the top quarter of the chain. */
	readonly top: number;
	/** 0–100. */
	readonly score: number;
}

/** The scored sectors of every place of a level, best first: by probability of the top quarter, then by score, then as the chains are listed. */
export type SectorRanking = ReadonlyMap<string, readonly RankedSector[]>;

/** The sectors of every place of the scorer, under `weights`. */
export function sectorRanking(scorer: Scorer, tops: TopShares, weights: PillarWeights): SectorRanking {
	const scores = scorer.chains.map(({ id }) => ({ chain: id, score: scorer.scores(id, weights, 'geometric').score, tops: tops.get(id) }));
	return new Map(
		scorer.table.territories.map(({ code }, index) => {
			const scored = scores
				.map(({ chain, score, tops: shares }) => ({ chain, territory: code, top: shares?.[index] || 0, score: score[index]! }))
				.filter(({ score }) => !Number.isNaN(score))
				.sort(byTopThenScore);
			return [code, scored.map((sector, at) => ({ ...sector, position: at + 1 }))] as const;
		})
	);
}

/** Order of sectors in one place, and of places for one sector: probability of the top quarter, then score. Equal ones stay as they are. */
export const byTopThenScore = (a: Pick<RankedSector, 'top' | 'score'>, b: Pick<RankedSector, 'top' | 'score'>): number =>
	b.top - a.top || b.score - a.score;

/** The scored sectors of a place, best first; empty for a place without any, or unknown. */
export const rankedSectors = (ranking: SectorRanking, place: string): readonly RankedSector[] => ranking.get(place) ?? [];

/** The places that have `chain` among their first `k` sectors, best first: the way back from `rankedSectors`. */
export const placesFor = (ranking: SectorRanking, chain: string, k: number): readonly RankedSector[] =>
	[...ranking.values()].flatMap((sectors) => sectors.slice(0, k).filter((sector) => sector.chain === chain)).sort(byTopThenScore);

/** How many recommendations lead on to an economic model, and which chains have none. */
export interface ModelCoverage {
	/** Sectors looked at: the first `k` of every place. */
	readonly recommended: number;
	readonly withModel: number;
	/** 0–1; null when nothing is recommended. */
	readonly share: number | null;
	/** Chains without any model, as they are listed. */
	readonly missing: readonly string[];
}

/** Coverage of the first `k` sectors of every place by economic models; `hasModel` says which chains have one. */
export function modelCoverage(
	ranking: SectorRanking,
	chains: readonly { readonly id: string }[],
	hasModel: (chain: string) => boolean,
	k: number
): ModelCoverage {
	const recommended = [...ranking.values()].flatMap((sectors) => sectors.slice(0, k));
	const withModel = recommended.filter(({ chain }) => hasModel(chain)).length;
	return {
		recommended: recommended.length,
		withModel,
		share: recommended.length > 0 ? withModel / recommended.length : null,
		missing: chains.map(({ id }) => id).filter((id) => !hasModel(id))
	};
}
