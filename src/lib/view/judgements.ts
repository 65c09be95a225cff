import { ahp, CONSISTENT, consistencyOf, pairsOf } from '#lib/core/composite/ahp.ts';
import { PILLARS, type Pillar, type PillarWeights } from '#lib/core/scoring/method.ts';
import { roundedParts } from '#lib/core/scoring/rounding.ts';

/** The six questions of a table that weighs the four pillars, in the order they are asked. */
export const QUESTIONS: readonly { readonly first: Pillar; readonly second: Pillar }[] = pairsOf(PILLARS.length).map(
	({ first, second }) => ({
		first: PILLARS[first]!,
		second: PILLARS[second]!
	})
);

/** Furthest answer either way: «far more». */
export const FURTHEST = 4;

/** Answers from «the second far more» (−4) over «equally» (0) to «the first far more» (4), in the order of `STEPS`. */
export const STEPS: readonly number[] = Array.from({ length: 2 * FURTHEST + 1 }, (_, i) => i - FURTHEST);

/** One step per question, each a whole number from −4 to 4. */
export type Judgements = readonly number[];

/** Nobody prefers anything. */
export const EQUAL_JUDGEMENTS: Judgements = QUESTIONS.map(() => 0);

/** How many times the first matters as much as the second: 1, 3, 5, 7 and 9 on the scale of Saaty (1980), and their inverses. */
export const ratioOf = (step: number): number => (step < 0 ? 1 / (1 - 2 * step) : 1 + 2 * step);

/** The answer to look at again, and the one that fits the five others best. */
export interface Advice {
	/** Index in `QUESTIONS`. */
	readonly question: number;
	readonly given: number;
	readonly fitting: number;
	/** Consistency ratio once it is answered so. */
	readonly ratioAfter: number;
	readonly isEnough: boolean;
}

/** What a set of judgements comes to. */
export interface Judged {
	/** Consistency ratio, 0 when every answer follows from the others; at most 0.10 is accepted. */
	readonly ratio: number;
	/** Percents with one decimal that add to 100; null when the judgements are refused. */
	readonly weights: PillarWeights | null;
	/** Null when they are accepted. */
	readonly advice: Advice | null;
}

/** Weights of the pillars as judged, or what to look at again. */
export function judged(judgements: Judgements): Judged {
	const { weights, consistencyRatio, isConsistent } = ahp(PILLARS.length, judgements.map(ratioOf));
	if (isConsistent) return { ratio: consistencyRatio, weights: percents(weights), advice: null };
	return { ratio: consistencyRatio, weights: null, advice: adviceOn(judgements) };
}

/**
 * The one change of one answer under which all six agree best; of equals the smallest, then the first asked. Every change on the
 * scale is tried: what the other five imply (`revisit` of `ahp`) may lie beyond «far more», where a table cannot follow.
 */
function adviceOn(judgements: Judgements): Advice {
	const changes = judgements.flatMap((given, question) =>
		STEPS.filter((step) => step !== given).map((fitting): Advice => {
			const ratioAfter = consistencyOf(PILLARS.length, judgements.with(question, fitting).map(ratioOf));
			return { question, given, fitting, ratioAfter, isEnough: ratioAfter <= CONSISTENT };
		})
	);
	const size = ({ given, fitting }: Advice): number => Math.abs(fitting - given);
	return changes.reduce((best, change) => {
		const gain = best.ratioAfter - change.ratioAfter;
		return gain > 1e-9 || (gain > -1e-9 && size(change) < size(best)) ? change : best;
	});
}

/** Shares as percents with one decimal that add to 100. */
export function percents(shares: readonly number[]): PillarWeights {
	const [need, potential, room, access] = roundedParts(
		shares.map((share) => 100 * share),
		1
	) as [number, number, number, number];
	return { need, potential, room, access };
}
