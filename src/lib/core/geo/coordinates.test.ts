import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCoordinates, parseCoordinates } from './coordinates.ts';

test.each([
	['31.5, -5.2', [-5.2, 31.5]],
	['31.5,-5.2', [-5.2, 31.5]],
	['31,5 ; -5,2', [-5.2, 31.5]],
	['31,5 -5,2', [-5.2, 31.5]],
	['31.5° −5.2°', [-5.2, 31.5]],
	["31°30'N 5°12'W", [-5.2, 31.5]],
	['31°30’00” N, 5°12’00” O', [-5.2, 31.5]],
	['N 31.5 O 5.2', [-5.2, 31.5]],
	['5.2 W 31.5 N', [-5.2, 31.5]],
	['٣١٫٥ ، -٥٫٢', [-5.2, 31.5]],
	['31, -5', [-5, 31]]
] as const)('«%s» is a place in the Atlas', (typed, [lng, lat]) => {
	const place = parseCoordinates(typed)!;
	expect(place[0]).toBeCloseTo(lng, 9);
	expect(place[1]).toBeCloseTo(lat, 9);
});

test.each(['', 'Rabat', '31.5', '31,5', '95, 4', '31, 190', '31 N, 5 N', "31°75' 5°10'", '1 2 3'])('«%s» is no place', (typed) => {
	expect(parseCoordinates(typed)).toBeNull();
});

test('what is shown can be typed', () => {
	const degrees = (limit: number) => fc.integer({ min: -limit * 1e4, max: limit * 1e4 }).map((value) => value / 1e4);
	fc.assert(
		fc.property(degrees(180), degrees(90), (lng, lat) => {
			const [east, north] = parseCoordinates(formatCoordinates([lng, lat]))!;
			expect(east).toBeCloseTo(lng, 9);
			expect(north).toBeCloseTo(lat, 9);
		})
	);
	expect(formatCoordinates([-0.00001, 31.5])).toBe('31.5000, 0.0000');
});
