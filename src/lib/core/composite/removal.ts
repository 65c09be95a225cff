import { aggregateTree, type AggregationRule } from './aggregate.ts';
import type { ColumnsById } from './column.ts';
import { ranking } from './rank.ts';
import { withoutNode, type TreeNode } from './tree.ts';

/** What ranks do when one part of a composite is taken out. */
export interface RemovalEffect {
	readonly id: string;
	/** Rank per place without it, 1 is best; 0 where unranked. */
	readonly rank: Uint16Array;
	/** Mean and largest change of rank, either way, over the places ranked with and without it; null when there are none. */
	readonly meanChange: number | null;
	readonly largestChange: number | null;
}

/**
 * The effect on ranks of taking out each of `ids`, one at a time, its weight going to its siblings (COINr `remove_elements`).
 * A part that could go unnoticed is not carrying its weight; one that turns the list upside down deserves a second look.
 */
export function removalEffects(root: TreeNode, columns: ColumnsById, rule: AggregationRule, ids: readonly string[]): RemovalEffect[] {
	const nominal = ranksOf(root, columns, rule);
	return ids.map((id) => {
		const rest = withoutNode(root, id);
		const rank = rest ? ranksOf(rest, columns, rule) : new Uint16Array(nominal.length);
		return { id, rank, ...changeOfRanks(nominal, rank) };
	});
}

function ranksOf(root: TreeNode, columns: ColumnsById, rule: AggregationRule): Uint16Array {
	return ranking(aggregateTree(root, columns, rule).get(root.id)!).rank;
}

/** Mean and largest absolute difference of two rankings over the places ranked (above 0) in both; null when there are none. */
export function changeOfRanks(a: Uint16Array, b: Uint16Array): Pick<RemovalEffect, 'meanChange' | 'largestChange'> {
	const changes = Array.from(a.keys()).flatMap((place) => (a[place]! > 0 && b[place]! > 0 ? Math.abs(a[place]! - b[place]!) : []));
	if (changes.length === 0) return { meanChange: null, largestChange: null };
	return { meanChange: changes.reduce((sum, change) => sum + change, 0) / changes.length, largestChange: Math.max(...changes) };
}
