import { STATUSES } from '#lib/core/scoring/outcome.ts';
import type { ChainQuestion } from '#lib/core/scoring/question.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { valueAt } from '#lib/core/scoring/table.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import { isPromising, typeOf } from '#lib/core/zones/verdict.ts';
import { scoreCell } from './cell.ts';
import { computed, type Datum } from './datum.ts';
import type { SectorLine } from './diagnostic.ts';
import { intervalOf, type RankInterval, type Standings } from './standings.ts';

/**
 * Every chain in a place with balanced weights: the scored first, by probability of the top quarter, then by score; the others in
 * the order of the nomenclature. `modelsOf` are the sheets that serve a chain.
 */
export function sectorLines(
	scorer: Scorer,
	code: string,
	standings: Standings,
	modelsOf: (chain: string) => readonly string[]
): SectorLine[] {
	const place = scorer.table.territories.findIndex((territory) => territory.code === code);
	const lines = scorer.chains.map((chain) => sectorLine(scorer, chain, { code, place, standings, models: modelsOf(chain.id) }));
	return lines.sort((a, b) => (b.top?.value ?? -1) - (a.top?.value ?? -1) || (b.score?.value ?? -1) - (a.score?.value ?? -1));
}

interface At {
	readonly code: string;
	/** Index in the table of the level. */
	readonly place: number;
	readonly standings: Standings;
	readonly models: readonly string[];
}

function sectorLine(scorer: Scorer, chain: Chain, { code, place, standings, models }: At): SectorLine {
	const { weights, aggregator } = questionOf(scorer, chain.id);
	const { score, status, rank, order } = scorer.scores(chain.id, weights, aggregator);
	const datum = (column: Parameters<typeof scoreCell>[3], value: number, decimals = 0): Datum =>
		computed(value, scoreCell(scorer.table.level, chain.id, code, column), decimals);
	const line = { chain: chain.id, name: chain.name, branch: chain.branch, status: STATUSES[status[place]!]!, models };
	const ranked = datum('ranked', order.length);
	const own = valueAt(score, place);
	if (own === null) return { ...line, ...UNSCORED, ranked };
	return {
		...line,
		ranked,
		score: datum('score', own, 1),
		rank: datum('rank', rank[place]!),
		...intervalData(intervalOf(standings, scorer, chain.id, place), datum),
		type: typeOf(scorer, chain.id, place),
		isPromising: isPromisingAt(scorer, standings, chain.id, place),
		confidence: scorer.explain(chain.id, code, weights, aggregator).confidence?.grade ?? null
	};
}

const UNKNOWN_INTERVAL = { low: null, high: null, top: null, tied: null, robustness: null } as const;
const UNSCORED = { ...UNKNOWN_INTERVAL, score: null, rank: null, type: null, isPromising: false, confidence: null } as const;

function intervalData(
	interval: RankInterval | null,
	datum: (column: 'low' | 'high' | 'top' | 'tied', value: number, decimals?: number) => Datum
): Pick<SectorLine, keyof typeof UNKNOWN_INTERVAL> {
	if (!interval) return UNKNOWN_INTERVAL;
	const { low, high, top, tied, robustness } = interval;
	return {
		low: datum('low', low),
		high: datum('high', high),
		top: datum('top', top, 2),
		tied: tied === null ? null : datum('tied', tied),
		robustness
	};
}

const questionOf = (scorer: Scorer, chain: string): ChainQuestion => ({
	chain,
	weights: scorer.method.presets.balanced,
	aggregator: 'geometric'
});

/** True when a chain is promising in a place with balanced weights; `place` is its index in the table. */
export function isPromisingAt(scorer: Scorer, standings: Standings, chain: string, place: number): boolean {
	const interval = intervalOf(standings, scorer, chain, place);
	return interval !== null && isPromising(scorer, questionOf(scorer, chain), place, interval.top);
}
