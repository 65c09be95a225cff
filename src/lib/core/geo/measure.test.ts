import { expect, test } from 'vitest';
import { lengthKm, ringAreaKm2 } from './measure.ts';
import type { Position } from './geography.ts';

const RABAT: Position = [-6.8498, 34.0209];
const DAKHLA: Position = [-15.958, 23.6848];

/** The law of cosines on a sphere, written out: not the haversine that Turf uses. */
function byCosines([lng1, lat1]: Position, [lng2, lat2]: Position): number {
	const rad = (degrees: number): number => (degrees * Math.PI) / 180;
	const cosine = Math.sin(rad(lat1)) * Math.sin(rad(lat2)) + Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.cos(rad(lng2 - lng1));
	return 6371.0088 * Math.acos(cosine);
}

test('from Rabat to Dakhla the line is as long as the law of cosines says, some 1,450 km', () => {
	expect(lengthKm([RABAT, DAKHLA])).toBeCloseTo(byCosines(RABAT, DAKHLA), 6);
	expect(lengthKm([RABAT, DAKHLA])).toBeGreaterThan(1445);
	expect(lengthKm([RABAT, DAKHLA])).toBeLessThan(1455);
});

test('a line is as long as its parts together, and one corner has no length', () => {
	const between: Position = [-9.6, 30.4];
	expect(lengthKm([RABAT, between, DAKHLA])).toBeCloseTo(lengthKm([RABAT, between]) + lengthKm([between, DAKHLA]), 9);
	expect(lengthKm([RABAT])).toBe(0);
	expect(lengthKm([])).toBe(0);
});

test('a cell of one degree has the area of its band of the sphere', () => {
	const cell = (lat: number): Position[] => [[-6, lat], [-5, lat], [-5, lat + 1], [-6, lat + 1]]; // prettier-ignore
	for (const lat of [21, 27, 34]) {
		const [south, north] = [lat, lat + 1].map((degrees) => Math.sin((degrees * Math.PI) / 180));
		// R²·Δλ·(sin φ₂ − sin φ₁) between two parallels. Turf counts on a sphere of 6,371.0088 km too.
		const expected = 6371.0088 ** 2 * (Math.PI / 180) * (north! - south!);
		expect(Math.abs(ringAreaKm2(cell(lat))! / expected - 1)).toBeLessThan(1e-4);
	}
});

test('a ring has the same area closed or open, and whichever way round', () => {
	const ring: Position[] = [[-8, 31], [-7, 31], [-7, 32]]; // prettier-ignore
	expect(ringAreaKm2([...ring, ring[0]!])).toBe(ringAreaKm2(ring));
	expect(ringAreaKm2([...ring].reverse())).toBeCloseTo(ringAreaKm2(ring)!, 6);
	// The pointer rests on the last corner.
	expect(ringAreaKm2([...ring, ring[2]!])).toBe(ringAreaKm2(ring));
});

test('two corners have no area, and a ring that crosses itself has none that could be told', () => {
	expect(ringAreaKm2([[-8, 31], [-7, 31]])).toBeNull(); // prettier-ignore
	expect(ringAreaKm2([[-8, 31], [-7, 32], [-7, 31], [-8, 32]])).toBeNull(); // prettier-ignore
});
