import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedTable } from '#lib/core/saturation/counted-table.ts';
import { AGGREGATORS, PILLARS, type PillarWeights } from '#lib/core/scoring/method.ts';
import {
	SYNTHETIC_CHAINS,
	SYNTHETIC_INDICATORS,
	SYNTHETIC_METHOD,
	syntheticTable,
	type SyntheticRow
} from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import { composite } from '#lib/core/scoring/aggregate.ts';
import { chainShares } from '#lib/core/scoring/weights.ts';
import { counterfactualOf } from './counterfactual.ts';
import { methodWithout, removalsOf } from './removal.ts';
import { swapsOf } from './swaps.ts';

const { balanced } = SYNTHETIC_METHOD.presets;
const cell = fc.double({ min: 2, max: 98, noNaN: true });
const row: fc.Arbitrary<SyntheticRow> = fc.record({
	values: fc.record(Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, cell]))),
	evidence: fc.record({ crop: fc.double({ min: 0.1, max: 0.9, noNaN: true }), service: fc.double({ min: 0.1, max: 0.9, noNaN: true }) })
});
const scorers = fc
	.array(row, { minLength: 5, maxLength: 12 })
	.map((rows) =>
		createScorer(SYNTHETIC_METHOD, syntheticTable(Object.fromEntries(rows.map((one, i) => [`T${10 + i}`, one]))), SYNTHETIC_CHAINS)
	);

const counted = fc
	.tuple(fc.array(row, { minLength: 5, maxLength: 12 }), fc.array(fc.integer({ min: 8, max: 60 }), { minLength: 12 }))
	.map(([rows, counts]) => {
		const table = syntheticTable(Object.fromEntries(rows.map((one, i) => [`T${10 + i}`, one])));
		return createScorer(
			SYNTHETIC_METHOD,
			countedTable(table, SYNTHETIC_CHAINS, { crop: counts.slice(0, rows.length) }, 2026),
			SYNTHETIC_CHAINS
		);
	});

describe('what would bring a place into the top', () => {
	it('does bring it there: with the pillar it names, the score is that of the last place of the top', () => {
		fc.assert(
			fc.property(
				fc.oneof(scorers, counted),
				fc.constantFrom(...AGGREGATORS),
				fc.constantFrom('crop', 'service'),
				(scorer, aggregator, chain) => {
					const question = { chain, weights: balanced, aggregator };
					for (let place = 0; place < scorer.table.territories.length; place++) {
						const { target, isReached, factor, pillars } = counterfactualOf(scorer, question, place)!;
						if (isReached) continue;
						expect(factor).toBeGreaterThan(1);
						for (const { pillar, needed } of pillars) {
							if (needed === null) continue;
							const values = Object.fromEntries(pillars.map((one) => [one.pillar, one.pillar === pillar ? needed : one.value]));
							const all = { need: null, potential: null, room: null, access: null, ...values };
							const weights = chainShares(balanced, scorer.prepared(chain), SYNTHETIC_METHOD.localMarketNeedShift);
							expect(composite(all, null, weights, { aggregator, floor: SYNTHETIC_METHOD.floor, riskStrength: 0 })).toBeCloseTo(target, 6);
						}
					}
				}
			),
			{ numRuns: 40 }
		);
	});

	it('is nothing for a place of the top, and unknown for a place without a score', () => {
		const scorer = createScorer(
			SYNTHETIC_METHOD,
			syntheticTable({
				Best: { values: Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, 50])), evidence: { crop: 0.9 } },
				None: { values: {}, evidence: {} }
			}),
			SYNTHETIC_CHAINS
		);
		const question = { chain: 'crop', weights: balanced, aggregator: 'geometric' } as const;
		expect(counterfactualOf(scorer, question, 0)).toMatchObject({ isReached: true, factor: 1 });
		expect(counterfactualOf(scorer, question, 1)).toBeNull();
	});
});

describe('the weight at which two places change places', () => {
	it('P34: makes them tie, also for a chain that gives part of Need to Access or half of Room to all', () => {
		fc.assert(
			fc.property(fc.oneof(scorers, counted), fc.constantFrom('crop', 'service'), (scorer, chain) => {
				for (const { pillar, to } of swapsOf(scorer, chain, balanced, [0, 1])!) {
					if (to === null) continue;
					const others = 1 - balanced[pillar];
					const weights = Object.fromEntries(
						PILLARS.map((other) => [other, other === pillar ? to : (balanced[other] / others) * (1 - to)])
					) as Record<keyof PillarWeights, number>;
					const { score } = scorer.scores(chain, weights, 'geometric');
					expect(Math.abs(score[0]! - score[1]!)).toBeLessThan(1e-7);
				}
			}),
			{ numRuns: 60 }
		);
	});
});

describe('an indicator left out', () => {
	it('gives its weight to its siblings and moves ranks by what is said', () => {
		const without = methodWithout(SYNTHETIC_METHOD, 'jobless');
		expect(without.need[0]!.terms.map(({ indicator }) => indicator)).toEqual(['vulnerable']);
		fc.assert(
			fc.property(scorers, (scorer) => {
				const removals = removalsOf(scorer, { chain: 'crop', weights: balanced, aggregator: 'geometric' });
				expect(removals.map(({ meanChange }) => meanChange!)).toEqual(
					removals.map(({ meanChange }) => meanChange!).toSorted((a, b) => b - a)
				);
				for (const { meanChange, largestChange } of removals) expect(meanChange).toBeLessThanOrEqual(largestChange!);
			}),
			{ numRuns: 10 }
		);
	});
});
