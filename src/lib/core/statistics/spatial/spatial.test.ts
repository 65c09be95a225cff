import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionalP, drawMoments, smallestP } from './conditional-permutation.ts';
import { globalGeary } from './geary.ts';
import { globalG } from './global-g.ts';
import type { GlobalStatistic } from './global-statistic.ts';
import { localG } from './local-g.ts';
import { localMoran, QUADRANTS } from './local-moran.ts';
import { globalMoran } from './moran.ts';
import type { SpatialOutcome } from './outcome.ts';
import { deviationsOf } from './participants.ts';
import { weightsAmong, weightsOf, type Neighbour, type SpatialWeights, type WeightStyle } from './weights.ts';

function answered<T>(outcome: SpatialOutcome<T>): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** A grid of squares where those with a common side are neighbours. */
function grid(rows: number, columns: number, style: WeightStyle = 'row'): SpatialWeights {
	const at = (r: number, c: number): Neighbour[] => (r < 0 || c < 0 || r >= rows || c >= columns ? [] : [[r * columns + c, 1]]);
	return weightsOf(
		Array.from({ length: rows * columns }, (_, i) => {
			const [r, c] = [Math.floor(i / columns), i % columns];
			return [...at(r - 1, c), ...at(r + 1, c), ...at(r, c - 1), ...at(r, c + 1)];
		}),
		style
	);
}

const SIZE = 36;
const value = fc.double({ min: -100, max: 100, noNaN: true });
const values = fc.array(value, { minLength: SIZE, maxLength: SIZE }).filter((all) => Math.max(...all) - Math.min(...all) > 1);
const gappy = fc
	.array(fc.oneof({ weight: 20, arbitrary: value }, { weight: 1, arbitrary: fc.constant(NaN) }), { minLength: 60, maxLength: 60 })
	.filter((all) => all.filter((one) => !Number.isNaN(one)).length > 50 && new Set(all).size > 10);
const asRow = grid(6, 6);

describe('P25: Moran’s I', () => {
	test('is the same for a·y + b with a above 0, and for its local parts too', () => {
		fc.assert(
			fc.property(values, fc.double({ min: 0.1, max: 10, noNaN: true }), value, (y, a, b) => {
				const moved = y.map((one) => a * one + b);
				expect(answered(globalMoran(moved, asRow)).statistic).toBeCloseTo(answered(globalMoran(y, asRow)).statistic, 8);
				const [before, after] = [answered(localMoran(y, asRow)), answered(localMoran(moved, asRow))];
				before.statistic.forEach((one, i) => expect(after.statistic[i]).toBeCloseTo(one, 8));
			})
		);
	});

	test('does not depend on the order of the territories', () => {
		fc.assert(
			fc.property(values, fc.shuffledSubarray([...Array(SIZE).keys()], { minLength: SIZE }), (y, order) => {
				const shuffled = order.map((index) => y[index]!);
				const place = new Map(order.map((index, at) => [index, at]));
				const relabelled = weightsOf(
					order.map((index) =>
						[...asRow.targets.subarray(asRow.starts[index]!, asRow.starts[index + 1]!)].map((target) => [place.get(target)!, 1] as const)
					),
					'row'
				);
				expect(answered(globalMoran(shuffled, relabelled)).statistic).toBeCloseTo(answered(globalMoran(y, asRow)).statistic, 9);
			})
		);
	});

	test('times n is the sum of the local ones when rows add up to 1, gaps and islands left out', () => {
		fc.assert(
			fc.property(gappy, (y) => {
				const among = grid(6, 10);
				const { statistic, participants } = answered(localMoran(y, among));
				const total = sum(statistic.filter((one) => !Number.isNaN(one)));
				expect(total).toBeCloseTo(participants * answered(globalMoran(y, among)).statistic, 8);
			})
		);
	});

	test('of a map with islands and gaps is that of the map without them: they have no statistic and no part in the mean', () => {
		fc.assert(
			fc.property(gappy, (y) => {
				const among = grid(6, 10);
				const local = answered(localMoran(y, among));
				const kept = [...y.keys()].filter((i) => !Number.isNaN(local.statistic[i]!));
				const alone = answered(
					localMoran(
						kept.map((i) => y[i]!),
						weightsAmong(among, kept)
					)
				);
				kept.forEach((i, at) => expect(alone.statistic[at]).toBeCloseTo(local.statistic[i]!, 9));
				for (const i of y.keys()) expect(local.quadrant[i] === 0).toBe(!kept.includes(i));
			})
		);
		const lists = [...Array(40).keys()].map((i) => (i === 39 ? [] : [[i === 38 ? 37 : i + 1, 1] as const]));
		const { statistic, participants } = answered(
			localMoran(
				lists.map((_, i) => (i * 7) % 11),
				weightsOf(lists, 'row')
			)
		);
		expect(statistic[39]).toBeNaN();
		expect(participants).toBe(39);
	});
});

