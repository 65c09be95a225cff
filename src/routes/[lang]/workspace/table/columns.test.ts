import { expect, test } from 'vitest';
import { inYear, MOST_COLUMNS, moved, toggled, withoutYear, yearOf } from './columns.ts';

const COLUMNS = ['score:honey', 'indicator:population@2014', 'people'];

test('a column is put at the end, and taken away in whatever year it is shown', () => {
	expect(toggled(COLUMNS, 'need')).toEqual([...COLUMNS, 'need']);
	expect(toggled(COLUMNS, 'indicator:population')).toEqual(['score:honey', 'people']);
});

test('there are never more than twelve columns', () => {
	const full = Array.from({ length: MOST_COLUMNS }, (_, i) => `score:chain-${i}`);
	expect(toggled(full, 'need')).toEqual(full);
	expect(toggled(full, 'score:chain-3')).toHaveLength(MOST_COLUMNS - 1);
});

test('a column moves by places and stops at both ends', () => {
	expect(moved(COLUMNS, 2, -1)).toEqual(['score:honey', 'people', 'indicator:population@2014']);
	expect(moved(COLUMNS, 0, -1)).toEqual(COLUMNS);
	expect(moved(COLUMNS, 2, 1)).toEqual(COLUMNS);
});

test('an indicator changes its year in its place; nothing else has one', () => {
	expect(inYear(COLUMNS, 'indicator:population', '2024')[1]).toBe('indicator:population@2024');
	expect(inYear(COLUMNS, 'indicator:population', null)[1]).toBe('indicator:population');
	expect(inYear(COLUMNS, 'people', '2024')).toEqual(COLUMNS);
	expect([withoutYear('indicator:a@2014'), withoutYear('score:a'), yearOf('indicator:a@2014'), yearOf('need')]).toEqual([
		'indicator:a',
		'score:a',
		'2014',
		null
	]);
});
