import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagree, JURY, readScores, RUBRIC, totalOf, verdictOf } from './jury.ts';

const total = fc.integer({ min: 0, max: 100 });

describe('the points of a juror', () => {
	it('make 100 at most, 25 for each of four criteria', () => {
		expect(RUBRIC.most * RUBRIC.criteria.length).toBe(100);
		const points = fc.integer({ min: 0, max: RUBRIC.most }).map(String);
		fc.assert(
			fc.property(points, points, points, points, (social, economic, innovation, territorial) => {
				const read = readScores({ social, economic, innovation, territorial });
				if (!read.ok) throw new Error('whole points from 0 to 25 are read');
				expect(totalOf(read.value)).toBe(Number(social) + Number(economic) + Number(innovation) + Number(territorial));
			})
		);
	});

	it.each(['26', '-1', '12.5', '', 'x', '100'])('are refused when one is «%s»', (innovation) => {
		expect(readScores({ social: '20', economic: '20', innovation, territorial: '20' })).toEqual({ ok: false, issues: ['innovation'] });
	});
});

describe('the verdict', () => {
	it('is the mean of two who agree within 30 points', () => {
		expect(verdictOf([60])).toEqual({ kind: 'waiting', scored: 1, wanted: 2 });
		expect(verdictOf([60, 90])).toEqual({ kind: 'decided', mean: 75, spread: 30, totals: [60, 90], counted: [60, 90] });
	});

	it('waits for a third when they are further apart, then takes the nearest two', () => {
		expect(disagree([59, 90])).toBe(true);
		expect(verdictOf([59, 90])).toEqual({ kind: 'waiting', scored: 2, wanted: 3 });
		expect(verdictOf([59, 90, 80])).toMatchObject({ mean: 85, spread: 31, counted: [80, 90] });
		expect(verdictOf([20, 90, 30])).toMatchObject({ mean: 25, spread: 70 });
	});

	it('takes all three when the third is in the middle', () => {
		expect(verdictOf([40, 80, 60])).toMatchObject({ mean: 60, counted: [40, 60, 80] });
	});

	it('does not depend on the order, and calls a third exactly when the first two disagree', () => {
		fc.assert(
			fc.property(total, total, total, (a, b, c) => {
				expect(verdictOf([a, b])).toEqual(verdictOf([b, a]));
				expect(verdictOf([a, b, c])).toEqual(verdictOf([c, a, b]));
				expect(verdictOf([a, b]).kind === 'waiting').toBe(Math.abs(a - b) > JURY.disagreement);
			})
		);
	});

	it('lies between the lowest and the highest total that counts', () => {
		fc.assert(
			fc.property(fc.array(total, { minLength: 3, maxLength: 3 }), (totals) => {
				const verdict = verdictOf(totals);
				if (verdict.kind !== 'decided') throw new Error('three totals decide');
				expect(verdict.mean).toBeGreaterThanOrEqual(verdict.counted[0]!);
				expect(verdict.mean).toBeLessThanOrEqual(verdict.counted.at(-1)!);
				expect(verdict.spread).toBe(Math.max(...totals) - Math.min(...totals));
			})
		);
	});
});
