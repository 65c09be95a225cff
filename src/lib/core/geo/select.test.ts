import { circle } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Position } from './geography.ts';
import { circleOfRing, codesInside, codesWithin, type Selectable } from './select.ts';

const box = (west: number, south: number, east: number, north: number): Polygon => ({
	type: 'Polygon',
	coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] // prettier-ignore
});

/** Synthetic places in and around the country, one in twenty without a label point. */
const places = fc
	.array(
		fc.option(fc.tuple(fc.double({ min: -17.2, max: -0.9, noNaN: true }), fc.double({ min: 20.7, max: 36, noNaN: true })), { freq: 20 }),
		{ maxLength: 120 }
	)
	.map((labels) => labels.map((label, i): Selectable => ({ code: String(i), label })));
const corner = fc.tuple(fc.double({ min: -18, max: 0, noNaN: true }), fc.double({ min: 20, max: 37, noNaN: true }));

/** Label points of four real provinces, two of them in the far south. */
const SOUTH: readonly Selectable[] = [
	{ code: 'MA-AOU', label: [-14.2, 22.2] },
	{ code: 'MA-OUD', label: [-14.4, 23.9] },
	{ code: 'MA-BOD', label: [-13.6, 25.7] },
	{ code: 'MA-TNG', label: [-5.8, 35.7] }
];

describe('a box', () => {
	test('around everything selects all that have a place', () => {
		fc.assert(
			fc.property(places, (all) => {
				const placed = all.flatMap(({ code, label }) => (label ? [code] : []));
				expect(codesInside(all, box(-18, 20, 0, 37))).toEqual(placed);
			})
		);
	});

	test('selects exactly those between its sides', () => {
		fc.assert(
			fc.property(places, corner, corner, (all, [x1, y1], [x2, y2]) => {
				fc.pre(x1 !== x2 && y1 !== y2);
				const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)];
				const [south, north] = [Math.min(y1, y2), Math.max(y1, y2)];
				const expected = all.flatMap(({ code, label }) =>
					label && label[0] >= west && label[0] <= east && label[1] >= south && label[1] <= north ? [code] : []
				);
				expect(codesInside(all, box(west, south, east, north))).toEqual(expected);
			})
		);
	});

	test('around the south selects the southern provinces and no other', () => {
		expect(codesInside(SOUTH, box(-17.2, 20.7, -8, 27.7))).toEqual(['MA-AOU', 'MA-OUD', 'MA-BOD']);
	});
});

test('a polygon leaves out what stands in its notch', () => {
	const notched: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [2, 1], [0, 4], [0, 0]]] }; // prettier-ignore
	const at = (code: string, label: Position): Selectable => ({ code, label });
	expect(codesInside([at('in', [0.5, 1]), at('notch', [2, 3]), at('edge', [2, 0])], notched)).toEqual(['in', 'edge']);
});

describe('a radius', () => {
	test('selects exactly those at most so far, measured without Turf', () => {
		const rad = (degrees: number): number => (degrees * Math.PI) / 180;
		const far = ([lng1, lat1]: Position, [lng2, lat2]: Position): number => {
			const h = Math.sin(rad(lat2 - lat1) / 2) ** 2 + Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lng2 - lng1) / 2) ** 2;
			return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
		};
		fc.assert(
			fc.property(places, corner, fc.double({ min: 1, max: 800, noNaN: true }), (all, center, radiusKm) => {
				fc.pre(all.every(({ label }) => !label || Math.abs(far(center, label) - radiusKm) > 1e-6));
				const expected = all.flatMap(({ code, label }) => (label && far(center, label) <= radiusKm ? [code] : []));
				expect(codesWithin(all, { center, radiusKm })).toEqual(expected);
			})
		);
	});

	test('is read back from the ring that was drawn for it', () => {
		for (const center of [
			[-5.8, 35.7],
			[-15.9, 23.7]
		] as const) {
			// prettier-ignore
			const ring = circle([...center], 120, { steps: 64, units: 'kilometers' }).geometry.coordinates[0] as unknown as Position[];
			const read = circleOfRing(ring);
			expect(read.radiusKm).toBeCloseTo(120, 3);
			expect(read.center[0]).toBeCloseTo(center[0], 3);
			expect(read.center[1]).toBeCloseTo(center[1], 3);
		}
	});
});
