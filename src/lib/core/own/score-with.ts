import { isConstant, type Goalpost } from '#lib/core/composite/goalposts.ts';
import type { Block, Method, Term } from '#lib/core/scoring/method.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { median, quantile } from '#lib/core/statistics/quantile.ts';
import type { Text } from '#lib/core/text/text.ts';

/** A column of the reader's own as one more indicator of need. */
export interface OwnNeed {
	/** Id of its variable; also its indicator in the table returned. */
	readonly id: string;
	readonly name: Text;
	/** One per territory of the level, NaN where unknown. */
	readonly values: Float64Array;
	readonly direction: Term['direction'];
	/** Null where the figures have no single year. */
	readonly year: number | null;
}

/** A method and a table that score with the column. */
export interface ScoredWith {
	readonly method: Method;
	readonly table: LevelTable;
	/** The share of Need that the column has where it is known, 0–1. */
	readonly share: number;
}

/** Why a column cannot take part. */
export type CannotScore = 'nothing-known' | 'all-equal';

/**
 * The method and table with one more indicator of need, both copies: without it everything is as before. Its scale ends at the quantiles
 * that the method takes for every goalpost (5 % and 95 %), so that outliers are drawn in; it weighs as much as the median indicator of need,
 * and all are renormalised. Refused when fewer than two figures are known or its scale has no length.
 */
export function scoreWith(
	method: Method,
	table: LevelTable,
	own: OwnNeed
): { readonly ok: true; readonly value: ScoredWith } | { readonly ok: false; readonly issue: CannotScore } {
	const known = own.values.filter((value) => !Number.isNaN(value));
	if (known.length < 2) return { ok: false, issue: 'nothing-known' };
	const [low, high] = method.goalpostQuantiles;
	const goalpost: Goalpost = { lo: quantile(known, low)!, hi: quantile(known, high)! };
	if (isConstant(goalpost)) return { ok: false, issue: 'all-equal' };
	const weight = medianWeight(method.need);
	const total = method.need.reduce((sum, block) => sum + block.weight, 0);
	const block: Block = { id: own.id, name: own.name, weight, terms: [{ indicator: own.id, weight: 1, direction: own.direction }] };
	return {
		ok: true,
		value: {
			method: { ...method, need: [...method.need, block] },
			table: {
				...table,
				values: { ...table.values, [own.id]: own.values },
				goalposts: { ...table.goalposts, [own.id]: goalpost },
				years: own.year === null ? table.years : { ...table.years, [own.id]: own.year }
			},
			share: weight / (total + weight)
		}
	};
}

/** Weight of the median indicator in the scale of the blocks: weight of its block × its share there. */
function medianWeight(blocks: readonly Block[]): number {
	const weights = blocks.flatMap(({ weight, terms }) => {
		const all = terms.reduce((sum, term) => sum + term.weight, 0);
		return terms.map((term) => (weight * term.weight) / all);
	});
	return median(weights) ?? 1;
}
