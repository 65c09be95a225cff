import { expect, test } from 'vitest';
import { rankIn } from './rank-in.ts';

test('a rank is counted among the known values, from the strong end, and ties share the smallest', () => {
	const values = [5, NaN, 9, 5, 1];
	expect(rankIn(values, 2, false)).toEqual({ rank: 1, of: 4 });
	expect(rankIn(values, 0, false)).toEqual({ rank: 2, of: 4 });
	expect(rankIn(values, 3, false)).toEqual({ rank: 2, of: 4 });
	expect(rankIn(values, 4, true)).toEqual({ rank: 1, of: 4 });
	expect(rankIn(values, 1, false)).toBeNull();
	expect(rankIn(values, 9, false)).toBeNull();
});
