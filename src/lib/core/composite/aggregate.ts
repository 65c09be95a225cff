import type { ColumnsById } from './column.ts';
import { mean } from './mean.ts';
import { childrenOf, heightOf, totalWeight, type TreeNode } from './tree.ts';

/** How groups are formed from what they hold. */
export interface AggregationRule {
	/**
	 * Exponent of the generalised mean per step from the indicators upward: 1 arithmetic, 0 geometric, −1 harmonic. The
	 * last one holds for everything above, so `[1]` is arithmetic throughout and `[1, 0]` arithmetic inside pillars only.
	 */
	readonly exponents: readonly number[];
	/** Share of the weight of a group that must be known, 0–1; below it the group is unknown. 0: one known child is enough. */
	readonly minimumShare: number;
}

/** Shares are sums of fractions: a group known for exactly its minimum must not fail by the last digit. */
const ROUNDING = 1e-12;

/**
 * One column per node of the tree, by id: indicators as given, groups as the weighted generalised mean of their known
 * children, the weight of a missing one given to its siblings; NaN where too little is known. A child of weight 0 counts
 * for nothing, known or not. Throws a sentence for an indicator without a column, for wrong weights, and for a value at or
 * below 0 under a mean other than the arithmetic, which has no such mean.
 */
export function aggregateTree(root: TreeNode, columns: ColumnsById, rule: AggregationRule): ReadonlyMap<string, Float64Array> {
	const result = new Map<string, Float64Array>();
	const visit = (node: TreeNode): Float64Array => {
		const column = childrenOf(node).length === 0 ? columns[node.id] : groupColumn(node, childrenOf(node).map(visit), rule);
		if (!column) throw new Error(`no column for ${node.id}`);
		result.set(node.id, column);
		return column;
	};
	visit(root);
	return result;
}

function groupColumn(group: TreeNode, columns: readonly Float64Array[], { exponents, minimumShare }: AggregationRule): Float64Array {
	const exponent = exponents[Math.min(heightOf(group), exponents.length) - 1]!;
	const total = totalWeight(group);
	const weights = childrenOf(group).map(({ weight }) => weight);
	return Float64Array.from({ length: columns[0]!.length }, (_, place) => {
		const known = columns.flatMap((column, k) => (weights[k]! > 0 && !Number.isNaN(column[place]!) ? [k] : []));
		const weight = known.reduce((sum, k) => sum + weights[k]!, 0);
		if (known.length === 0 || weight / total < minimumShare - ROUNDING) return NaN;
		if (exponent !== 1) for (const k of known) refuseNotPositive(childrenOf(group)[k]!.id, columns[k]![place]!);
		return mean(
			known.map((k) => [weights[k]! / weight, columns[k]![place]!] as const),
			exponent
		);
	});
}

function refuseNotPositive(id: string, value: number): void {
	if (value <= 0) throw new RangeError(`only the arithmetic mean takes values at or below 0, got ${value} in ${id}`);
}
