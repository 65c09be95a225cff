import { expect, test } from 'vitest';
import { wordsOf } from '#lib/i18n/words.ts';
import type { Drawn } from '#lib/map/instrument.ts';
import { areaText, codesOf, drawnText, lengthText } from './tool-text.ts';

const fr = await wordsOf('fr');
const ar = await wordsOf('ar');

const drawn = (part: Partial<Drawn>): Drawn => ({
	...{ kind: 'distance', phase: 'drawing', corners: 1, shape: null, circle: null, lengthKm: 0, areaKm2: null },
	held: { shift: false, alt: false },
	...part
});
/** Synthetic places: two in the north, one in the far south. */
const PLACES = [
	{ code: 'A', label: [-5, 34] },
	{ code: 'B', label: [-6, 33] },
	{ code: 'C', label: [-15, 23] }
] as const;
const BOX = { type: 'Polygon', coordinates: [[[-7, 32], [-4, 32], [-4, 35], [-7, 35], [-7, 32]]] } as Drawn['shape']; // prettier-ignore

test('a length is told with the digits a hand on a map is sure of', () => {
	expect(lengthText(fr, 0.8504)).toBe('850\u202fm');
	expect(lengthText(fr, 8.254)).toBe('8,25\u202fkm');
	expect(lengthText(fr, 82.54)).toBe('82,5\u202fkm');
	expect(lengthText(fr, 1450.3)).toBe('1\u202f450\u202fkm');
});

test('an area is told in hectares too while it is not large', () => {
	expect(areaText(fr, 0.05)).toBe('0,05\u202fkm² (5,0\u202fha)');
	expect(areaText(fr, 12.4)).toBe('12,4\u202fkm² (1\u202f240\u202fha)');
	expect(areaText(fr, 167_208)).toBe('167\u202f208\u202fkm²');
});

test('a shape selects by label points, a radius by distance', () => {
	expect(codesOf(drawn({ kind: 'box', shape: BOX }), PLACES)).toEqual(['A', 'B']);
	const circle = { center: [-15, 23.5], radiusKm: 100 } as const;
	expect(codesOf(drawn({ kind: 'radius', shape: BOX, circle }), PLACES)).toEqual(['C']);
	expect(codesOf(drawn({ kind: 'polygon' }), PLACES)).toEqual([]);
});

test('what is drawn is told as it stands, and nothing before its first corner', () => {
	expect(drawnText(fr, drawn({ phase: 'begun' }), PLACES)).toBeNull();
	expect(drawnText(fr, drawn({ lengthKm: 12 }), PLACES)).toContain('12,0\u202fkm');
	expect(drawnText(fr, drawn({ kind: 'box', shape: BOX }), PLACES)).toBe('2 territoires dans la forme');
	expect(drawnText(ar, drawn({ kind: 'box', shape: BOX }), PLACES)).toBe('مجالان ترابيان داخل الشكل');
});

test('an outline that crosses itself has no area, and two corners have none yet', () => {
	expect(drawnText(fr, drawn({ kind: 'area', corners: 2 }), PLACES)).toContain('trois points');
	expect(drawnText(fr, drawn({ kind: 'area', corners: 4 }), PLACES)).toContain('se croisent');
	expect(drawnText(fr, drawn({ kind: 'area', corners: 4, areaKm2: 50, lengthKm: 30 }), PLACES)).toContain('50,0\u202fkm²');
});
