import type { Adjacency } from '#lib/core/geo/geography.ts';
import { weightsOf, type SpatialWeights, type WeightStyle } from './weights.ts';

/**
 * Weights among `codes`, in their order, where each neighbour counts the same: rook (a shared line: the adjacency of a
 * release, `adjacencyOf`) or queen (a shared point: `cornerAdjacencyOf` of core/geo). A code without a list is an island; neighbours that
 * are not among the codes are left out.
 */
export function adjacencyWeights(codes: readonly string[], adjacency: Adjacency, style: WeightStyle): SpatialWeights {
	const place = new Map(codes.map((code, index) => [code, index]));
	return weightsOf(
		codes.map((code) =>
			(adjacency[code] ?? []).flatMap((other) => {
				const index = place.get(other);
				return index === undefined ? [] : [[index, 1] as const];
			})
		),
		style
	);
}
