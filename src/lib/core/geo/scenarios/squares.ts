import type { PolygonTopology } from '../topology.ts';

/** Four unit squares: A | B share a line, C touches B at a corner only, D is away. */
export const squares: PolygonTopology = {
	type: 'Topology',
	arcs: [
		[[1, 0], [1, 1]],
		[[1, 1], [0, 1], [0, 0], [1, 0]],
		[[1, 0], [2, 0], [2, 1]],
		[[2, 1], [1, 1]],
		[[2, 1], [3, 1], [3, 2], [2, 2], [2, 1]],
		[[5, 5], [6, 5], [6, 6], [5, 6], [5, 5]]
	], // prettier-ignore
	objects: {
		squares: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', id: 'D', arcs: [[5]] },
				{ type: 'Polygon', id: 'A', arcs: [[0, 1]] },
				{ type: 'Polygon', id: 'B', arcs: [[2, 3, ~0]] },
				{ type: 'MultiPolygon', id: 'C', arcs: [[[4]]] }
			]
		},
		lines: { type: 'GeometryCollection', geometries: [{ type: 'LineString', arcs: [0] }] }
	}
};
