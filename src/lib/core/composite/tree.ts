/** An indicator or a group of them, and what it weighs among its siblings; any scale. */
export interface TreeNode {
	readonly id: string;
	readonly weight: number;
	/** Empty or missing for an indicator. */
	readonly children?: readonly TreeNode[];
}

/** The children of a node; none for an indicator. */
export const childrenOf = (node: TreeNode): readonly TreeNode[] => node.children ?? [];

/** Steps from a node down to its deepest indicator; 0 for an indicator. */
export const heightOf = (node: TreeNode): number => childrenOf(node).reduce((most, child) => Math.max(most, 1 + heightOf(child)), 0);

/**
 * Share of each node in the whole when nothing is missing: its share among its siblings times that of its parent; 1 at
 * the top. Shares of the indicators add to 1. Throws a sentence when weights of siblings are negative, unknown or all 0.
 */
export function effectiveWeights(root: TreeNode): ReadonlyMap<string, number> {
	const weights = new Map<string, number>();
	const visit = (node: TreeNode, share: number): void => {
		weights.set(node.id, share);
		if (childrenOf(node).length === 0) return;
		const total = totalWeight(node);
		for (const child of childrenOf(node)) visit(child, (share * child.weight) / total);
	};
	visit(root, 1);
	return weights;
}

/** Sum of the weights of the children of a group, above 0. Throws a sentence when they are negative, unknown or all 0. */
export function totalWeight(group: TreeNode): number {
	for (const { id, weight } of childrenOf(group)) {
		if (!(Number.isFinite(weight) && weight >= 0)) throw new RangeError(`weight of ${id} must be a number ≥ 0, got ${weight}`);
	}
	const total = childrenOf(group).reduce((sum, child) => sum + child.weight, 0);
	if (total === 0) throw new RangeError(`at least one weight in ${group.id} must be above 0`);
	return total;
}

/**
 * The tree without one node: its weight goes to its siblings. A group that loses its last child goes with it; null when
 * nothing is left. A tree that has no such node comes back as it was.
 */
export function withoutNode(root: TreeNode, id: string): TreeNode | null {
	if (root.id === id) return null;
	if (childrenOf(root).length === 0) return root;
	const children = childrenOf(root).flatMap((child) => withoutNode(child, id) ?? []);
	return children.length === 0 ? null : { ...root, children };
}
