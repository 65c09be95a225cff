import { booleanPointInPolygon } from '@turf/turf';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { labelPoint, largestPart } from './label.ts';

/** A horseshoe open to the north: its centre lies outside. */
const horseshoe: Polygon = {
	type: 'Polygon',
	coordinates: [
		[
			[0, 0],
			[6, 0],
			[6, 5],
			[5, 5],
			[5, 1],
			[1, 1],
			[1, 5],
			[0, 5],
			[0, 0]
		]
	]
};
const islet = [
	[
		[9, 9],
		[9.1, 9],
		[9.1, 9.1],
		[9, 9]
	]
];

test('the label of a plain shape is at its centre', () => {
	const square: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] }; // prettier-ignore
	expect(labelPoint(square)).toEqual([1, 1]);
});

test('the label of a hollow shape is inside it, never on its border', () => {
	expect(booleanPointInPolygon([...labelPoint(horseshoe)], horseshoe, { ignoreBoundary: true })).toBe(true);
});

test('a shape of several parts is labelled on the largest', () => {
	const shape = { type: 'MultiPolygon' as const, coordinates: [islet, horseshoe.coordinates] };
	expect(largestPart(shape)).toEqual(horseshoe);
	expect(labelPoint(shape)).toEqual(labelPoint(horseshoe));
});

test('a shape without parts is refused with a sentence', () => {
	expect(() => largestPart({ type: 'MultiPolygon', coordinates: [] })).toThrow('no largest part');
});
