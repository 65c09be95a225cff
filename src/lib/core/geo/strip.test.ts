import { expect, test } from 'vitest';
import { areaKm2 } from './area.ts';
import { stripAlong } from './strip.ts';

test('a strip of 3 km to each side of 111 km of line has some 690 km²', () => {
	const line = [
		[-7, 31],
		[-7, 32]
	];
	expect(areaKm2(stripAlong([line], 3))).toBeCloseTo(111.2 * 6 + 9 * Math.PI, -1.3);
});

test('no line is refused with a sentence', () => {
	expect(() => stripAlong([], 3)).toThrow('no line');
});
