import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { aggregateTree, type AggregationRule } from './aggregate.ts';
import { ranking } from './rank.ts';
import { changeOfRanks, removalEffects } from './removal.ts';
import { effectiveWeights, heightOf, withoutNode, type TreeNode } from './tree.ts';

const leaf = (id: string, weight = 1): TreeNode => ({ id, weight });
const TREE: TreeNode = {
	id: 'index',
	weight: 1,
	children: [
		{ id: 'people', weight: 3, children: [leaf('schooling'), leaf('health')] },
		{ id: 'roads', weight: 1, children: [leaf('paved')] }
	]
};
const columns = { schooling: Float64Array.of(2, 4, NaN), health: Float64Array.of(8, 4, 6), paved: Float64Array.of(16, NaN, NaN) };
const rule = (exponents: number[], minimumShare = 0): AggregationRule => ({ exponents, minimumShare });
const at = (id: string, by: AggregationRule): number[] => [...aggregateTree(TREE, columns, by).get(id)!];

describe('a tree of indicators', () => {
	it('is added up by hand: people = (2 + 8)/2, index = (3·5 + 16)/4', () => {
		expect(at('people', rule([1]))).toEqual([5, 4, 6]);
		expect(at('index', rule([1]))).toEqual([7.75, 4, 6]);
	});

	it('takes another mean at another height: geometric over arithmetic is (5³·16)^¼', () => {
		expect(at('people', rule([1, 0]))).toEqual([5, 4, 6]);
		expect(at('index', rule([1, 0]))[0]).toBeCloseTo(2000 ** 0.25, 12);
		expect(at('index', rule([0]))[0]).toBeCloseTo((4 ** 3 * 16) ** 0.25, 12);
		expect(at('people', rule([-1]))[0]).toBeCloseTo(2 / (1 / 2 + 1 / 8), 12);
	});

	it('is unknown where less than the minimum share of its weight is known', () => {
		expect(at('people', rule([1], 0.5))).toEqual([5, 4, 6]);
		expect(at('people', rule([1], 0.51))).toEqual([5, 4, NaN]);
		expect(at('roads', rule([1]))).toEqual([16, NaN, NaN]);
	});

	it('counts nothing of weight 0, known or not', () => {
		const tree = { id: 'x', weight: 1, children: [leaf('schooling', 0), leaf('health')] };
		expect([...aggregateTree(tree, columns, rule([1], 1)).get('x')!]).toEqual([8, 4, 6]);
	});

	it('refuses what has no answer, naming it', () => {
		const zero = { schooling: Float64Array.of(0), health: Float64Array.of(1), paved: Float64Array.of(1) };
		expect(() => aggregateTree(TREE, zero, rule([0]))).toThrow('got 0 in schooling');
		expect(aggregateTree(TREE, zero, rule([1])).get('index')![0]).toBeCloseTo(0.625, 12);
		expect(() => aggregateTree(leaf('souk'), columns, rule([1]))).toThrow('no column for souk');
		expect(() => effectiveWeights({ id: 'x', weight: 1, children: [leaf('a', -1)] })).toThrow('weight of a must be a number ≥ 0, got -1');
		expect(() => effectiveWeights({ id: 'x', weight: 1, children: [leaf('a', 0)] })).toThrow('at least one weight in x');
	});

	it('says what each part weighs in the whole', () => {
		expect(Object.fromEntries(effectiveWeights(TREE))).toEqual({
			index: 1,
			people: 0.75,
			schooling: 0.375,
			health: 0.375,
			roads: 0.25,
			paved: 0.25
		});
		expect(heightOf(TREE)).toBe(2);
	});

	it('loses a part, and the group that held nothing else', () => {
		expect(effectiveWeights(withoutNode(TREE, 'paved')!).has('roads')).toBe(false);
		expect(withoutNode(TREE, 'index')).toBeNull();
		expect(withoutNode(TREE, 'souk')).toEqual(TREE);
	});

	it('says how far ranks move without a part', () => {
		const table = { schooling: Float64Array.of(3, 2, 1), health: Float64Array.of(1, 2, 3), paved: Float64Array.of(1, 2, 9) };
		const [effect] = removalEffects(TREE, table, rule([1]), ['paved']);
		expect([...effect!.rank]).toEqual([1, 1, 1]); // people alone: 2, 2, 2
		expect(effect).toMatchObject({ meanChange: 1, largestChange: 2 }); // before: 3, 2, 1
		expect(changeOfRanks(Uint16Array.of(0, 1), Uint16Array.of(1, 0))).toEqual({ meanChange: null, largestChange: null });
	});
});

const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
const places = fc
	.integer({ min: 2, max: 6 })
	.chain((size) => fc.tuple(...[0, 1, 2].map(() => fc.array(positive, { minLength: size, maxLength: size }))));

test('P10 harmonic ≤ geometric ≤ arithmetic for the same values and weights', () => {
	fc.assert(
		fc.property(places, fc.array(positive, { minLength: 3, maxLength: 3 }), (table, weights) => {
			const ids = ['a', 'b', 'c'];
			const tree = { id: 'x', weight: 1, children: ids.map((id, k) => leaf(id, weights[k]!)) };
			const values = Object.fromEntries(ids.map((id, k) => [id, Float64Array.from(table[k]!)]));
			const [harmonic, geometric, arithmetic] = [-1, 0, 1].map((exponent) => aggregateTree(tree, values, rule([exponent])).get('x')!);
			arithmetic!.forEach((top, i) => {
				expect(harmonic![i]! - geometric![i]!).toBeLessThan(1e-9 * top);
				expect(geometric![i]! - top).toBeLessThan(1e-9 * top);
			});
		})
	);
});

test('P05 weights on any scale give the same aggregate', () => {
	fc.assert(
		fc.property(places, positive, (table, factor) => {
			const values = Object.fromEntries(table.map((column, k) => [String(k), Float64Array.from(column)]));
			const tree = (scale: number): TreeNode => ({
				id: 'x',
				weight: 1,
				children: [1, 2, 3].map((weight, k) => leaf(String(k), scale * weight))
			});
			const [plain, other] = [1, factor].map((scale) => aggregateTree(tree(scale), values, rule([0])).get('x')!);
			plain!.forEach((value, i) => expect(other![i]! / value).toBeCloseTo(1, 9));
			expect(ranking(plain!).rank).toHaveLength(table[0]!.length);
		})
	);
});
