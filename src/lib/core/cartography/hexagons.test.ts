import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexagonsOf } from './hexagons.ts';
import type { MapSymbol } from './scene.ts';

const at = (lng: number, lat: number, value = 1): MapSymbol => ({
	id: `${lng},${lat}`,
	kind: 'point',
	territory: null,
	position: [lng, lat],
	value,
	label: ''
});
const places = fc.array(
	fc.record({ lng: fc.double({ min: -17, max: -1, noNaN: true }), lat: fc.double({ min: 21, max: 36, noNaN: true }) })
);

test('counts of hexagons add up to the places, and each hexagon has six corners of one size on the map', () => {
	fc.assert(
		fc.property(places, (points) => {
			const hexagons = hexagonsOf(
				points.map(({ lng, lat }) => at(lng, lat, 2)),
				0.5
			);
			expect(hexagons.reduce((sum, { value }) => sum + value, 0)).toBe(points.length * 2);
			for (const { corners } of hexagons) {
				expect(corners).toHaveLength(6);
				expect(Math.max(...corners.map(([x]) => x)) - Math.min(...corners.map(([x]) => x))).toBeCloseTo(0.5, 9);
			}
		})
	);
});

test('a place lies in its hexagon, and stays in it whatever else is counted', () => {
	fc.assert(
		fc.property(places, (points) => {
			const all = hexagonsOf(
				points.map(({ lng, lat }) => at(lng, lat)),
				0.5
			).map(({ corners }) => corners.join());
			for (const { lng, lat } of points) {
				const [alone] = hexagonsOf([at(lng, lat)], 0.5);
				expect(all).toContain(alone!.corners.join());
				const xs = alone!.corners.map(([x]) => x);
				expect(lng).toBeGreaterThanOrEqual(Math.min(...xs) - 1e-9);
				expect(lng).toBeLessThanOrEqual(Math.max(...xs) + 1e-9);
			}
		})
	);
});

test('published counts are not places', () => {
	expect(hexagonsOf([{ ...at(-5, 33), kind: 'count' }], 0.5)).toEqual([]);
});
