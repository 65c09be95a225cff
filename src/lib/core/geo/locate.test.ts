import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position as Coordinates } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Position } from './geography.ts';
import { createLocator } from './locate.ts';
import { frameOf } from './locate-frame.ts';
import { squares } from './scenarios/squares.ts';
import { shapesOf, type Shapes } from './topology.ts';

/** What has to come out: the first shape, in the order of codes, that Turf finds the place in. */
function byTurf(shapes: Shapes, [lon, lat]: Position): string | null {
	const codes = [...shapes.keys()].sort();
	return codes.find((code) => booleanPointInPolygon([lon, lat], shapes.get(code)!)) ?? null;
}

const CELLS = 400; // few enough that a polygon of a test is larger than a cell, and a block than the raster

describe('squares that share a line, a corner or nothing', () => {
	const locate = createLocator(shapesOf(squares, 'squares'));

	test('a place within one is in that one', () => {
		const inside: Position[] = [[0.5, 0.5], [1.5, 0.5], [2.5, 1.5], [5.5, 5.5]]; // prettier-ignore
		expect(inside.map(locate)).toEqual(['A', 'B', 'C', 'D']);
	});

	test('a place on a shared line or corner is in the one with the lowest code', () => {
		const shared: Position[] = [[1, 0.5], [1, 0], [1, 1], [2, 1]]; // prettier-ignore
		expect(shared.map(locate)).toEqual(['A', 'A', 'A', 'B']);
	});

	test('a place on the outer line is inside', () => {
		const outer: Position[] = [[0, 0], [0, 0.3], [6, 6], [5.2, 6]]; // prettier-ignore
		expect(outer.map(locate)).toEqual(['A', 'A', 'D', 'D']);
	});

	test('a place elsewhere, or no place at all, is nowhere', () => {
		const elsewhere: Position[] = [[4, 4], [-1e-9, 0.5], [7, 5.5], [NaN, 1], [1, NaN], [Infinity, 0.5], [0.5, -Infinity]]; // prettier-ignore
		expect(elsewhere.map(locate)).toEqual(elsewhere.map(() => null));
	});
});

test('the order in which the shapes come does not matter', () => {
	const shapes = shapesOf(squares, 'squares');
	expect(createLocator(new Map([...shapes].reverse()))([1, 0.5])).toBe('A');
});

test('a hole is outside, its line inside', () => {
	const ring = (from: number, to: number): Coordinates[] => [[from, from], [to, from], [to, to], [from, to], [from, from]]; // prettier-ignore
	const locate = createLocator(new Map([['A', { type: 'Polygon', coordinates: [ring(0, 3), ring(1, 2)] }]]));
	const places: Position[] = [[0.5, 1.5], [1.5, 1.5], [1, 1.5], [2.5, 1.5]]; // prettier-ignore
	expect(places.map(locate)).toEqual(['A', null, 'A', 'A']);
});

test('no shapes, and shapes without a part, hold nothing', () => {
	expect(createLocator(new Map())([0, 0])).toBeNull();
	expect(createLocator(new Map([['A', { type: 'MultiPolygon', coordinates: [] }]]))([0, 0])).toBeNull();
});

test('a ring that does not end where it starts is refused by the code of its shape', () => {
	const open: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1]]] }; // prettier-ignore
	expect(() => createLocator(new Map([['MA-X', open]]))).toThrow('A ring of MA-X does not end where it starts.');
});

test.each([
	['a sliver', 1e-7, 10],
	['a level sliver', 10, 1e-7],
	['a speck', 1e-9, 1e-9],
	['a line', 0, 5]
])('%s far from 0 is found as Turf finds it', (_, width, height) => {
	const [west, south] = [-13.123456789, 27.987654321];
	const [east, north] = [west + width, south + height];
	const ring: Coordinates[] = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
	const shapes: Shapes = new Map([['A', { type: 'Polygon', coordinates: [ring] }]]);
	const locate = createLocator(shapes);
	for (let i = -2; i <= 12; i++) {
		for (let j = -2; j <= 12; j++) {
			const place: Position = [west + (width * i) / 10, south + (height * j) / 10];
			expect(locate(place), `${place}`).toBe(byTurf(shapes, place));
		}
	}
});

/** Coordinates on a small lattice, so that points, lines and corners meet often, or anywhere. */
const coordinate = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ min: -4, max: 4, noNaN: true }));
const position = fc.tuple(coordinate, coordinate);
/** Rings may cross themselves and each other: Turf counts their lines all the same. */
const ring = fc.array(position, { minLength: 3, maxLength: 9 }).map((open): Coordinates[] => [...open, open[0]!]);
const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
const shape: fc.Arbitrary<Polygon | MultiPolygon> = fc.oneof(
	polygon.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
	fc.array(polygon, { maxLength: 3 }).map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates }))
);
const someShapes = fc
	.array(shape, { minLength: 1, maxLength: 6 })
	.map((all): Shapes => new Map(all.map((one, i) => [`MA-${String.fromCharCode(70 - i)}`, one] as const)));

const ringsOf = (shapes: Shapes): Coordinates[][] =>
	[...shapes.values()].flatMap((one) => (one.type === 'Polygon' ? one.coordinates : one.coordinates.flat()));

describe('whatever the shapes, the answer is that of Turf', () => {
	const agree = (shapes: Shapes, places: readonly Position[], cells: number): void => {
		const locate = createLocator(shapes, cells);
		for (const place of places) expect(locate(place), `${place}`).toBe(byTurf(shapes, place));
	};

	test('at places anywhere', () => {
		fc.assert(fc.property(someShapes, fc.array(position, { minLength: 20, maxLength: 40 }), fc.integer({ min: 1, max: 5000 }), agree), {
			numRuns: 300
		});
	});

	test('at every corner, in the middle of every line and beside it', () => {
		fc.assert(
			fc.property(someShapes, (shapes) => {
				const places = ringsOf(shapes).flatMap((all) =>
					all.slice(1).flatMap((to, i): Position[] => {
						const [x, y] = [(all[i]![0]! + to[0]!) / 2, (all[i]![1]! + to[1]!) / 2];
						return [[to[0]!, to[1]!], [x, y], [x + 1e-15, y], [x, y - 1e-15], [x - 1e-9, y + 1e-9]]; // prettier-ignore
					})
				);
				agree(shapes, places, CELLS);
			}),
			{ numRuns: 300 }
		);
	});

	test('along the lines of the raster and where they cross', () => {
		fc.assert(
			fc.property(someShapes, fc.double({ min: 0, max: 1, noNaN: true }), (shapes, share) => {
				const frame = frameOf(
					[...shapes.values()].map((one) => (one.type === 'Polygon' ? [one.coordinates] : one.coordinates)),
					CELLS
				);
				if (!frame) return;
				const [width, height] = [frame.columns / frame.perLon, frame.rows / frame.perLat];
				const places = Array.from({ length: frame.columns + 1 }, (_, i): Position[] => {
					const [lon, lat] = [frame.west + i / frame.perLon, frame.south + Math.min(i, frame.rows) / frame.perLat];
					return [[lon, lat], [lon, frame.south + share * height], [frame.west + share * width, lat]]; // prettier-ignore
				});
				agree(shapes, places.flat(), CELLS);
			}),
			{ numRuns: 200 }
		);
	});
});
