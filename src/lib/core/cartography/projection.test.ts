import { expect, test } from 'vitest';
import { mercatorAt, mercatorFit, northing } from './projection.ts';

const BOUNDS = [-17.15, 20.72, -0.95, 35.98] as const;

test('all corners fall inside the margin, centred, north up', () => {
	const project = mercatorFit(BOUNDS, { width: 800, height: 600, margin: 20 });
	const [x1, y1] = project([BOUNDS[0], BOUNDS[3]]);
	const [x2, y2] = project([BOUNDS[2], BOUNDS[1]]);
	expect(Math.min(x1, y1)).toBeGreaterThanOrEqual(20 - 1e-9);
	expect(y2 - y1).toBeCloseTo(560, 9);
	expect(x1 + x2).toBeCloseTo(800, 9);
	expect(y1 + y2).toBeCloseTo(600, 9);
});

test('shapes are kept: a degree is as long both ways at every latitude, stretched by 1 / cos', () => {
	expect(northing(0)).toBeCloseTo(0, 12);
	expect(northing(30.0001) - northing(30)).toBeCloseTo(0.0001 / Math.cos((30 * Math.PI) / 180), 8);
});

test('a point of the drawing is led back to the place it shows', () => {
	const frame = { width: 312, height: 312, margin: 6 };
	const place = [-5.5547, 33.8935] as const;
	const [longitude, latitude] = mercatorAt(BOUNDS, frame)(mercatorFit(BOUNDS, frame)(place));
	expect(longitude).toBeCloseTo(place[0], 9);
	expect(latitude).toBeCloseTo(place[1], 9);
});
