import { expect, test } from 'vitest';
import { spaced, yearsOf } from './time-axis.ts';

test('an axis over many years names a dozen of them, and a phone at most five', () => {
	const years = yearsOf(1993, 2025);
	expect(years.map(({ year }) => year)).toEqual([1995, 2000, 2005, 2010, 2015, 2020, 2025]);
	expect(years.filter(({ isNarrow }) => isNarrow).length).toBeLessThanOrEqual(5);
	expect(yearsOf(2019, 2021).map(({ year }) => year)).toEqual([2019, 2020, 2021]);
});

test('values that would touch are left to the table; the last is always printed', () => {
	expect([...spaced([0, 0.05, 0.2, 0.95, 1], 0.1)].sort((a, b) => a - b)).toEqual([0, 2, 4]);
	expect(spaced([], 0.1).size).toBe(0);
	expect([...spaced([0.5], 0.1)]).toEqual([0]);
});
