import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLUSTERS, CLUSTERS_OF, HOT_SPOT_STATISTICS, type HotSpotStatistic } from '#lib/core/statistics/spatial/hot-spots.ts';
import { sceneOfHotSpots } from './hot-spot-scene.ts';
import type { HotSpotSubject } from './scene.ts';

const subject = (statistic: HotSpotStatistic): HotSpotSubject => ({
	kind: 'hot-spots',
	of: { kind: 'indicator', indicator: 'illiteracy_rate_10p' },
	statistic,
	permutations: 9999,
	rate: 0.05
});
const codesOf = (n: number) => Array.from({ length: n }, (_, i) => `T${i}`);
const index = (cluster: (typeof CLUSTERS)[number]) => CLUSTERS.indexOf(cluster);

describe.each(HOT_SPOT_STATISTICS)('the map of the hot spots of %s', (statistic) => {
	const possible = [...CLUSTERS_OF[statistic], 'not-significant', 'no-neighbours', 'no-data'] as const;

	test('P28: counts add up to the number of territories, and each has the row of its cluster', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...possible), { maxLength: 80 }), (clusters) => {
				const { rows, legend } = sceneOfHotSpots('province', codesOf(clusters.length), subject(statistic), clusters.map(index));
				expect(legend.rows.reduce((sum, { count }) => sum + count, 0)).toBe(clusters.length);
				clusters.forEach((cluster, i) => {
					const { meaning, look } = legend.rows[rows[i]!]!;
					expect(meaning.kind === 'cluster' ? meaning.cluster : meaning.kind).toBe(cluster);
					expect(look.kind).toBe(cluster.startsWith('no-') ? 'pattern' : 'color');
				});
			})
		);
	});

	test('keeps every row when it is empty, so that two maps can be compared', () => {
		const { legend } = sceneOfHotSpots('province', [], subject(statistic), []);
		expect(legend.rows.map(({ meaning }) => (meaning.kind === 'cluster' ? meaning.cluster : meaning.kind))).toEqual([...possible]);
	});

	test('tells a territory without a figure from one without a neighbour to compare with', () => {
		const { legend } = sceneOfHotSpots('province', [], subject(statistic), []);
		const patterns = legend.rows.flatMap(({ look }) => (look.kind === 'pattern' ? [look.pattern] : []));
		expect(new Set(patterns).size).toBe(2);
	});
});

test('a cluster of the other statistic is refused with a sentence', () => {
	expect(() => sceneOfHotSpots('province', ['T0'], subject('gi-star'), [index('high-low')])).toThrow('gi-star gives no cluster high-low');
});
