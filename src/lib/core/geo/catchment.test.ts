import fc from 'fast-check';
import { booleanPointInPolygon, distance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#lib/core/statistics/random.ts';
import { catchment, catchmentCircle } from './catchment.ts';
import { placeIndex } from './commune-index.ts';
import type { Position } from './geography.ts';

/** Seeded points from Tangier to Lagouira; every tenth has no position. */
function seeded(count: number): (Position | null)[] {
	const { uniform } = createRandom(20261125);
	return Array.from({ length: count }, (_, i) => {
		const position: Position = [-17 + 16 * uniform(), 21 + 15 * uniform()];
		return i % 10 === 9 ? null : position;
	});
}

const places = seeded(1503);
const index = placeIndex(places);
const bruteForce = (from: Position, radiusKm: number) =>
	places
		.flatMap((position, i) => (position ? [{ index: i, km: distance([...from], [...position], { units: 'kilometers' }) }] : []))
		.filter(({ km }) => km <= radiusKm)
		.sort((a, b) => a.km - b.km || a.index - b.index);
const point = fc.tuple(fc.double({ min: -17.2, max: -0.9, noNaN: true }), fc.double({ min: 20.7, max: 36, noNaN: true }));

describe('a catchment', () => {
	it('is what asking every place with Turf gives, distance by distance', () => {
		fc.assert(
			fc.property(point, fc.double({ min: 0.1, max: 250, noNaN: true }), (from, radiusKm) => {
				expect(catchment(index, from, radiusKm)).toEqual(bruteForce(from, radiusKm));
			}),
			{ numRuns: 200 }
		);
	});

	it('of every place holds that place first, at 0 km', () => {
		places.forEach((position, i) => {
			if (position) expect(catchment(index, position, 5)[0]).toEqual({ index: i, km: 0 });
		});
	});

	it('never loses a place when the radius grows (P22)', () => {
		fc.assert(
			fc.property(
				point,
				fc.double({ min: 0.1, max: 100, noNaN: true }),
				fc.double({ min: 1, max: 3, noNaN: true }),
				(from, radiusKm, times) => {
					const wider = catchment(index, from, radiusKm * times);
					expect(wider.slice(0, catchment(index, from, radiusKm).length)).toEqual(catchment(index, from, radiusKm));
				}
			)
		);
	});

	it('takes in a place exactly on the edge', () => {
		const [a, b]: [Position, Position] = [
			[-5.37, 33.69],
			[-5.55, 33.9]
		];
		const km = distance([...a], [...b], { units: 'kilometers' });
		expect(catchment(placeIndex([b]), a, km)).toEqual([{ index: 0, km }]);
	});

	it('is empty for a radius of 0, below 0 or no number, and where there is no place at all', () => {
		const from: Position = [-5.37, 33.69];
		for (const radius of [0, -5, NaN]) expect(catchment(placeIndex([from]), from, radius)).toEqual([]);
		expect(catchment(placeIndex([]), from, 100)).toEqual([]);
		expect(catchment(placeIndex([null]), from, 100)).toEqual([]);
	});
});

describe('the index', () => {
	it('visits 65,000 points of a register as asking each with Turf does', () => {
		const many = seeded(65_000);
		const register = placeIndex(many);
		const from: Position = [-7.6, 33.57];
		let sum = 0;
		let count = 0;
		register.each(from, 100, (_, km) => {
			sum += km;
			count++;
		});
		const slow = many.flatMap((position) => (position ? [distance([...from], [...position], { units: 'kilometers' })] : []));
		const near = slow.filter((km) => km <= 100);
		expect(count).toBe(near.length);
		expect(sum).toBeCloseTo(
			near.reduce((total, km) => total + km, 0),
			6
		);
	});

	it('finds every longitude around a pole', () => {
		const north: Position = [0, 89.9];
		expect(placeIndex([[170, 89.8]]).within(north, 50)).toHaveLength(1);
	});
});

describe('the circle to draw', () => {
	it('is a closed ring as far from its middle as the radius', () => {
		const ring = catchmentCircle([-5.37, 33.69], 30)!.geometry.coordinates[0]!;
		expect(ring[0]).toEqual(ring.at(-1));
		for (const corner of ring) expect(distance([-5.37, 33.69], corner, { units: 'kilometers' })).toBeCloseTo(30, 6);
	});

	it('holds what the catchment holds, but for a sliver at its edge', () => {
		const from: Position = [-5.37, 33.69];
		const drawn = catchmentCircle(from, 100)!;
		for (const { index: i } of catchment(index, from, 99.9)) expect(booleanPointInPolygon([...places[i]!], drawn)).toBe(true);
	});

	it('is null without a radius', () => {
		expect(catchmentCircle([-5.37, 33.69], 0)).toBeNull();
	});
});
