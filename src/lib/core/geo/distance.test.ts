import { expect, test } from 'vitest';
import { distanceKm } from './distance.ts';

test('a place is 0 km from itself', () => {
	expect(distanceKm([-6.84, 34.02], [-6.84, 34.02])).toBe(0);
});

test('Tanger and Lagouira are some 1,990 km apart, in both directions', () => {
	const there = distanceKm([-5.8, 35.767], [-17.09, 20.83]);
	expect(there).toBeGreaterThan(1985);
	expect(there).toBeLessThan(1998);
	expect(distanceKm([-17.09, 20.83], [-5.8, 35.767])).toBeCloseTo(there, 9);
});

test('a degree of latitude is 111 km anywhere', () => {
	expect(distanceKm([-7, 30], [-7, 31])).toBeCloseTo(111.195, 2);
});
