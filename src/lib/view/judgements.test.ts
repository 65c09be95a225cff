import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONSISTENT } from '#lib/core/composite/ahp.ts';
import { PILLARS } from '#lib/core/scoring/method.ts';
import { EQUAL_JUDGEMENTS, judged, QUESTIONS, ratioOf, STEPS } from './judgements.ts';

describe('judgements of a table', () => {
	test('are six, each pillar against each other', () => {
		expect(QUESTIONS.map(({ first, second }) => `${first}>${second}`)).toEqual([
			'need>potential',
			'need>room',
			'need>access',
			'potential>room',
			'potential>access',
			'room>access'
		]);
	});

	test('stand for 1, 3, 5, 7 and 9 times as much, and their inverses', () => {
		expect(STEPS.map(ratioOf)).toEqual([1 / 9, 1 / 7, 1 / 5, 1 / 3, 1, 3, 5, 7, 9]);
	});

	test('that prefer nothing weigh all alike', () => {
		expect(judged(EQUAL_JUDGEMENTS)).toEqual({ ratio: 0, weights: { need: 25, potential: 25, room: 25, access: 25 }, advice: null });
	});

	test('for need alone give it half: 3 : 1 : 1 : 1', () => {
		expect(judged([1, 1, 1, 0, 0, 0])).toMatchObject({ weights: { need: 50, potential: 16.7, room: 16.7, access: 16.6 }, advice: null });
	});

	test('that contradict each other are refused, with the one to look at again and what would fit', () => {
		// Need a little over potential, potential a little over room, room equal to access; yet access far over need.
		const { ratio, weights, advice } = judged([1, 2, -4, 1, 1, 0]);
		expect(ratio).toBeGreaterThan(CONSISTENT);
		expect(weights).toBeNull();
		expect(advice).toMatchObject({ question: 2, given: -4, isEnough: true });
		expect(advice!.fitting).toBeGreaterThan(0);
	});
});

const judgements = fc.array(fc.constantFrom(...STEPS), { minLength: 6, maxLength: 6 });

test('weights are percents with one decimal that add to 100', () => {
	fc.assert(
		fc.property(judgements, (given) => {
			const { weights } = judged(given);
			if (!weights) return;
			expect(PILLARS.reduce((sum, pillar) => sum + Math.round(10 * weights[pillar]), 0)).toBe(1000);
		})
	);
});

test('advice always brings the judgements closer together, and following it again and again they are accepted', () => {
	fc.assert(
		fc.property(judgements, (given) => {
			let table: readonly number[] = given;
			for (let round = 0; round < 6; round++) {
				const { ratio, advice } = judged(table);
				if (!advice) return;
				expect(advice.ratioAfter).toBeLessThan(ratio);
				expect(advice.fitting).not.toBe(advice.given);
				table = table.with(advice.question, advice.fitting);
			}
			expect(judged(table).advice).toBeNull();
		}),
		{ numRuns: 100 }
	);
});
