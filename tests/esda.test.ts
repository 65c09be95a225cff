import { describe, expect, test } from 'vitest';
import { normalTail } from '#lib/core/statistics/distribution/normal.ts';
import { globalG } from '#lib/core/statistics/spatial/global-g.ts';
import type { GlobalStatistic } from '#lib/core/statistics/spatial/global-statistic.ts';
import { localG } from '#lib/core/statistics/spatial/local-g.ts';
import { localMoran } from '#lib/core/statistics/spatial/local-moran.ts';
import { globalMoran } from '#lib/core/statistics/spatial/moran.ts';
import type { SpatialOutcome } from '#lib/core/statistics/spatial/outcome.ts';
import { weightsOf, type WeightStyle } from '#lib/core/statistics/spatial/weights.ts';
import esda from './oracles/esda.json' with { type: 'json' };

const TOLERANCE = esda.meta.tolerance_rel;
const weights = (neighbours: readonly (readonly number[])[], style: WeightStyle) =>
	weightsOf(
		neighbours.map((list) => list.map((target) => [target, 1] as const)),
		style
	);

/** The value of an answer; the reason is shown when there is none. */
function answered<T>(outcome: SpatialOutcome<T>): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}
/** The tail beyond the z of a statistic: esda publishes one-sided p-values. */
const oneTailed = (z: number | null | undefined): number => normalTail(Math.abs(z ?? NaN));
const near = (value: number, published: number) => expect(Math.abs(value / published - 1)).toBeLessThan(TOLERANCE);

describe.each([
	['homicides around St. Louis', esda.stl],
	['sudden infant deaths in North Carolina', esda.sids2]
])('Moran’s I of %s', (_, { y, neighbours, I_published, p_norm_one_tailed_published }) => {
	const among = weights(neighbours, 'row');
	const moran: GlobalStatistic = answered(globalMoran(y, among));

	test('is the one that esda publishes, and so is its p under normality', () => {
		near(moran.statistic, I_published);
		near(oneTailed(moran.normality?.z), p_norm_one_tailed_published);
	});

	test('is the mean of the local ones', () => {
		const { statistic } = answered(localMoran(y, among));
		near(statistic.reduce((sum, one) => sum + one, 0) / y.length, I_published);
	});
});

describe('G of six points (Getis & Ord)', () => {
	const { y, neighbours, ...published } = esda.getis;
	const binary = weights(neighbours, 'raw');
	const options = { fewest: 4 };
	const deviates = (style: WeightStyle, kind: 'G' | 'G*') => answered(localG(y, weights(neighbours, style), kind, options)).z;

	test('the general one is that of esda, and so is its p', () => {
		const general = answered(globalG(y, binary));
		near(general.statistic, published.G_published);
		// esda prints this p with six digits.
		expect(oneTailed(general.randomisation.z)).toBeCloseTo(published.p_norm_published, 6);
	});

	test('the local ones are those of esda, without and with the territory itself', () => {
		near(deviates('raw', 'G')[0]!, published.G_local_B_Z0_published);
		near(deviates('raw', 'G*')[0]!, published.Gstar_local_B_Z0_published);
		published.G_local_B_Z.forEach((z, i) => near(deviates('raw', 'G')[i]!, z));
		published.Gstar_local_B_Z.forEach((z, i) => near(deviates('raw', 'G*')[i]!, z));
	});

	test('with row weights esda divides by the deviation of a single neighbour; ours is that of the mean of all of them, as in Ord & Getis (1995)', () => {
		const n = y.length;
		deviates('row', 'G').forEach((z, i) => {
			const k = neighbours[i]!.length;
			const meanOfAll = (n - 1 - k) / (k * (n - 2));
			near(z * Math.sqrt(meanOfAll), published.G_local_R_Z[i]!);
			near(z, published.G_local_B_Z[i]!);
		});
		near(deviates('row', 'G')[0]! * Math.sqrt(3 / 8), published.G_local_R_Z0_published);
	});
});
