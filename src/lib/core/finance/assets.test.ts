import { describe, expect, test } from 'vitest';
import type { Asset } from './amounts.ts';
import { depreciationOf, eligibleOf, replacementIn, residualOf } from './assets.ts';

const asset = (amount: number, lifeYears: number, grantable = true): Asset => ({ amount, lifeYears, grantable });
const years = Array.from({ length: 10 }, (_, index) => index + 1);
const replaced = (lifeYears: number) => years.filter((year) => replacementIn([asset(100, lifeYears)], year, 10) > 0);

describe('assets over ten years', () => {
	test('are bought again when their life is over, never on the last day', () => {
		expect(replaced(4)).toEqual([4, 8]);
		expect(replaced(5)).toEqual([5]);
		expect(replaced(10)).toEqual([]);
		expect(replaced(25)).toEqual([]);
	});

	test('that last two and a half years are bought again in the year in which they wear out', () => {
		expect(replaced(2.5)).toEqual([3, 5, 8]);
	});

	test('are worth at the end what is left of their last life', () => {
		expect(residualOf([asset(100, 4)], 10)).toBe(50);
		expect(residualOf([asset(100, 25)], 10)).toBe(60);
		expect(residualOf([asset(100, 5)], 10)).toBe(0);
		expect(residualOf([asset(100, 10)], 10)).toBe(0);
	});

	test('lose the same every year, and only some may be paid by a grant', () => {
		expect(depreciationOf([asset(100, 4), asset(100, 25)])).toBe(29);
		expect(eligibleOf([asset(100, 4), asset(50, 5, false)])).toBe(100);
	});
});
