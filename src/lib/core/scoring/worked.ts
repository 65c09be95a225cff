import { EXPONENT } from './aggregate.ts';
import type { Aggregator, Pillar, PillarWeights } from './method.ts';
import { EVIDENCE, MARKET, scoredTerms } from './model.ts';
import type { Scorer } from './scorer.ts';

/** One term of a pillar on its way from a figure to its part of the pillar. */
export interface WorkedTerm {
	/** Indicator id, or `evidence`. */
	readonly id: string;
	/** As published; the strength of evidence as 0–1. */
	readonly raw: number;
	/** Ends of its scale, in its unit, or in its logarithm; null where it is on none (evidence, room). */
	readonly scale: { readonly lo: number; readonly hi: number; readonly isLogarithm: boolean } | null;
	/** True when a lower value stands higher on the scale. */
	readonly isReversed: boolean;
	/** Where it stands, 0–1. */
	readonly position: number;
	/** Its share of the pillar after renormalisation, 0–1. */
	readonly share: number;
}

/** One pillar with what it is made of and what it brings into the mean. */
export interface WorkedPillar {
	readonly pillar: Pillar;
	/** The known terms; position × share of all of them adds up to `value`, unless the floor holds it up. */
	readonly terms: readonly WorkedTerm[];
	readonly value: number;
	/** Share of the score, after renormalisation over the pillars that are known. */
	readonly weight: number;
	/** w·ln X, w·X or w/X: what is summed. */
	readonly part: number;
}

/** The whole way from figures to the score of one place. */
export interface Worked {
	readonly aggregator: Aggregator;
	readonly pillars: readonly WorkedPillar[];
	/** Sum of the parts of the pillars. */
	readonly sum: number;
	/** 100·exp(Σ), 100·Σ or 100/Σ. */
	readonly score: number;
}

/** The score of a territory step by step, computed anew from its figures; null when it has none. Throws on an unknown chain or territory. */
export function workedScore(
	scorer: Scorer,
	chain: string,
	territory: string,
	weights: PillarWeights,
	aggregator: Aggregator
): Worked | null {
	const { score, pillars } = scorer.explain(chain, territory, weights, aggregator);
	if (score === null) return null;
	const exponent = EXPONENT[aggregator];
	const directions = scoredTerms(scorer.method);
	const worked = pillars
		.filter(({ weight }) => weight > 0)
		.map(({ pillar, terms, weight, value }): WorkedPillar => {
			const x = Math.max(scorer.method.floor, value!);
			const part = weight * (exponent === 0 ? Math.log(x) : x ** exponent);
			const known = terms.filter((term) => term.weight > 0 && term.normalised !== null);
			return {
				pillar,
				value: value!,
				weight,
				part,
				terms: known.map(({ id, raw, normalised, weight: share }) => ({
					id,
					raw: raw!,
					scale: pillar === 'room' || id === EVIDENCE ? null : { ...scorer.table.goalposts[id]!, isLogarithm: id === MARKET },
					isReversed: directions.get(id) === 'lower',
					position: normalised!,
					share
				}))
			};
		});
	const sum = worked.reduce((total, { part }) => total + part, 0);
	return { aggregator, pillars: worked, sum, score: 100 * (exponent === 0 ? Math.exp(sum) : sum ** exponent) };
}
