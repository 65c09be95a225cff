import { expect, test } from 'vitest';
import type { Topology } from 'topojson-specification';
import { shapesOf } from '#lib/core/geo/topology.ts';
import { griddedTopology } from './gridded-topology.ts';

const source: Topology = {
	type: 'Topology',
	arcs: [[[-17.1003, 20.7699], [-17.0, 20.77], [-17.0, 20.9], [-17.1003, 20.7699]]], // prettier-ignore
	objects: {
		provinces: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]], properties: { code: 'MA-AOU', name: 'not shipped' } }] },
		points: { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [0, 0], properties: { code: 'p' } }] }
	}
};

test('positions land on the grid, west of Greenwich too', () => {
	const shape = shapesOf(griddedTopology(source, 0.002, { provinces: 'code' }), 'provinces').get('MA-AOU')!;
	const [first, second] = shape.coordinates[0] as [number[], number[]];
	expect(first[0]).toBeCloseTo(-17.1, 9);
	expect(first[1]).toBeCloseTo(20.77, 9);
	expect(second[0]).toBeCloseTo(-17, 9);
});

test('only the code stays, as the id', () => {
	const { geometries } = griddedTopology(source, 0.002, { provinces: 'code' }).objects.provinces!;
	expect(geometries).toEqual([{ type: 'Polygon', id: 'MA-AOU', arcs: [[0]] }]);
});

test('a missing layer and a layer of points are refused with a sentence', () => {
	expect(() => griddedTopology(source, 0.002, { regions: 'code' })).toThrow('no layer «regions»');
	expect(() => griddedTopology(source, 0.002, { points: 'code' })).toThrow('got Point');
});
