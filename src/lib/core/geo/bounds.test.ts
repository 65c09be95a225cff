import { expect, test } from 'vitest';
import { boundsOf } from './bounds.ts';
import type { PolygonTopology } from './topology.ts';

const topology: PolygonTopology = {
	type: 'Topology',
	arcs: [
		[
			[-8, 30],
			[-8, 34],
			[-12, 33],
			[-8, 30]
		]
	],
	objects: { regions: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: 'MA-01', arcs: [[0]] }] } }
};

test('an area lies between its ends', () => {
	expect(boundsOf(topology, 'regions', 'MA-01')).toEqual([-12, 30, -8, 34]);
});

test('a code without an area has no bounds', () => {
	expect(boundsOf(topology, 'regions', 'MA-99')).toBeNull();
});
