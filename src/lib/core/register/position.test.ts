import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halves, readDegrees, readPosition } from './position.ts';

describe('degrees in a cell', () => {
	it.each([
		['33.83186', 33.83186],
		['-4,828', -4.828],
		['4.828 W', -4.828],
		['4,828 O', -4.828],
		['N 33,5', 33.5],
		['33°30\'00"N', 33.5],
		['33° 30′ 36″ N', 33.51],
		['4°49\'40.8"W', -4.828],
		['-4 49 40,8', -4.828],
		['٣٣٫٥', 33.5]
	])('«%s» are %d', (text, degrees) => expect(readDegrees(text)).toBeCloseTo(degrees, 9));

	it.each(['', 'nord', "33°75'N", '1 2 3 4', '33.1.2.3x'])('«%s» are none', (text) => expect(readDegrees(text)).toBeNull());
});

it.each([
	['33.83, -4.83', ['33.83', '-4.83']],
	['33,83;-4,83', ['33,83', '-4,83']],
	['33.83 -4.83', ['33.83', '-4.83']],
	['33.83,-4.83', ['33.83', '-4.83']],
	['33,83 -4,83', ['33,83', '-4,83']],
	['33.83', null],
	['1 2 3', null]
])('«%s» holds both', (text, both) => expect(halves(text)).toEqual(both));

describe('a point', () => {
	const kinds = (lat: string | null, lon: string | null) =>
		readPosition(lat, lon).problems.map(({ kind, severity }) => `${kind} ${severity}`);

	it('is [longitude, latitude], and turned round with a warning when it was told the other way', () => {
		expect(readPosition('33.8', '-4.8')).toEqual({ position: [-4.8, 33.8], problems: [] });
		expect(readPosition('-4.8', '33.8').position).toEqual([-4.8, 33.8]);
		expect(kinds('-4.8', '33.8')).toEqual(['position-swapped warning']);
	});

	it('outside the country is an error, with the sign put right where that helps', () => {
		expect(readPosition('33.8', '4.8').problems).toMatchObject([{ kind: 'position-outside', severity: 'error', suggestion: '33.8, -4.8' }]);
		expect(readPosition('48.85', '2.35').problems).toMatchObject([{ kind: 'position-outside', suggestion: null }]);
	});

	it('in metres or told by half is left out with a warning; 0, 0 and nothing say nothing', () => {
		expect(kinds('361000', '531000')).toEqual(['position-in-metres warning']);
		expect(kinds('33.8', null)).toEqual(['half-position warning']);
		expect(kinds('0', '0')).toEqual([]);
		expect(kinds(null, null)).toEqual([]);
	});

	it('never lies outside the country, whatever is written', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, min: -400, max: 400 }), fc.double({ noNaN: true, min: -400, max: 400 }), (a, b) => {
				const { position } = readPosition(String(a), String(b));
				if (position === null) return;
				expect(position[0]).toBeGreaterThan(-18);
				expect(position[0]).toBeLessThan(0);
				expect(position[1]).toBeGreaterThan(20);
				expect(position[1]).toBeLessThan(37);
			})
		);
	});
});
