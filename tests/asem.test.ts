import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aggregateTree, type AggregationRule } from '#lib/core/composite/aggregate.ts';
import type { ColumnsById, IndicatorColumn } from '#lib/core/composite/column.ts';
import { copeland } from '#lib/core/composite/copeland.ts';
import { rankCorrelation } from '#lib/core/composite/correlation.ts';
import { normaliseTable, type Scale } from '#lib/core/composite/normalise.ts';
import { ranking } from '#lib/core/composite/rank.ts';
import { changeOfRanks, removalEffects } from '#lib/core/composite/removal.ts';
import { sobol } from '#lib/core/composite/sobol.ts';
import { JRC_TREATMENT, treat } from '#lib/core/composite/treat.ts';
import { childrenOf, effectiveWeights, withoutNode, type TreeNode } from '#lib/core/composite/tree.ts';
import { quantile } from '#lib/core/statistics/quantile.ts';
import { createRandom } from '#lib/core/statistics/random.ts';

/** A composite that COINr computed, see oracles/README.md. Figures are held to a relative 1e-9, as it states. */
const TOLERANCE = 1e-9;

interface Asem {
	readonly units: readonly string[];
	readonly indicators: readonly { readonly id: string; readonly direction: 'higher' | 'lower' }[];
	readonly tree: TreeNode;
	readonly complete: Readonly<Record<string, readonly number[]>>;
	readonly filledIn: Readonly<Record<string, readonly number[]>>;
	readonly treatment: readonly {
		readonly id: string;
		readonly skewness: number;
		readonly kurtosis: number;
		readonly winsorised: number | null;
		readonly skewnessAfter: number | null;
		readonly kurtosisAfter: number | null;
	}[];
	readonly treated: Readonly<Record<string, readonly number[]>>;
	readonly normalised: Readonly<Record<string, readonly number[]>>;
	readonly aggregated: Readonly<Record<string, readonly number[]>>;
	readonly ranks: Readonly<Record<string, readonly number[]>>;
}
interface Variants {
	readonly variants: Readonly<
		Record<
			string,
			{
				readonly index: readonly (number | null)[];
				readonly rank: readonly (number | null)[];
				readonly spearman: number;
				readonly meanShift: number;
				readonly largestShift: number;
			}
		>
	>;
	readonly noisyWeights: readonly {
		readonly weights: Readonly<Record<string, number>>;
		readonly index: readonly number[];
		readonly rank: readonly number[];
	}[];
	readonly removed: { readonly meanChange: Readonly<Record<string, number>>; readonly ranks: Readonly<Record<string, readonly number[]>> };
	readonly effectiveWeights: Readonly<Record<string, number>>;
}
interface Published {
	readonly ranks: readonly { readonly mean: number; readonly median: number; readonly q5: number; readonly q95: number }[];
	readonly sobol: readonly {
		readonly assumption: string;
		readonly firstInterval: readonly [number, number];
		readonly totalInterval: readonly [number, number];
	}[];
}
const read = (file: string): unknown => JSON.parse(readFileSync(`tests/oracles/${file}`, 'utf8'));
const asem = read('asem.json') as Asem;
const variants = read('asem-variants.json') as Variants;
const published = read('asem-published-uncertainty.json') as Published;

const complete: IndicatorColumn[] = asem.indicators.map(({ id, direction }) => ({
	id,
	direction,
	values: Float64Array.from(asem.complete[id]!)
}));
const withGaps = complete.map((column) => ({
	...column,
	values: column.values.map((value, place) => (asem.filledIn[column.id]?.includes(place) ? NaN : value))
}));
/** The same indicators, their outliers treated with at most so many values winsorised. */
const treatedWith = (winsorised: number): IndicatorColumn[] =>
	complete.map((column) => ({ ...column, values: treat(column.values, { ...JRC_TREATMENT, winsorised }).values }));
const treated = treatedWith(5);

