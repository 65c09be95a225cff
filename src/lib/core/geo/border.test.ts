import { expect, test } from 'vitest';
import { borderKm, lineKm } from './border.ts';
import type { PolygonTopology } from './topology.ts';

/** Three square degrees in a row on the equator: a1, a2, b. */
const row: PolygonTopology = {
	type: 'Topology',
	arcs: [
		[[1, 0], [1, 1]],
		[[1, 1], [0, 1], [0, 0], [1, 0]],
		[[2, 0], [2, 1]],
		[[2, 1], [1, 1]],
		[[1, 0], [2, 0]],
		[[2, 0], [3, 0], [3, 1], [2, 1]]
	], // prettier-ignore
	objects: {
		row: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', id: 'a1', arcs: [[0, 1]] },
				{ type: 'Polygon', id: 'a2', arcs: [[4, 2, 3, ~0]] },
				{ type: 'Polygon', id: 'b1', arcs: [[5, ~2]] }
			]
		}
	}
};

test('borders between shapes, and the outline of each', () => {
	const borders = borderKm(row, 'row', (code) => code);
	expect([...borders.keys()].sort()).toEqual(['a1', 'a1|a2', 'a2', 'a2|b1', 'b1']);
	expect(borders.get('a1|a2')).toBeCloseTo(111.195, 2);
});

test('lines within a group do not count', () => {
	const borders = borderKm(row, 'row', (code) => code.charAt(0));
	expect([...borders.keys()].sort()).toEqual(['a', 'a|b', 'b']);
	expect(borders.get('a|b')).toBeCloseTo(111.195, 2);
});

test('a line of one position has no length', () => {
	expect(lineKm([[1, 1]])).toBe(0);
});
