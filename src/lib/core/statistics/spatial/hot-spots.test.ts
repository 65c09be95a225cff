import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLUSTERS, CLUSTERS_OF, HOT_SPOT_STATISTICS, hotSpots, type HotSpotQuestion } from './hot-spots.ts';
import { weightsOf, type SpatialWeights } from './weights.ts';

/** Territories in a ring, each with the two on either side as neighbours, and one alone at the end. */
function ring(size: number): SpatialWeights {
	const lists = Array.from({ length: size }, (_, i) => [-2, -1, 1, 2].map((step) => [(i + step + size) % size, 1] as const));
	return weightsOf([...lists, []], 'row');
}
const question: HotSpotQuestion = { statistic: 'local-moran', permutations: 999, seed: 1, rate: 0.05 };
const weights = ring(60);
/** Ten high values in a row, ten low ones across, an odd one out in each, the alone one high; one unknown. */
const values = Array.from({ length: 61 }, (_, i) => {
	if (i === 45) return NaN;
	if (i === 60) return 100;
	if (i < 10) return i === 5 ? -1 : 10 + (i % 3);
	if (i >= 30 && i < 40) return i === 35 ? 1 : -10 - (i % 3);
	return (i % 7) / 10;
});

describe('hot spots', () => {
	test('by local Moran are high among high and low among low, and the odd one out is named', () => {
		const outcome = hotSpots(values, weights, question);
		if (!outcome.ok) throw new Error(outcome.reason);
		const named = [...outcome.value.cluster].map((cluster) => CLUSTERS[cluster]);
		expect([named[2], named[7]]).toEqual(['high-high', 'high-high']);
		expect([named[32], named[37]]).toEqual(['low-low', 'low-low']);
		expect([named[5], named[35]]).toEqual(['low-high', 'high-low']);
		expect([named[20], named[45], named[60]]).toEqual(['not-significant', 'no-data', 'no-neighbours']);
		expect(outcome.value.participants).toBe(59);
		expect(outcome.value.moran.permutedP).toBe(1 / 1000);
	});

	test('by Gᵢ* are surroundings, the odd one out included', () => {
		const outcome = hotSpots(values, weights, { ...question, statistic: 'gi-star' });
		if (!outcome.ok) throw new Error(outcome.reason);
		const named = [...outcome.value.cluster].map((cluster) => CLUSTERS[cluster]);
		expect([named[2], named[5], named[32], named[35]]).toEqual(['hot', 'hot', 'cold', 'cold']);
	});

	test('have a side where they do not count, and never more that count at a stricter rate', () => {
		fc.assert(
			fc.property(fc.constantFrom(...HOT_SPOT_STATISTICS), fc.integer({ min: 0, max: 99 }), (statistic, seed) => {
				const counted = (rate: number) => {
					const outcome = hotSpots(values, weights, { statistic, permutations: 199, seed, rate });
					if (!outcome.ok) throw new Error(outcome.reason);
					const { side, cluster, adjusted } = outcome.value;
					const sides: readonly string[] = CLUSTERS_OF[statistic];
					return [...cluster.keys()].filter((i) => {
						if (Number.isNaN(adjusted[i]!)) return false;
						expect(sides).toContain(CLUSTERS[side[i]!]);
						expect(cluster[i] === side[i]).toBe(adjusted[i]! <= rate);
						return cluster[i] === side[i];
					});
				};
				const [strict, loose] = [counted(0.01), counted(0.1)];
				for (const i of strict) expect(loose).toContain(i);
			}),
			{ numRuns: 20 }
		);
	});

	test('P26, P27: are refused for equal values, for nothing known and for twelve regions, with the reason', () => {
		expect(hotSpots(Array(61).fill(3), weights, question)).toEqual({ ok: false, reason: 'constant', participants: 60 });
		expect(hotSpots(Array(61).fill(NaN), weights, question)).toMatchObject({ reason: 'nothing-known' });
		expect(hotSpots(values.slice(0, 13), ring(12), question)).toMatchObject({ reason: 'too-few-territories' });
	});
});