const PERCENT: Scale = { kind: 'range', lo: 0, hi: 100 };
const ABOVE_ZERO: Scale = { kind: 'range', lo: 1, hi: 100 };
const ARITHMETIC: AggregationRule = { exponents: [1], minimumShare: 0 };
const indexOf = (columns: ColumnsById, rule = ARITHMETIC, tree = asem.tree): Float64Array =>
	aggregateTree(tree, columns, rule).get('Index')!;
const scaled = (indicators: readonly IndicatorColumn[], scale: Scale): ColumnsById => normaliseTable(indicators, scale).columns;

const close = (given: ArrayLike<number>, wanted: readonly (number | null)[]): void => {
	expect(given.length).toBe(wanted.length);
	const far = wanted.flatMap((value, i) => {
		const found = given[i]!;
		if (value === null) return Number.isNaN(found) ? [] : [[i, value, found]];
		return Math.abs(found - value) <= TOLERANCE * Math.max(1e-3, Math.abs(value)) ? [] : [[i, value, found]];
	});
	expect(far).toEqual([]);
};
const sameRanks = (scores: Float64Array, wanted: readonly (number | null)[]): void =>
	expect([...ranking(scores).rank]).toEqual(wanted.map((rank) => rank ?? 0));

describe('the ASEM index of COINr', () => {
	test('has its outliers found, and treated as COINr does', () => {
		for (const { id, skewness, kurtosis, winsorised, skewnessAfter, kurtosisAfter } of asem.treatment) {
			const { values, before, after, treatment } = treat(Float64Array.from(asem.complete[id]!), JRC_TREATMENT);
			close([before!.skewness, before!.kurtosis], [skewness, kurtosis]);
			expect(treatment.kind, id).toBe(winsorised === null ? 'none' : 'winsorised');
			if (treatment.kind === 'winsorised') expect(treatment.places, id).toHaveLength(winsorised!);
			if (skewnessAfter !== null) close([after!.skewness, after!.kurtosis], [skewnessAfter, kurtosisAfter]);
			close(values, asem.treated[id] ?? asem.complete[id]!);
		}
	});

	test('has the same normalised values', () => {
		const { columns, dropped } = normaliseTable(treated, PERCENT);
		expect(dropped).toEqual([]);
		for (const [id, values] of Object.entries(asem.normalised)) close(columns[id]!, values);
	});

	test('has the same aggregates and ranks at every level', () => {
		const found = aggregateTree(asem.tree, scaled(treated, PERCENT), ARITHMETIC);
		for (const [id, values] of Object.entries(asem.aggregated)) {
			close(found.get(id)!, values);
			sameRanks(found.get(id)!, asem.ranks[id]!);
		}
	});

	test('has the same effective weights', () => {
		const weights = effectiveWeights(asem.tree);
		for (const [id, weight] of Object.entries(variants.effectiveWeights)) close([weights.get(id)!], [weight]);
	});
});

/** Columns of the pillars, with what each weighs in the index. */
const weighed = (ids: readonly string[]): Float64Array => {
	const found = aggregateTree(asem.tree, scaled(treated, PERCENT), ARITHMETIC);
	const weights = effectiveWeights(asem.tree);
	return copeland(
		ids.map((id) => found.get(id)!),
		ids.map((id) => weights.get(id)!)
	);
};
const halves = childrenOf(asem.tree);
const pillars = halves.flatMap((half) => childrenOf(half).map(({ id }) => id));
const reweighed = (node: TreeNode, weights: Readonly<Record<string, number>>): TreeNode => ({
	...node,
	weight: weights[node.id] ?? node.weight,
	...(node.children && { children: node.children.map((child) => reweighed(child, weights)) })
});

/**
 * COINr ranked TolMin (lower is better) of Greece and Japan below that of the countries with the same printed value: its data
 * differ in the sixteenth digit and the oracle prints fifteen. The lost digit is given back; nothing else depends on it.
 */
