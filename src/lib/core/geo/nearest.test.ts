import { expect, test } from 'vitest';
import { distanceKm } from './distance.ts';
import { nearestKm, segmentsOf } from './nearest.ts';

const line = segmentsOf([
	[
		[-7, 31],
		[-7, 32],
		[-6, 32]
	]
]);

test('a line of three positions has two pieces', () => {
	expect(line).toHaveLength(2);
});

test('beside a piece the distance is across, beyond its end to the end', () => {
	expect(nearestKm([-7.2, 31.5], line)).toBeCloseTo(distanceKm([-7.2, 31.5], [-7, 31.5]), 1);
	expect(nearestKm([-7, 30.5], line)).toBeCloseTo(distanceKm([-7, 30.5], [-7, 31]), 1);
	expect(nearestKm([-6.5, 32], line)).toBe(0);
});

test('without a line every place is infinitely far', () => {
	expect(nearestKm([-7, 31], [])).toBe(Infinity);
});
