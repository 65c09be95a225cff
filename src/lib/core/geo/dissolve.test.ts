import { area, polygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { dissolve } from './dissolve.ts';

const square = (west: number): ReturnType<typeof polygon>['geometry'] =>
	polygon([
		[
			[west, 33],
			[west + 1, 33],
			[west + 1, 34],
			[west, 34],
			[west, 33]
		]
	]).geometry;

describe('one outline around neighbours', () => {
	it('covers what they cover and has no line between them', () => {
		const both = dissolve([square(-6), square(-5)]);
		expect(both.type).toBe('Polygon');
		expect(both.coordinates).toHaveLength(1);
		expect(area(both)).toBeCloseTo(area(square(-6)) + area(square(-5)), -2);
	});

	it('is the shape itself for one place, and refuses none', () => {
		expect(dissolve([square(-6)])).toEqual(square(-6));
		expect(() => dissolve([])).toThrow('nothing to dissolve');
	});

	it('keeps parts apart that do not touch', () => {
		expect(dissolve([square(-6), square(-3)]).type).toBe('MultiPolygon');
	});
});