const withLastDigit = treated.map((column) =>
	column.id === 'TolMin'
		? {
				...column,
				values: column.values.map((value, place) => (['GRC', 'JPN'].includes(asem.units[place]!) ? value * (1 + Number.EPSILON) : value))
			}
		: column
);

const BY_NAME: Readonly<Record<string, () => Float64Array>> = {
	base: () => indexOf(scaled(treated, PERCENT)),
	minmax1_100_gmean_all_levels: () => indexOf(scaled(treated, ABOVE_ZERO), { ...ARITHMETIC, exponents: [0] }),
	minmax1_100_amean_then_gmean: () => indexOf(scaled(treated, ABOVE_ZERO), { ...ARITHMETIC, exponents: [1, 0] }),
	minmax1_100_hmean: () => indexOf(scaled(treated, ABOVE_ZERO), { ...ARITHMETIC, exponents: [-1] }),
	zscore_amean: () => indexOf(scaled(treated, { kind: 'z-score', mean: 0, deviation: 1 })),
	prank_amean: () => indexOf(scaled(withLastDigit, { kind: 'percentile-rank' })),
	no_outlier_treatment: () => indexOf(scaled(complete, PERCENT)),
	no_impute_available_case: () => indexOf(scaled(withGaps, PERCENT)),
	'no_impute_dat_thresh_0.8': () => indexOf(scaled(withGaps, PERCENT), { ...ARITHMETIC, minimumShare: 0.8 }),
	copeland_top_level: () => weighed(halves.map(({ id }) => id)),
	copeland_pillars: () => weighed(pillars),
	conn_weight_2: () => indexOf(scaled(treated, PERCENT), ARITHMETIC, reweighed(asem.tree, { Conn: 2 }))
};

describe('under another choice', () => {
	test('every variant COINr computed is computed here', () => {
		expect(Object.keys(BY_NAME)).toEqual(Object.keys(variants.variants));
	});

	test.each(Object.entries(variants.variants))('%s, it has the same values and ranks', (name, { index, rank, spearman, ...shift }) => {
		const scores = BY_NAME[name]!();
		close(scores, index);
		sameRanks(scores, rank);
		const ranks = (column: Float64Array): Float64Array => Float64Array.from(ranking(column).rank, (place) => place || NaN);
		const base = BY_NAME.base!();
		close([rankCorrelation(ranks(scores), ranks(base))!], [spearman]);
		const { meanChange, largestChange } = changeOfRanks(ranking(scores).rank, ranking(base).rank);
		close([meanChange!], [shift.meanShift]);
		expect(largestChange).toBe(shift.largestShift);
	});

	test('of weights, all twenty sets give the same index and ranks', () => {
		for (const { weights, index, rank } of variants.noisyWeights) {
			const scores = indexOf(scaled(treated, PERCENT), ARITHMETIC, reweighed(asem.tree, weights));
			close(scores, index);
			sameRanks(scores, rank);
		}
	});

	test('without each pillar, ranks change as much', () => {
		const effects = removalEffects(asem.tree, scaled(treated, PERCENT), ARITHMETIC, pillars);
		for (const { id, rank, meanChange } of effects) {
			close([meanChange!], [variants.removed.meanChange[id]!]);
			expect([...rank]).toEqual(variants.removed.ranks[id]);
		}
	});
});

/** The published specification: how many values are winsorised, which scale, weights ± 25 % above the indicators, which mean. */
const winsorised = [1, 2, 3, 4, 5].map(treatedWith);
const scales: readonly Scale[] = [ABOVE_ZERO, { kind: 'z-score', mean: 10, deviation: 2 }];
const tables = winsorised.map((columns) => scales.map((scale) => scaled(columns, scale)));
const means: readonly AggregationRule[] = [ARITHMETIC, { ...ARITHMETIC, exponents: [0] }];
const upper = [...halves.map(({ id }) => id), ...pillars];
const random = createRandom(1);
const trees = Array.from({ length: 100 }, () =>
	reweighed(asem.tree, Object.fromEntries(upper.map((id) => [id, random.between(0.75, 1.25)])))
);
/** Ranks under assumptions drawn as numbers in [0, 1). */
const drawnRanks = (u: ArrayLike<number>): Uint16Array => {
	const pick = <T>(list: readonly T[], k: number): T => list[Math.floor(u[k]! * list.length)]!;
	return ranking(indexOf(pick(pick(tables, 0), 1), pick(means, 3), pick(trees, 2))).rank;
};

