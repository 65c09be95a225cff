import { expect, test } from 'vitest';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import { coverageDefects } from './coverage.ts';

type Arcs = PolygonTopology['arcs'];

/** Two provinces of one square degree, side by side. */
const provinces: PolygonTopology = {
	type: 'Topology',
	arcs: [
		[[1, 0], [1, 1]],
		[[1, 1], [0, 1], [0, 0], [1, 0]],
		[[1, 0], [2, 0], [2, 1], [1, 1]]
	], // prettier-ignore
	objects: {
		provinces: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', id: 'west', arcs: [[0, 1]] },
				{ type: 'Polygon', id: 'east', arcs: [[2, ~0]] }
			]
		}
	}
};
const cells = (arcs: Arcs, west: number[], east: number[]): PolygonTopology => ({
	type: 'Topology',
	arcs,
	objects: {
		communes: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', id: 'west.1', arcs: [west] },
				{ type: 'Polygon', id: 'east.1', arcs: [east] }
			]
		}
	}
});
const polygonOf = (code: string): string => code.slice(0, 4);

test('cells that fill their provinces and meet at the border have no defect', () => {
	expect(coverageDefects(cells(provinces.arcs, [0, 1], [2, ~0]), provinces, polygonOf)).toEqual([]);
});

test('a gap along a border is named with its border, even when hardly any area is lost', () => {
	const gap: Arcs = [...provinces.arcs.slice(0, 2), [[1.00001, 0], [2, 0], [2, 1], [1.00001, 1], [1.00001, 0]]]; // prettier-ignore
	const defects = coverageDefects(cells(gap, [0, 1], [2]), provinces, polygonOf);
	expect(defects).toContainEqual(expect.stringMatching(/border east\|west: provinces 111\.\d+, cells 0\.00/));
});

test('a cell that leaves a part of its province empty is named with both areas', () => {
	const short: Arcs = [provinces.arcs[0]!, [[1, 1], [0.5, 1], [0.5, 0], [1, 0]], provinces.arcs[2]!]; // prettier-ignore
	const defects = coverageDefects(cells(short, [0, 1], [2, ~0]), provinces, polygonOf);
	expect(defects).toContainEqual(expect.stringMatching(/km² in west: provinces 123\d\d\.\d+, cells 61\d\d\.\d+/));
});
