import { describe, expect, test } from 'vitest';
import { readBreaks } from './read-breaks.ts';

describe('breaks that are typed', () => {
	test.each([
		['5 ; 12,5 ; 40', [5, 12.5, 40]],
		['-3 0 3', [-3, 0, 3]],
		['−3\t0\n3.25', [-3, 0, 3.25]],
		['10؛ 20', [10, 20]]
	])('«%s» are read as numbers', (text, value) => {
		expect(readBreaks(text)).toEqual({ ok: true, value });
	});

	test.each([
		['', 'number'],
		['5 ; ten', 'number'],
		['3 2', 'ascend'],
		['3 3', 'ascend'],
		['1 2 3 4 5 6 7 8 9', 'many']
	])('«%s» are refused: %s', (text, issue) => {
		expect(readBreaks(text)).toEqual({ ok: false, issue });
	});
});