describe('under uncertainty, drawn by our generator and compared with the hundred draws COINr publishes', () => {
	test('mean ranks correlate above 0.99 and interval ends lie within 2 ranks for nine countries in ten', () => {
		const draws = Array.from({ length: 500 }, () => drawnRanks([random.uniform(), random.uniform(), random.uniform(), random.uniform()]));
		const ofPlace = (place: number): number[] => draws.map((ranks) => ranks[place]!);
		const meanRank = Float64Array.from(asem.units, (_, place) => ofPlace(place).reduce((sum, rank) => sum + rank, 0) / draws.length);
		expect(
			rankCorrelation(
				meanRank,
				Float64Array.from(published.ranks, ({ mean }) => mean)
			)
		).toBeGreaterThan(0.99);
		const near = published.ranks.filter(
			({ q5, q95 }, place) => Math.abs(quantile(ofPlace(place), 0.05)! - q5) <= 2 && Math.abs(quantile(ofPlace(place), 0.95)! - q95) <= 2
		);
		expect(near.length / published.ranks.length).toBeGreaterThanOrEqual(0.9);
	});

	test('what drives the ranks is the same: every Sobol index lies in its published bootstrap interval (5–95 %), give or take 0.05', () => {
		const { rank: nominal } = ranking(indexOf(scaled(treated, PERCENT)));
		const { first, total } = sobol({
			inputs: 4,
			outputs: 1,
			samples: 300,
			seed: 2,
			evaluate: (u, out) => void (out[0] = changeOfRanks(nominal, drawnRanks(u)).meanChange!)
		});
		// Three hundred rows of ours have an error of their own, about a twentieth.
		const error = 0.05;
		published.sobol.forEach(({ assumption, firstInterval, totalInterval }, k) => {
			for (const [index, [lo, hi]] of [
				[first[k]!, firstInterval],
				[total[k]!, totalInterval]
			] as const) {
				expect(index, assumption).toBeGreaterThan(lo - error);
				expect(index, assumption).toBeLessThan(hi + error);
			}
		});
	});
});

test('P16 is reported, not wanted: how far noise moves ranks beside a real indicator of the same weight', () => {
	const columns = scaled(treated, PERCENT);
	const placebo = createRandom(16);
	const shifts = asem.indicators.map(({ id }) => {
		const without = ranking(indexOf(columns, ARITHMETIC, withoutNode(asem.tree, id)!)).rank;
		const movedBy = (column: Float64Array): number =>
			changeOfRanks(without, ranking(indexOf({ ...columns, [id]: column })).rank).meanChange!;
		// A placebo is the same values dealt out at random: its spread is that of the real one.
		const dealt = (): Float64Array => {
			const order = columns[id]!.map(() => placebo.uniform());
			return Float64Array.from(
				Array.from(order.keys()).sort((a, b) => order[a]! - order[b]!),
				(place) => columns[id]![place]!
			);
		};
		return { real: movedBy(columns[id]!), noise: [1, 2, 3, 4, 5].reduce((sum) => sum + movedBy(dealt()), 0) / 5 };
	});
	const average = (of: 'real' | 'noise'): number => shifts.reduce((sum, shift) => sum + shift[of], 0) / shifts.length;
	console.info(`P16 mean change of rank: noise ${average('noise').toFixed(2)}, real indicator ${average('real').toFixed(2)}`);
	expect(average('real')).toBeGreaterThan(0);
	expect(average('noise')).toBeGreaterThan(0);
});
