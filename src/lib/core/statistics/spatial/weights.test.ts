import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceKm } from '#lib/core/geo/distance.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import { adjacencyWeights } from './adjacency-weights.ts';
import { distanceBandWeights, inverseDistanceWeights, nearestWeights } from './distance-weights.ts';
import { lagsOf, neighbourCount, weightsAmong, weightsOf, type SpatialWeights } from './weights.ts';

const row = ({ starts, targets, weights }: SpatialWeights, i: number) =>
	Array.from({ length: starts[i + 1]! - starts[i]! }, (_, at) => [targets[starts[i]! + at], weights[starts[i]! + at]]);

describe('weights of adjacency', () => {
	const adjacency = { A: ['B', 'C'], B: ['A'], C: ['A'], D: [], E: ['A'] };

	test('count each neighbour once, or make each row add up to 1', () => {
		expect(row(adjacencyWeights(['C', 'A', 'B'], adjacency, 'raw'), 1)).toEqual([[0, 1], [2, 1]]); // prettier-ignore
		expect(row(adjacencyWeights(['C', 'A', 'B'], adjacency, 'row'), 1)).toEqual([[0, 0.5], [2, 0.5]]); // prettier-ignore
	});

	test('list islands: those without a neighbour among the codes, and those nobody knows', () => {
		expect(adjacencyWeights(['A', 'B', 'D', 'Z'], adjacency, 'row').islands).toEqual([2, 3]);
	});

	test('among some territories are scaled anew', () => {
		const among = weightsAmong(adjacencyWeights(['A', 'B', 'C', 'D'], adjacency, 'row'), [0, 1, 3]);
		expect(row(among, 0)).toEqual([[1, 1]]);
		expect(among.islands).toEqual([2]);
	});
});

test('impossible neighbours are refused with a sentence', () => {
	expect(() => weightsOf([[[0, 1]], []], 'raw')).toThrow('its own neighbour');
	expect(() => weightsOf([[[2, 1]], []], 'raw')).toThrow('neighbour 2 of 2');
	expect(() => weightsOf([[[1, 1], [1, 1]], []], 'raw')).toThrow('twice'); // prettier-ignore
	expect(() => weightsOf([[[1, 0]], []], 'raw')).toThrow('is 0');
	expect(() => nearestWeights([], 0, 'row')).toThrow('not 0');
	expect(() => inverseDistanceWeights([], { cutKm: 5, power: 1, leastKm: 0 }, 'row')).toThrow('leastKm');
});

test('a lag is the weighted sum of the neighbours, 0 for an island', () => {
	expect([...lagsOf(weightsOf([[[1, 2], [2, 1]], [[0, 1]], []], 'raw'), [10, 20, 30])]).toEqual([70, 10, 0]); // prettier-ignore
});

const position: fc.Arbitrary<Position> = fc.tuple(
	fc.double({ min: -17, max: -1, noNaN: true }),
	fc.double({ min: 21, max: 36, noNaN: true })
);
const points = fc.array(fc.oneof({ weight: 6, arbitrary: position }, { weight: 1, arbitrary: fc.constant(null) }), { maxLength: 25 });

/** The others of a point by distance, then by place in the list: what a search over all of them finds. */
const allByDistance = (all: readonly (Position | null)[], i: number) =>
	all
		.flatMap((point, index) => (point && all[i] && index !== i ? [{ index, km: distanceKm(all[i], point) }] : []))
		.sort((a, b) => a.km - b.km || a.index - b.index);

describe('weights of points', () => {
	test('take the nearest, as a search over all of them finds them', () => {
		fc.assert(
			fc.property(points, fc.integer({ min: 1, max: 6 }), (all, count) => {
				const found = nearestWeights(all, count, 'raw');
				all.forEach((_, i) => {
					const nearest = allByDistance(all, i)
						.slice(0, count)
						.map(({ index }) => index);
					expect(row(found, i).map(([target]) => target)).toEqual(nearest.sort((a, b) => a - b));
				});
			})
		);
	});

	test('take all within a distance; the weight of the inverse distance falls with its power, never above that of leastKm', () => {
		fc.assert(
			fc.property(points, fc.double({ min: 1, max: 900, noNaN: true }), (all, km) => {
				const band = distanceBandWeights(all, km, 'raw');
				const inverse = inverseDistanceWeights(all, { cutKm: km, power: 2, leastKm: 1 }, 'raw');
				all.forEach((_, i) => {
					const near = allByDistance(all, i).filter((one) => one.km <= km);
					expect(row(band, i)).toEqual(near.map(({ index }) => [index, 1]).sort((a, b) => a[0]! - b[0]!));
					for (const [target, weight] of row(inverse, i)) {
						expect(weight).toBeCloseTo(1 / Math.max(1, near.find(({ index }) => index === target)!.km) ** 2, 12);
					}
				});
			})
		);
	});

	test('two places at one point are neighbours of bounded weight, and a place without a point is an island', () => {
		const at: Position = [-5.5, 33.7];
		const found = inverseDistanceWeights([at, at, null], { cutKm: 10, power: 1, leastKm: 0.5 }, 'raw');
		expect(row(found, 0)).toEqual([[1, 2]]);
		expect(found.islands).toEqual([2]);
		expect(neighbourCount(found, 1)).toBe(1);
	});
});
