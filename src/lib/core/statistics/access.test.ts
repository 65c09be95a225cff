import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '#lib/core/geo/distance.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import { decay, nearestKm, peopleWithinReach, weightedMean } from './access.ts';

const REACH = { halfDistanceKm: 15, cutKm: 30 };
/** One degree of latitude on the sphere of Turf: 111.195 km. */
const DEGREE_KM = (6371.0088 * Math.PI) / 180;
/** A place `km` north of [−5.5, 33.6]. */
const north = (km: number): Position => [-5.5, 33.6 + km / DEGREE_KM];

const position: fc.Arbitrary<Position> = fc.tuple(
	fc.double({ min: -6, max: -5, noNaN: true }),
	fc.double({ min: 33, max: 34, noNaN: true })
);
const settlements = fc.array(fc.record({ position, people: fc.integer({ min: 0, max: 100_000 }) }), { maxLength: 12 });

describe('people within reach', () => {
	it('adds up by hand: 1,000 at the door, half of 2,000 at 15 km, a quarter of 4,000 just before 30 km, nobody at 31 km', () => {
		const people = peopleWithinReach(
			north(0),
			[
				{ position: north(0), people: 1000 },
				{ position: north(15), people: 2000 },
				{ position: north(29.9999), people: 4000 },
				{ position: north(31), people: 8000 }
			],
			REACH
		);
		expect(people).toBeCloseTo(1000 + 1000 + 1000, 1);
	});

	it('counts the people of the place itself fully, and has no answer without a point', () => {
		expect(peopleWithinReach(north(0), [{ position: north(0), people: 24_703 }], REACH)).toBe(24_703);
		expect(peopleWithinReach(null, [{ position: north(0), people: 24_703 }], REACH)).toBeNull();
		expect(peopleWithinReach(north(0), [{ position: null, people: 24_703 }], REACH)).toBe(0);
	});

	it('P24: what all points reach equals what all communes give: Σ reached = Σ people × decay to the points', () => {
		fc.assert(
			fc.property(fc.array(position, { maxLength: 8 }), settlements, (points, communes) => {
				const reached = points.reduce((sum, point) => sum + peopleWithinReach(point, communes, REACH)!, 0);
				const given = communes.reduce(
					(sum, commune) =>
						sum + commune.people * points.reduce((total, point) => total + decay(distanceKm(point, commune.position), REACH), 0),
					0
				);
				expect(Math.abs(reached - given)).toBeLessThanOrEqual(1e-9 * Math.max(1, given));
			})
		);
	});

	it('falls with distance and never below zero', () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0, max: 60, noNaN: true }), (a, b) => {
				expect(decay(Math.max(a, b), REACH)).toBeLessThanOrEqual(decay(Math.min(a, b), REACH));
				expect(decay(a, REACH)).toBeGreaterThanOrEqual(0);
			})
		);
	});
});

describe('distance to the nearest place', () => {
	it('is 0 for a town itself and null where there is no point or no town', () => {
		expect(nearestKm(north(0), [north(40), north(0)])).toBe(0);
		expect(nearestKm(null, [north(0)])).toBeNull();
		expect(nearestKm(north(0), [])).toBeNull();
	});

	it('is the smallest of all distances, whatever the order', () => {
		fc.assert(
			fc.property(position, fc.array(position, { minLength: 1, maxLength: 10 }), (origin, places) => {
				expect(nearestKm(origin, places)).toBeCloseTo(Math.min(...places.map((place) => distanceKm(origin, place))), 9);
			})
		);
	});
});

describe('weighted mean', () => {
	it('leaves unknown values out instead of counting them as 0', () => {
		expect(
			weightedMean([
				{ value: 10, weight: 1 },
				{ value: 40, weight: 2 },
				{ value: null, weight: 97 }
			])
		).toBe(30);
	});

	it('is null when nothing is known', () => {
		expect(weightedMean([{ value: null, weight: 5 }])).toBeNull();
		expect(weightedMean([])).toBeNull();
	});
});
