import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { PILLARS } from '#lib/core/scoring/method.ts';
import type { Explanation, PillarDetail } from '#lib/core/scoring/outcome.ts';
import { contributionTable } from './contribution-rows.ts';

const pillar = (name: PillarDetail['pillar'], contribution: number | null): PillarDetail => ({
	pillar: name,
	value: contribution === null ? null : 0.5,
	reference: 0.5,
	weight: contribution === null ? 0 : 0.25,
	contribution,
	proxy: name === 'room',
	coverage: 1,
	terms: []
});

function explanation(reference: number, contributions: readonly (number | null)[]): Explanation {
	const score = contributions.reduce<number>((sum, part) => sum + (part ?? 0), reference);
	const pillars = PILLARS.map((name, i) => pillar(name, contributions[i] ?? null));
	const rest = { gate: null, missingPillars: [], rank: 1, ranked: 2, confidence: null, why: [], held: [] };
	return { territory: 'MA-HAJ', chain: 'honey', status: 'scored', score, reference, pillars, ...rest };
}

describe('the contribution bars', () => {
	test('show parts that add up to the score as shown', () => {
		const points = fc.double({ min: -20, max: 20, noNaN: true });
		fc.assert(
			fc.property(fc.double({ min: 80, max: 100, noNaN: true }), fc.array(points, { minLength: 4, maxLength: 4 }), (reference, parts) => {
				const whole = explanation(reference, parts);
				const table = contributionTable(whole)!;
				expect(table.score).toBeCloseTo(Math.round(10 * whole.score!) / 10, 6);
			})
		);
	});

	test('leave out a pillar without figures and name it', () => {
		const table = contributionTable(explanation(50, [5, 5, 5, null]))!;
		expect(table.rows.map((row) => row.pillar)).toEqual(['need', 'potential', 'room']);
		expect(table.missing).toEqual(['access']);
	});

	test('do not exist for a place without a score', () => {
		expect(contributionTable({ ...explanation(50, [0, 0, 0, 0]), score: null, reference: null })).toBeNull();
	});
});
