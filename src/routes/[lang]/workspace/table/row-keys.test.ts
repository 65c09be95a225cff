import { expect, test } from 'vitest';
import { between, rowAfter } from './row-keys.ts';

test('arrows, pages and ends lead to a row and never beyond the table', () => {
	expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => rowAfter(key, 5, 20, 10))).toEqual([
		6, 4, 15, 0, 0, 19
	]);
	expect([rowAfter('ArrowUp', 0, 20, 10), rowAfter('ArrowDown', 19, 20, 10), rowAfter('PageDown', 0, 20, 0)]).toEqual([0, 19, 1]);
	expect([rowAfter('a', 5, 20, 10), rowAfter('Home', 0, 0, 10)]).toEqual([null, null]);
});

test('a range holds both its ends in either direction', () => {
	expect(between(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['b', 'c', 'd']);
	expect(between(['a', 'b'], 1, 1)).toEqual(['b']);
});
