import { expect, test } from 'vitest';
import { borderLines, groupLines } from './outline.ts';
import type { PolygonTopology } from './topology.ts';

const pair: PolygonTopology = {
	type: 'Topology',
	arcs: [
		[
			[1, 0],
			[1, 1]
		],
		[
			[1, 1],
			[0, 1],
			[0, 0],
			[1, 0]
		],
		[
			[1, 1],
			[2, 1],
			[2, 0],
			[1, 0]
		]
	],
	objects: {
		pair: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', id: 'a', arcs: [[0, 1]] },
				{ type: 'Polygon', id: 'b', arcs: [[0, 2]] }
			]
		}
	}
};

test('a border between two areas is one line, and belongs to no outline', () => {
	expect(borderLines(pair, 'pair', 'inner').coordinates).toEqual([pair.arcs[0]]);
	const outline = borderLines(pair, 'pair', 'outer').coordinates.flat().map(String);
	expect(new Set(outline)).toEqual(new Set(['1,1', '0,1', '0,0', '1,0', '2,1', '2,0']));
});

test('an object that is not there is named', () => {
	expect(() => borderLines(pair, 'communes', 'inner')).toThrow('communes');
});

test('groups are outlined where they meet another group, no group, or the outside; never inside', () => {
	const around = (groups: Readonly<Record<string, string>>): number =>
		groupLines(pair, 'pair', (code) => groups[code] ?? null).coordinates.flat().length;
	expect(around({})).toBe(0);
	expect(around({ a: 'west' })).toBe(around({ a: 'west', b: 'east' }) - around({ b: 'east' }) + 2);
	expect(
		new Set(
			groupLines(pair, 'pair', () => 'all')
				.coordinates.flat()
				.map(String)
		)
	).toEqual(new Set(borderLines(pair, 'pair', 'outer').coordinates.flat().map(String)));
});
