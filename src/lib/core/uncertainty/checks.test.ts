import { describe, expect, it } from 'vitest';
import { evenRow, SYNTHETIC_CHAINS, SYNTHETIC_METHOD, syntheticTable } from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import { checksOf, closeIndicators } from './checks.ts';

const scorer = createScorer(
	SYNTHETIC_METHOD,
	syntheticTable(Object.fromEntries([20, 35, 50, 62, 80].map((x) => [`T${x}`, evenRow(x)]))),
	SYNTHETIC_CHAINS
);
const question = { chain: 'crop', weights: SYNTHETIC_METHOD.presets.balanced, aggregator: 'geometric' } as const;

describe('a ranking looked at by other means', () => {
	it('is the same under every way when one place is better in everything', () => {
		for (const { agreement } of checksOf(scorer, question).ways) expect(agreement).toBeCloseTo(1, 9);
	});

	it('says what each pillar should weigh and weighs in effect; both add up to 1', () => {
		const { pillars } = checksOf(scorer, question);
		expect(pillars.reduce((sum, { meant }) => sum + meant, 0)).toBeCloseTo(1, 12);
		expect(pillars.reduce((sum, { effective }) => sum + (effective ?? 0), 0)).toBeCloseTo(1, 12);
		expect(pillars.find(({ pillar }) => pillar === 'need')!.correlation).toBeGreaterThan(0.9);
	});

	it('has nothing to compare below three places', () => {
		const two = createScorer(SYNTHETIC_METHOD, syntheticTable({ A: evenRow(30), B: evenRow(60) }), SYNTHETIC_CHAINS);
		expect(checksOf(two, question).ways.every(({ agreement }) => agreement === null)).toBe(true);
	});
});

describe('indicators that say nearly the same', () => {
	it('are named in pairs, the closest first', () => {
		const pairs = closeIndicators(scorer);
		expect(pairs.length).toBeGreaterThan(0);
		expect(Math.abs(pairs[0]!.correlation)).toBeGreaterThanOrEqual(Math.abs(pairs.at(-1)!.correlation));
	});
});
