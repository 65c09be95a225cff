import type { Block, Method, Term } from '#lib/core/scoring/method.ts';
import { scoredTerms } from '#lib/core/scoring/model.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { ZoneQuestion } from '#lib/core/zones/verdict.ts';

/** What happens to the ranks of a chain when one indicator is left out. */
export interface Removal {
	readonly indicator: string;
	/** Mean and largest number of ranks a place moves by. */
	readonly mean: number;
	readonly largest: number;
	/** Ranks by index in the table, 0 where unranked. */
	readonly rank: Uint16Array;
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
export function removalsOf(scorer: Scorer, { chain, weights, aggregator }: ZoneQuestion): Removal[] {
	const { rank: nominal } = scorer.scores(chain, weights, aggregator);
	const used = [...scoredTerms(scorer.method).keys()].filter((id) => scorer.model.columns[id]);
	const removals = used.flatMap((indicator) => {
		const method = methodWithout(scorer.method, indicator);
		if (method.need.length === 0 || method.access.length === 0) return [];
		const { rank } = createScorer(method, scorer.table, scorer.chains).scores(chain, weights, aggregator);
		const moves = Array.from(nominal.keys()).flatMap((i) => (nominal[i]! > 0 && rank[i]! > 0 ? [Math.abs(nominal[i]! - rank[i]!)] : []));
		const mean = moves.reduce((sum, move) => sum + move, 0) / Math.max(1, moves.length);
		return [{ indicator, mean, largest: Math.max(0, ...moves), rank }];
	});
	return removals.sort((a, b) => b.mean - a.mean || (a.indicator < b.indicator ? -1 : 1));
}
