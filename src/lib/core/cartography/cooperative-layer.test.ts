import { describe, expect, test } from 'vitest';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Stock } from '#lib/core/cooperative/stock.ts';
import { cooperativeLayer, type CooperativeFacts } from './cooperative-layer.ts';
import { styledLegend } from './legend.ts';
import { sceneOfCooperatives } from './scenes.ts';
import { LARGEST_RADIUS, radiiOf, sampleValues } from './symbols.ts';

const stock = (territory: string, count: number, asOf: string | null): Stock => ({
	territory,
	branch: 'all',
	asOf,
	count,
	members: null,
	womenMembers: null,
	measure: 'stock',
	source: { title: 'A', url: null },
	note: null
});
const named = (id: string, position: [number, number] | null): Cooperative => ({
	id,
	name: { ar: id, fr: id, en: id },
	branch: null,
	activity: null,
	commune: null,
	province: 'T1',
	region: 'R',
	position,
	year: null,
	members: null,
	womenOnly: null,
	source: { title: 'A', url: null }
});
const texts = {
	labelAt: (code: string) => (code === 'T9' ? null : ([-5, 33] as const)),
	ofStock: ({ territory }: Stock) => territory,
	ofNamed: ({ id }: Cooperative) => id
};
const facts: CooperativeFacts = {
	level: 'province',
	territories: 5,
	stocks: [stock('T1', 400, '2022'), stock('T2', 100, '2014-03-31'), stock('T9', 25, null)],
	named: [named('a', [-5, 33]), named('b', [-5, 33]), named('c', null)],
	releaseYear: 2026
};
const layer = cooperativeLayer(facts, texts);

describe('the symbols of the cooperatives', () => {
	test('are circles whose area is the count, hollow when the figure is old or undated', () => {
		const counts = layer.symbols.filter(({ kind }) => kind === 'count');
		expect(counts.map(({ territory, value, hollow }) => [territory, value, hollow])).toEqual([
			['T1', 400, false],
			['T2', 100, true]
		]);
		const radii = radiiOf(counts);
		expect(radii[1]! ** 2 / radii[0]! ** 2).toBeCloseTo(0.25, 12);
	});

	test('are explained line by line: who has a count and who has none add up to the level', () => {
		expect(layer.legend.lines).toEqual([
			{ meaning: { kind: 'published', from: 2014, to: 2022, undated: 1 }, mark: 'disc', count: 3, of: 5 },
			{ meaning: { kind: 'old' }, mark: 'ring', count: 2, of: 3 },
			{ meaning: { kind: 'unpublished' }, mark: 'none', count: 2, of: 5 },
			{ meaning: { kind: 'named' }, mark: 'point', count: 2, of: 3 }
		]);
	});

	test('have sample circles as large as the map draws that number', () => {
		const { sizes } = layer.legend;
		expect(sizes.map(({ value }) => value)).toEqual([400, 100, 20]);
		expect(layer.legend.largest).toBe(400);
		expect(sizes[0]!.radius).toBe(LARGEST_RADIUS);
		for (const { value, radius } of sizes) expect(radius).toBe(radiiOf([...layer.symbols, { ...layer.symbols.at(-1)!, value }]).at(-1));
	});

	test('have no circle at a level nobody counts, and say so', () => {
		const { symbols, legend } = cooperativeLayer({ ...facts, stocks: [] }, texts);
		expect(symbols.map(({ kind, value }) => [kind, value])).toEqual([['point', 2]]);
		expect(legend.sizes).toEqual([]);
		expect(legend.lines.map(({ meaning, count }) => [meaning.kind, count])).toEqual([
			['unpublished', 5],
			['named', 2]
		]);
	});

	test('are marked as hexagons where the map draws hexagons', () => {
		expect(styledLegend(layer.legend, 'hexagons').lines.map(({ mark }) => mark)).toEqual(['disc', 'ring', 'none', 'hexagon']);
		expect(styledLegend(layer.legend, 'symbols')).toBe(layer.legend);
	});

	test('reach the scene as the same array, so that a map sees that nothing changed', () => {
		const scene = () => sceneOfCooperatives('province', ['T1'], 'cooperator_share', [2], layer);
		expect(scene().symbols).toBe(layer.symbols);
		expect(scene().legend.symbols).toBe(layer.legend);
		expect(sceneOfCooperatives('province', ['T1'], 'cooperator_share', [2]).legend.symbols).toBeNull();
	});
});

test('sample values are round, at most three, and never above the largest', () => {
	expect(sampleValues(4772)).toEqual([4000, 1000, 200]);
	expect(sampleValues(908)).toEqual([900, 200, 50]);
	expect(sampleValues(7)).toEqual([7, 1]);
	expect(sampleValues(1)).toEqual([1]);
	expect(sampleValues(0)).toEqual([]);
});
