import { bestOf } from '#lib/core/scoring/best.ts';
import { PILLARS, type Aggregator, type PillarWeights } from '#lib/core/scoring/method.ts';
import { STATUSES, type ChainScores, type Explanation, type Status } from '#lib/core/scoring/outcome.ts';
import { ranking } from '#lib/core/composite/rank.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { GATES, type Gate } from '#lib/core/scoring/table.ts';
import { chainShares } from '#lib/core/scoring/weights.ts';
import type { Chain } from '#lib/core/sector/chain.ts';

/** How a question weighs the pillars and joins them. */
export interface Lens {
	readonly weights: PillarWeights;
	readonly aggregator: Aggregator;
}

/** Why a territory has no score: its gate, the missing evidence, or the required pillar that lacks figures. */
export const REASONS = [
	...GATES.slice(1),
	'potential-not-documented',
	...PILLARS.map((pillar) => `${pillar}-not-covered` as const)
] as readonly Reason[];
export type Reason = Exclude<Gate, 'open'> | 'potential-not-documented' | `${(typeof PILLARS)[number]}-not-covered`;

/** One territory for one sector. */
export interface ScoreRow {
	readonly territory: string;
	readonly status: Status;
	/** 0–100, rounded to 1e-9; null unless scored. */
	readonly score: number | null;
	/** 1 is best; among the whole level, or for a commune among those of its province. Null unless scored. */
	readonly rank: number | null;
	/** How many are ranked beside it. */
	readonly ranked: number;
	/** The value chain the score is of: for a branch the best one; null unless scored. */
	readonly chain: string | null;
	/** Null when scored. */
	readonly reason: Reason | null;
}

/** Scores to the precision at which server and browser agree. */
export const rounded = (score: number): number => Math.round(score * 1e9) / 1e9;

/** The rows of a level, made when asked for: a territory page needs one row of each of 31 lists. */
interface ScoreSheet {
	/** Indices of the scored, best first. */
	readonly order: Uint16Array;
	readonly score: Float64Array;
	row(index: number): ScoreRow;
}

/** Every territory of the level for the best of `chains`: the scored by score, best first, then the others by code. */
export function scoreRows(scorer: Scorer, chains: readonly Chain[], lens: Lens): ScoreRow[] {
	const { order, score, row } = scoreSheet(scorer, chains, lens);
	const unranked = [...score.keys()].filter((index) => Number.isNaN(score[index]!));
	return [...order, ...unranked].map(row);
}

/** The row of one territory; null when the level has no such territory. */
export function scoreRowOf(scorer: Scorer, chains: readonly Chain[], territory: string, lens: Lens): ScoreRow | null {
	const index = scorer.table.territories.findIndex(({ code }) => code === territory);
	return index < 0 ? null : scoreSheet(scorer, chains, lens).row(index);
}

function scoreSheet(scorer: Scorer, chains: readonly Chain[], lens: Lens): ScoreSheet {
	const perChain = chains.map((chain) => scorer.scores(chain.id, lens.weights, lens.aggregator));
	const { score, winner } = bestOf(perChain);
	const { rank, ranked } = ranksShown(scorer, score);
	const row = (index: number): ScoreRow => {
		const territory = scorer.table.territories[index]!.code;
		const best = chains[winner[index]!];
		if (best) {
			const shown = { score: rounded(score[index]!), rank: rank[index]!, ranked: ranked[index]! };
			return { territory, status: 'scored', ...shown, chain: best.id, reason: null };
		}
		return { territory, ...unscored(scorer, chains, perChain, index, lens), score: null, rank: null, ranked: ranked[index]!, chain: null };
	};
	return { order: ranking(score).order, score, row };
}

/** The chain of the list that scores best in a territory; the first one when none scores. */
export function bestChain(scorer: Scorer, chains: readonly Chain[], territory: string, lens: Lens): Chain {
	const index = scorer.table.territories.findIndex(({ code }) => code === territory);
	const { winner } = bestOf(chains.map((chain) => scorer.scores(chain.id, lens.weights, lens.aggregator)));
	return chains[Math.max(0, winner[index] ?? 0)]!;
}

/** The explanation of one territory, its rank among those a reader may compare it with. */
export function explanationOf(scorer: Scorer, chain: Chain, territory: string, lens: Lens): Explanation {
	const explanation = scorer.explain(chain.id, territory, lens.weights, lens.aggregator);
	if (scorer.table.level !== 'commune') return explanation;
	const row = scoreRowOf(scorer, [chain], territory, lens);
	return { ...explanation, rank: row?.rank ?? null, ranked: row?.ranked ?? 0 };
}

/** Ranks as they may be shown. A commune inherits much from its province, so it is ranked inside it only (method §4). */
function ranksShown(scorer: Scorer, score: Float64Array): { rank: Uint16Array; ranked: Uint16Array } {
	const rank = new Uint16Array(score.length);
	const ranked = new Uint16Array(score.length);
	for (const indices of comparableOf(scorer)) {
		const inside = ranking(Float64Array.from(indices, (index) => score[index]!));
		indices.forEach((index, place) => {
			rank[index] = inside.rank[place]!;
			ranked[index] = inside.order.length;
		});
	}
	return { rank, ranked };
}

const comparable = new WeakMap<Scorer, readonly (readonly number[])[]>();

/** Indices of the territories that are ranked together. */
function comparableOf(scorer: Scorer): readonly (readonly number[])[] {
	const known = comparable.get(scorer);
	if (known) return known;
	const { level, territories } = scorer.table;
	const groups = Map.groupBy(territories.keys(), (index) => (level === 'commune' ? territories[index]!.parent : null));
	const fresh = [...groups.values()];
	comparable.set(scorer, fresh);
	return fresh;
}

/** What keeps a territory from a score; of several chains the one that is nearest to a score speaks. */
function unscored(
	scorer: Scorer,
	chains: readonly Chain[],
	perChain: readonly ChainScores[],
	index: number,
	lens: Lens
): { status: Status; reason: Reason } {
	const nearest: readonly Status[] = ['insufficient', 'not-documented', 'ineligible'];
	const statuses = perChain.map(({ status }) => STATUSES[status[index]!]!);
	const status = nearest.find((candidate) => statuses.includes(candidate)) ?? 'insufficient';
	const chain = chains[Math.max(0, statuses.indexOf(status))]!;
	if (status === 'not-documented') return { status, reason: 'potential-not-documented' };
	if (status === 'ineligible') {
		const gate = GATES[scorer.table.gates[chain.id]?.[index] ?? 0] ?? 'open';
		return { status, reason: gate === 'open' ? 'out-of-scope' : gate };
	}
	const values = scorer.pillars(chain.id, index);
	const shares = chainShares(lens.weights, scorer.prepared(chain.id), scorer.method.localMarketNeedShift);
	const missing = PILLARS.find((pillar, p) => shares[pillar] > 0 && Number.isNaN(values[p]!));
	return { status, reason: `${missing ?? 'potential'}-not-covered` };
}
