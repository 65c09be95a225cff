import { changeOfRanks, type RemovalEffect } from '#lib/core/composite/removal.ts';
import type { Block, Method, Term } from '#lib/core/scoring/method.ts';
import { scoredTerms } from '#lib/core/scoring/model.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { ChainQuestion } from '#lib/core/scoring/question.ts';

/** What happens to the ranks of a chain when one indicator is left out. */
export interface Removal extends Omit<RemovalEffect, 'id'> {
	readonly indicator: string;
}

/** The method without one indicator: its weight goes to its siblings, as if it were missing everywhere. */
export function methodWithout(method: Method, indicator: string): Method {
	const others = (terms: readonly Term[]): Term[] => terms.filter((term) => term.indicator !== indicator);
	const blocks = (all: readonly Block[]): Block[] =>
		all.map((block) => ({ ...block, terms: others(block.terms) })).filter(({ terms }) => terms.length > 0);
	return {
		...method,
		need: blocks(method.need),
		access: blocks(method.access),
		humanBase: others(method.humanBase),
		potential: Object.fromEntries(Object.entries(method.potential).map(([chain, mix]) => [chain, { ...mix, terms: others(mix.terms) }]))
	};
}

/** The ranks of a chain without each indicator it uses, the one that moves most first. An indicator that stands alone in Need or Access is kept. */
export function removalsOf(scorer: Scorer, { chain, weights, aggregator }: ChainQuestion): Removal[] {
	const { rank: nominal } = scorer.scores(chain, weights, aggregator);
	const used = [...scoredTerms(scorer.method).keys()].filter((id) => scorer.model.columns[id]);
	const removals = used.flatMap((indicator) => {
		const method = methodWithout(scorer.method, indicator);
		if (method.need.length === 0 || method.access.length === 0) return [];
		const { rank } = createScorer(method, scorer.table, scorer.chains).scores(chain, weights, aggregator);
		return [{ indicator, rank, ...changeOfRanks(nominal, rank) }];
	});
	return removals.sort((a, b) => (b.meanChange ?? 0) - (a.meanChange ?? 0) || (a.indicator < b.indicator ? -1 : 1));
}