describe('the moments under randomisation', () => {
	/** Every order of six values: what «dealt out at random» means, without a formula. */
	const orders = (items: readonly number[]): number[][] =>
		items.length === 0 ? [[]] : items.flatMap((item, i) => orders(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
	const y = [2, 3, 3.2, 5, 8, 7.5];
	const dealt = orders(y);
	const lopsided = weightsOf(
		[[1, 3], [0, 3, 4], [4], [0, 1], [1, 2, 3, 5], [4, 0]].map((list) => list.map((target) => [target, 1 + target / 3] as const)),
		'raw'
	); // prettier-ignore

	test.each([
		['Moran’s I', globalMoran],
		['Geary’s C', globalGeary],
		['the general G', globalG]
	])('of %s are the mean and the variance over all 720 orders of six values', (_, statisticOf) => {
		for (const weights of [grid(2, 3, 'raw'), grid(2, 3), lopsided]) {
			const { expected, randomisation } = answered(statisticOf(y, weights));
			const all = dealt.map((order) => answered(statisticOf(order, weights)).statistic);
			const mean = sum(all) / all.length;
			expect(mean).toBeCloseTo(expected, 10);
			expect(sum(all.map((one) => (one - mean) ** 2)) / all.length).toBeCloseTo(randomisation.variance, 10);
		}
	});

	test('of a local sum are those over all draws of the neighbours from the others, a territory keeping its value', () => {
		const { z, m2 } = deviationsOf(Float64Array.from(y));
		for (let i = 0; i < y.length; i++) {
			const sums = orders([0, 1, 2, 3, 4, 5].filter((j) => j !== i)).map((order) => {
				let total = 0;
				for (let e = lopsided.starts[i]!, at = 0; e < lopsided.starts[i + 1]!; e++, at++) total += lopsided.weights[e]! * z[order[at]!]!;
				return total;
			});
			const mean = sum(sums) / sums.length;
			const moments = drawMoments(z, m2, lopsided, i);
			expect(moments.mean).toBeCloseTo(mean, 10);
			expect(moments.variance).toBeCloseTo(sum(sums.map((one) => (one - mean) ** 2)) / sums.length, 10);
			const far = sums.filter((one) => Math.abs(one - mean) >= Math.abs(lagAt(z, i) - mean) - 1e-12).length / sums.length;
			expect(Math.abs(conditionalP(z, lopsided, { permutations: 20_000, seed: 5 })[i]! - far)).toBeLessThan(0.015);
		}
		function lagAt(z: Float64Array, i: number): number {
			let total = 0;
			for (let e = lopsided.starts[i]!; e < lopsided.starts[i + 1]!; e++) total += lopsided.weights[e]! * z[lopsided.targets[e]!]!;
			return total;
		}
	});

	test('leave no room on a complete graph, and then there is no z', () => {
		const complete = weightsOf(
			[...y.keys()].map((i) => [...y.keys()].filter((j) => j !== i).map((j) => [j, 1] as const)),
			'row'
		);
		expect(answered(globalMoran(y, complete)).randomisation).toMatchObject({ z: null, p: null });
		for (const kind of ['G', 'G*'] as const) for (const z of answered(localG(y, complete, kind, { fewest: 6 })).z) expect(z).toBeNaN();
	});
});

describe('P26: a permutation p', () => {
	test('lies in [1/(R+1), 1] and is the same for the same seed', () => {
		fc.assert(
			fc.property(values, fc.integer({ min: 1, max: 99 }), fc.integer(), (y, permutations, seed) => {
				const run = () => answered(localMoran(y, asRow, { permuting: { permutations, seed } })).p;
				const first = run();
				expect(run()).toEqual(first);
				const whole = (): GlobalStatistic => answered(globalMoran(y, asRow, { permutations, seed }));
				expect(whole()).toEqual(whole());
				for (const p of [...first, whole().permutedP!]) {
					expect(p).toBeGreaterThanOrEqual(1 / (permutations + 1));
					expect(p).toBeLessThanOrEqual(1);
				}
			}),
			{ numRuns: 30 }
		);
	});

	test('is the same for local Moran, G and G*, which move and scale one sum', () => {
		fc.assert(
			fc.property(values, fc.integer(), (y, seed) => {
				const permuting = { permutations: 199, seed };
				const { p } = answered(localMoran(y, asRow, { permuting }));
				for (const kind of ['G', 'G*'] as const) expect(answered(localG(y, asRow, kind, { permuting })).p).toEqual(p);
			}),
			{ numRuns: 20 }
		);
	});

	test('of a constant column does not exist, and the reason is told; the same for a column of which nothing is known', () => {
		for (const y of [
			Array<number>(SIZE).fill(7),
			Array<number>(SIZE)
				.fill(0.1 + 0.2)
				.fill(0.3, 5)
		]) {
			expect(globalMoran(y, asRow)).toEqual({ ok: false, reason: 'constant', participants: SIZE });
			expect(globalGeary(y, asRow)).toMatchObject({ reason: 'constant' });
			expect(globalG(y, asRow)).toMatchObject({ reason: 'constant' });
			expect(localMoran(y, asRow)).toMatchObject({ reason: 'constant' });
			expect(localG(y, asRow, 'G*')).toMatchObject({ reason: 'constant' });
		}
		const unknown = Array<number>(SIZE).fill(NaN);
		expect(globalMoran(unknown, asRow)).toEqual({ ok: false, reason: 'nothing-known', participants: 0 });
		expect(localG(unknown, asRow, 'G*')).toMatchObject({ reason: 'nothing-known' });
	});

	test('cannot be below 1/165 for one of twelve regions with three neighbours', () => {
		expect(smallestP(12, 3)).toBeCloseTo(1 / 165, 15);
		expect(smallestP(75, 4)).toBeLessThan(1e-6);
	});
});

describe('P27: local statistics', () => {
	test('are refused for twelve regions, and for more places of which fewer than thirty have a figure and a neighbour', () => {
		fc.assert(
			fc.property(fc.array(value, { minLength: 12, maxLength: 12 }), (y) => {
				for (const outcome of [localMoran(y, grid(3, 4)), localG(y, grid(3, 4), 'G'), localG(y, grid(3, 4), 'G*')]) {
					expect(outcome).toEqual({ ok: false, reason: 'too-few-territories', participants: 12 });
				}
			})
		);
		const half = Array.from({ length: SIZE }, (_, i) => (i < 20 ? i : NaN));
		expect(localMoran(half, asRow)).toEqual({ ok: false, reason: 'too-few-territories', participants: 20 });
	});
});

describe('local Moran', () => {
	const y = Array.from({ length: SIZE }, (_, i) => (i % 6 < 2 ? 10 : 1) + (i % 5) / 100);
	y[0] = 0;
	const { quadrant, p, z } = answered(localMoran(y, asRow, { permuting: { permutations: 999, seed: 1 } }));

	test('names a territory by itself, then by its neighbours', () => {
		expect(QUADRANTS[quadrant[6 * 3]!]).toBe('high-high');
		expect(QUADRANTS[quadrant[6 * 3 + 5]!]).toBe('low-low');
		expect(QUADRANTS[quadrant[0]!]).toBe('low-high');
	});
	test('finds a z above 0 where a territory is like its neighbours, below where it is not, and a small p for the middle of a block', () => {
		expect(z[6 * 3]).toBeGreaterThan(1);
		expect(z[0]).toBeLessThan(-1);
		expect(p[6 * 3]).toBeLessThan(0.05);
	});
	test('without permutations has no p', () => {
		for (const one of answered(localMoran(y, asRow)).p) expect(one).toBeNaN();
	});
});

test('the general G refuses a negative value, of which a product says nothing', () => {
	expect(globalG([-1, ...Array(SIZE - 1).keys()], asRow)).toEqual({ ok: false, reason: 'negative-value', participants: SIZE });
});

test('values for another number of territories are refused with a sentence', () => {
	expect(() => globalMoran([1, 2, 3], asRow)).toThrow('3 values for 36 territories');
});
