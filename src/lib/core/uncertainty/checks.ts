import { copeland } from '#lib/core/composite/copeland.ts';
import { closePairs, influences, rankCorrelation, type ClosePair } from '#lib/core/composite/correlation.ts';
import { promethee } from '#lib/core/composite/promethee.ts';
import { topsis } from '#lib/core/composite/topsis.ts';
import { PILLARS, type Pillar } from '#lib/core/scoring/method.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { chainShares } from '#lib/core/scoring/weights.ts';
import type { ChainQuestion } from '#lib/core/scoring/question.ts';

/** Other ways to make one order of the same pillars. */
export const OTHER_WAYS = ['arithmetic', 'harmonic', 'copeland', 'topsis', 'promethee'] as const;
export type OtherWay = (typeof OTHER_WAYS)[number];

/** What a ranking is when it is looked at by other means. */
export interface Checks {
	/** What each pillar should weigh, its correlation with the score, and what it weighs in effect, 0–1; null where it never varies. */
	readonly pillars: readonly {
		readonly pillar: Pillar;
		readonly meant: number;
		readonly correlation: number | null;
		readonly effective: number | null;
	}[];
	/** Rank correlation (Spearman) with the ranking under another way, −1–1; null for fewer than three places. */
	readonly ways: readonly { readonly way: OtherWay; readonly agreement: number | null }[];
}

/** A lead of PROMETHEE that counts fully, in pillar units 0–1; below it preference grows in proportion. */
const FULL_PREFERENCE = 0.5;

/** Two indicators closer than this say nearly the same (OECD/JRC 2008, step 6). */
export const CLOSE = 0.9;

/** The ranking of a chain beside what its pillars weigh in effect and how other ways of aggregating would order it. Throws on an unknown chain. */
export function checksOf(scorer: Scorer, question: ChainQuestion): Checks {
	const { chain, weights, aggregator } = question;
	const { score } = scorer.scores(chain, weights, aggregator);
	const prepared = scorer.prepared(chain);
	const share = chainShares(weights, prepared, scorer.method.localMarketNeedShift);
	const scored = Array.from(score.keys()).filter((i) => !Number.isNaN(score[i]!));
	const column = (q: number): Float64Array => Float64Array.from(scored, (i) => prepared.raw[q]![i]!);
	const columns = Object.fromEntries(PILLARS.map((pillar, q) => [pillar, column(q)])) as Record<Pillar, Float64Array>;
	const own = Float64Array.from(scored, (i) => score[i]!);
	const influence = influences(columns, own);
	const criteria = PILLARS.filter((pillar) => share[pillar] > 0 && columns[pillar].some((value) => !Number.isNaN(value))).map((id) => ({
		id,
		values: columns[id],
		weight: share[id],
		direction: 'higher' as const
	}));
	const ways: Record<OtherWay, () => Float64Array> = {
		arithmetic: () => Float64Array.from(scored, (i) => scorer.scores(chain, weights, 'arithmetic').score[i]!),
		harmonic: () => Float64Array.from(scored, (i) => scorer.scores(chain, weights, 'harmonic').score[i]!),
		copeland: () =>
			copeland(
				criteria.map(({ values }) => values),
				criteria.map(({ weight }) => weight)
			),
		topsis: () => topsis(criteria),
		promethee: () => promethee(criteria.map((one) => ({ ...one, indifference: 0, preference: FULL_PREFERENCE }))).net
	};
	return {
		pillars: PILLARS.map((pillar) => ({
			pillar,
			meant: share[pillar],
			correlation: influence[pillar]?.correlation ?? null,
			effective: influence[pillar]?.share ?? null
		})),
		ways: OTHER_WAYS.map((way) => ({ way, agreement: scored.length < 3 ? null : rankCorrelation(own, ways[way]()) }))
	};
}

/** Pairs of scored indicators of a level that say nearly the same, strongest first. */
export const closeIndicators = ({ model }: Scorer): ClosePair[] => closePairs(model.columns, CLOSE);
