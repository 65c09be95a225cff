import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightedMean } from '#lib/core/statistics/access.ts';
import { SYNTHETIC_CHAINS, SYNTHETIC_INDICATORS, SYNTHETIC_METHOD, syntheticTable } from './scenarios/synthetic.ts';
import { createScorer } from './scorer.ts';

test('P18 a region of one province has its raw indicators, and its scores when goalposts are shared', () => {
	const cell = fc.option(fc.double({ min: 0, max: 100, noNaN: true }));
	const row = fc.record({
		values: fc.record({
			...Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, cell])),
			market_people: fc.integer({ min: 1, max: 900000 })
		}),
		people: fc.integer({ min: 1, max: 1e6 })
	});
	fc.assert(
		fc.property(row, ({ values, people }) => {
			const above = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, weightedMean([{ value, weight: people }])]));
			const evidence = { crop: 0.8, service: null };
			const province = createScorer(SYNTHETIC_METHOD, syntheticTable({ P: { values, evidence } }), SYNTHETIC_CHAINS);
			const region = createScorer(SYNTHETIC_METHOD, syntheticTable({ R: { values: above, evidence } }), SYNTHETIC_CHAINS);
			for (const { id } of SYNTHETIC_CHAINS) {
				const [a, b] = [province, region].map((scorer) => scorer.scores(id, SYNTHETIC_METHOD.presets.balanced, 'geometric').score[0]!);
				if (Number.isNaN(a)) expect(b).toBeNaN();
				else expect(b).toBeCloseTo(a!, 9);
			}
		})
	);
});
