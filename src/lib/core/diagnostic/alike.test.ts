import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	evenRow,
	SYNTHETIC_CHAINS,
	SYNTHETIC_INDICATORS,
	SYNTHETIC_METHOD,
	syntheticTable,
	type SyntheticRow
} from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { alikeLine, alikeOf } from './alike.ts';
import { EIGHT, RULES, syntheticInput } from './scenarios/synthetic.ts';

type Rows = Readonly<Record<string, SyntheticRow>>;
const alikeIn = (table: LevelTable, code: string) => alikeOf(createScorer(SYNTHETIC_METHOD, table, SYNTHETIC_CHAINS), code, RULES);
const alike = (rows: Rows, code: string) =>
	alikeIn(syntheticTable(rows), code).map(({ territory, distance }) => [territory.code, distance] as const);
const distanceOf = (rows: Rows, from: string, to: string): number => alike(rows, from).find(([code]) => code === to)![1];

/** Six places with any figures on the scales. */
const anyRows = fc
	.array(fc.tuple(...SYNTHETIC_INDICATORS.map(() => fc.integer({ min: 1, max: 100 }))), { minLength: 6, maxLength: 6 })
	.map((places): Rows => {
		const row = (figures: readonly number[]): SyntheticRow => ({
			values: Object.fromEntries(SYNTHETIC_INDICATORS.map((id, index) => [id, figures[index]!])),
			evidence: { crop: null, service: null }
		});
		return Object.fromEntries(places.map((figures, index) => ['ABCDEF'[index]!, row(figures)]));
	});

describe('look-alikes', () => {
	it('are the nearest five of the level, never the place itself, and three for a region', () => {
		// People within reach are nearer upwards than downwards: their scale is a logarithm.
		expect(alike(EIGHT, 'D').map(([code]) => code)).toEqual(['E', 'C', 'F', 'B', 'G']);
		expect(alikeIn({ ...syntheticTable(EIGHT), level: 'region' }, 'D')).toHaveLength(3);
	});

	it('are at distance 0 when every figure is the same, and ties stand by code', () => {
		const rows = { A: evenRow(50), C: evenRow(50), B: evenRow(50), D: evenRow(60) };
		expect(alike(rows, 'A').slice(0, 2)).toEqual([
			['B', 0],
			['C', 0]
		]);
	});

	it('are as far from a place as it is from them, never more than 1', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				for (const [code, distance] of alike(rows, 'A')) {
					expect(distance).toBeGreaterThanOrEqual(0);
					expect(distance).toBeLessThanOrEqual(1);
					expect(distanceOf(rows, code, 'A')).toBeCloseTo(distance, 12);
				}
			}),
			{ numRuns: 30 }
		);
	});

	it('do not depend on the order of the table', () => {
		fc.assert(
			fc.property(anyRows, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (rows, order) => {
				const table = syntheticTable(rows);
				const moved: LevelTable = {
					...table,
					territories: order.map((index) => table.territories[index]!),
					values: Object.fromEntries(
						Object.entries(table.values).map(([id, column]) => [id, Float64Array.from(order, (index) => column[index]!)])
					)
				};
				const told = (all: ReturnType<typeof alikeIn>) => all.map(({ territory, distance }) => [territory.code, distance]);
				expect(told(alikeIn(moved, 'A'))).toEqual(told(alikeIn(table, 'A')));
			}),
			{ numRuns: 30 }
		);
	});

	it('compare what both places have, and leave out a place that shares less than the coverage of the method', () => {
		const half = (x: number, known: number): SyntheticRow => {
			const { values, evidence } = evenRow(x);
			return {
				evidence,
				values: Object.fromEntries(Object.entries(values).map(([id, value], index) => [id, index < known ? value : null]))
			};
		};
		const rows = { A: evenRow(50), B: half(50, 6), C: half(50, 5), D: evenRow(90) };
		expect(alike(rows, 'A').map(([code]) => code)).toEqual(['B', 'D']);
		expect(distanceOf(rows, 'A', 'B')).toBe(0);
	});

	it('compare people within reach on the logarithm that their scale stands on', () => {
		const reach = (people: number): SyntheticRow => ({ ...evenRow(50), values: { ...evenRow(50).values, market_people: people } });
		const rows = { A: reach(1000), B: reach(2000), C: reach(900_000) };
		expect(alike(rows, 'A').map(([code]) => code)).toEqual(['B', 'C']);
		expect(distanceOf(rows, 'A', 'B')).toBeCloseTo(Math.log(2) / 14 / Math.sqrt(SYNTHETIC_INDICATORS.length), 12);
	});
});

describe('a look-alike as it is told', () => {
	const input = syntheticInput(
		'A',
		{},
		{
			...EIGHT,
			B: { ...evenRow(28), values: { ...evenRow(28).values, jobless: 20, schooling: 5 } }
		}
	);
	const nearest = alikeOf(input.scorer, 'A', RULES).find(({ territory }) => territory.code === 'B');
	const line = alikeLine(nearest!, 'A', input.figures, null, ['service'], RULES);

	it('says what both share: figures that a reader sees are close, with the cells of both', () => {
		expect(line.shared.length).toBeGreaterThan(0);
		for (const { indicator, here, there } of line.shared) {
			expect(Math.abs(here.value - there.value)).toBeLessThanOrEqual(RULES.traitGap * Math.max(here.value, there.value));
			expect([here.cell, there.cell]).toEqual([`indicators/${indicator}/A/2024`, `indicators/${indicator}/${line.code}/2024`]);
		}
	});

	it('says where they differ most, the widest difference first', () => {
		expect(line.different[0]).toMatchObject({ indicator: 'schooling', here: { value: 80 }, there: { value: 5 } });
		expect(line.different.length).toBeLessThanOrEqual(RULES.traits);
	});

	it('carries its distance with the address of the rule, and ideas as they are given', () => {
		expect(line.distance).toMatchObject({ value: nearest!.distance, cell: 'distance(province, A, B)' });
		expect(line.ideas).toEqual(['service']);
	});
});
