import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composite } from './aggregate.ts';
import { flipWeight } from './flip.ts';
import { PILLARS, type Pillar, type PillarWeights } from './method.ts';

const unit = fc.double({ min: 0.05, max: 1, noNaN: true });
const values = fc.record({ need: unit, potential: unit, room: unit, access: unit });
const risk = fc.double({ min: 0, max: 1, noNaN: true });
const LAMBDA = 0.3;

/** Weights adding to 1 in which `k` weighs `weight` and the others keep their proportions. */
const withWeight = (weights: PillarWeights, k: Pillar, weight: number): PillarWeights =>
	Object.fromEntries(
		PILLARS.map((pillar) => [pillar, pillar === k ? weight : (weights[pillar] * (1 - weight)) / (1 - weights[k])])
	) as unknown as PillarWeights;

test('P34 at the flip weight two places tie, on either side of it their order differs', () => {
	fc.assert(
		fc.property(values, values, risk, risk, fc.tuple(unit, unit, unit, unit), fc.constantFrom(...PILLARS), (a, b, riskA, riskB, raw, k) => {
			const total = raw.reduce((sum, weight) => sum + weight, 0);
			const weights = Object.fromEntries(PILLARS.map((pillar, q) => [pillar, raw[q]! / total])) as unknown as PillarWeights;
			const malus = (r: number): number => 1 - LAMBDA * r;
			const flip = flipWeight(k, { values: a, malus: malus(riskA) }, { values: b, malus: malus(riskB) }, weights);
			fc.pre(flip !== null && flip > 0.01 && flip < 0.99);
			const gap = (weight: number): number => {
				const rule = { aggregator: 'geometric', floor: 0.01, riskStrength: LAMBDA } as const;
				const at = withWeight(weights, k, weight);
				return composite(a, riskA, at, rule)! - composite(b, riskB, at, rule)!;
			};
			expect(Math.abs(gap(flip!))).toBeLessThan(1e-9);
			fc.pre(Math.abs(gap(flip! + 0.01)) > 1e-6);
			expect(gap(flip! - 0.01) * gap(flip! + 0.01)).toBeLessThan(0);
		})
	);
});
