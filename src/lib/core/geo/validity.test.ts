import { expect, test } from 'vitest';
import { ringDefects } from './validity.ts';

const defectsOf = (ring: number[][]): string[] => ringDefects({ type: 'Polygon', coordinates: [ring] });

const cases: [string, number[][], string | null][] = [
	['a square is valid', [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]], null],
	['a ring of three positions is not', [[0, 0], [1, 0], [0, 0]], 'of 3 positions'],
	['an open ring is not', [[0, 0], [1, 0], [1, 1], [0, 1]], 'does not close'],
	['a bow tie is not', [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]], 'touches or crosses'],
	['a spike is not', [[0, 0], [2, 0], [1, 0], [1, 1], [0, 0]], 'touches or crosses'],
	['a ring that visits a place twice is not', [[0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1], [0, 0]], 'touches or crosses'],
	['a repeated position is not', [[0, 0], [1, 0], [1, 0], [1, 1], [0, 0]], 'touches or crosses']
]; // prettier-ignore

test.each(cases)('%s', (_, ring, defect) => {
	if (defect === null) return expect(defectsOf(ring)).toEqual([]);
	expect(defectsOf(ring)[0]).toContain(defect);
});

test('every ring of every part is looked at', () => {
	const good = [[0, 0], [1, 0], [1, 1], [0, 0]]; // prettier-ignore
	const bad = [[5, 5], [6, 6], [6, 5], [5, 6], [5, 5]]; // prettier-ignore
	expect(ringDefects({ type: 'MultiPolygon', coordinates: [[good], [good, bad]] })).toHaveLength(1);
});
