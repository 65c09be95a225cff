import { expect, test } from 'vitest';
import { coastKm } from './coast.ts';
import type { PolygonTopology } from './topology.ts';

/** West has the sea on its west side, East land all around; north and south of both is land. */
const two: PolygonTopology = {
	type: 'Topology',
	arcs: [
		[[1, 0], [1, 1]],
		[[1, 1], [0, 1]],
		[[0, 1], [0, 0]],
		[[0, 0], [1, 0]],
		[[1, 0], [2, 0], [2, 1], [1, 1]]
	], // prettier-ignore
	objects: {
		two: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', id: 'West', arcs: [[0, 1, 2, 3]] },
				{ type: 'Polygon', id: 'East', arcs: [[4, ~0]] }
			]
		}
	}
};
const lines = {
	coast: [[[-0.02, 1], [-0.02, 0]]],
	landBorder: [[[0, 1.02], [2.02, 1.02], [2.02, -0.02], [0, -0.02]]]
}; // prettier-ignore

test('only the side that faces the sea counts, though the two sources draw it differently', () => {
	const coast = coastKm(two, 'two', lines);
	expect(coast.get('West')).toBeCloseTo(111.2, 0);
	expect(coast.get('East')).toBe(0);
});
