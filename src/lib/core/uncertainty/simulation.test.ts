import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PillarWeights } from '#lib/core/scoring/method.ts';
import {
	evenRow,
	SYNTHETIC_CHAINS,
	SYNTHETIC_INDICATORS,
	SYNTHETIC_METHOD,
	syntheticTable,
	type SyntheticRow
} from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { rangesOf, type Ranges } from './assumptions.ts';
import type { Bands } from './bands.ts';
import { createSimulation } from './simulation.ts';

const { balanced } = SYNTHETIC_METHOD.presets;
const SWITCHED_OFF: Ranges = {
	weightFactor: [1, 1],
	aggregators: ['geometric'],
	goalpostQuantile: [0.05, 0.05],
	riskStrength: [0.3, 0.3],
	counts: false
};

const cell = fc.double({ min: 0, max: 100, noNaN: true });
const row: fc.Arbitrary<SyntheticRow> = fc.record({
	values: fc.record(Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, fc.option(cell, { freq: 8 })]))),
	evidence: fc.record({ crop: fc.option(fc.double({ min: 0.1, max: 1, noNaN: true }), { freq: 4 }), service: fc.constant(null) })
});
const rows = fc.array(row, { minLength: 3, maxLength: 20 }).map((all) => Object.fromEntries(all.map((one, i) => [`T${10 + i}`, one])));
const scorerOf = (table: LevelTable): Scorer => createScorer(SYNTHETIC_METHOD, table, SYNTHETIC_CHAINS);

function bandsOf(
	scorer: Scorer,
	{ seed = 7, draws = 60, ranges, weights = balanced }: { seed?: number; draws?: number; ranges?: Ranges; weights?: PillarWeights } = {}
): Bands {
	const simulation = createSimulation(scorer, { chain: 'crop', weights, aggregator: 'geometric', seed, draws, ...(ranges && { ranges }) });
	simulation.run(draws);
	return simulation.bands();
}

describe('how sure a rank is', () => {
	it('P14: the same seed gives the same intervals; the nominal rank is among the ranks seen; low ≤ median ≤ high', () => {
		fc.assert(
			fc.property(rows, fc.integer({ min: 0, max: 1e6 }), (given, seed) => {
				const scorer = scorerOf(syntheticTable(given));
				const bands = bandsOf(scorer, { seed });
				expect(bandsOf(scorer, { seed })).toEqual(bands);
				for (const band of bands.places) {
					expect(band.smallest).toBeLessThanOrEqual(band.nominal);
					expect(band.largest).toBeGreaterThanOrEqual(band.nominal);
					expect(band.low).toBeLessThanOrEqual(band.median);
					expect(band.median).toBeLessThanOrEqual(band.high);
					expect(band.smallest).toBeLessThanOrEqual(band.low);
					expect(band.high).toBeLessThanOrEqual(band.largest);
				}
			}),
			{ numRuns: 40 }
		);
	});

	it('P14: without ties the chances of being first add up to 1', () => {
		fc.assert(
			fc.property(rows, (given) => {
				const bands = bandsOf(scorerOf(syntheticTable(given)));
				const sum = bands.places.reduce((total, { first }) => total + first, 0);
				if (bands.ranked > 0) expect(sum).toBeGreaterThanOrEqual(1 - 1e-9); // equal places share the first rank
			}),
			{ numRuns: 40 }
		);
		const apart = Object.fromEntries([20, 50, 90].map((x) => [`T${x}`, evenRow(x)]));
		expect(bandsOf(scorerOf(syntheticTable(apart))).places.reduce((total, { first }) => total + first, 0)).toBeCloseTo(1, 12);
	});

	it('P15: with nothing varied every interval is the rank itself, and that is the rank of the scorer', () => {
		fc.assert(
			fc.property(rows, (given) => {
				const scorer = scorerOf(syntheticTable(given));
				const { rank } = scorer.scores('crop', balanced, 'geometric');
				for (const band of bandsOf(scorer, { draws: 5, ranges: SWITCHED_OFF }).places) {
					expect([band.low, band.median, band.high]).toEqual([band.nominal, band.nominal, band.nominal]);
					expect(band.nominal).toBe(rank[band.place]);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('refines: a hundred draws are the first hundred of a thousand', () => {
		const scorer = scorerOf(syntheticTable(Object.fromEntries([12, 31, 33, 35, 62, 80].map((x) => [`T${x}`, evenRow(x)]))));
		const request = { chain: 'crop', weights: balanced, aggregator: 'geometric', seed: 3 } as const;
		const short = createSimulation(scorer, { ...request, draws: 100 });
		const long = createSimulation(scorer, { ...request, draws: 1000 });
		short.run(100);
		long.run(40);
		long.run(60);
		expect(long.bands()).toEqual(short.bands());
		long.run(5000);
		expect(long.done).toBe(1000);
	});

	it('says the nominal rank before the first draw', () => {
		const scorer = scorerOf(syntheticTable(Object.fromEntries([20, 90].map((x) => [`T${x}`, evenRow(x)]))));
		const bands = createSimulation(scorer, { chain: 'crop', weights: balanced, aggregator: 'geometric', seed: 1, draws: 10 }).bands();
		expect(bands.places.map(({ low, high }) => [low, high])).toEqual([
			[2, 2],
			[1, 1]
		]);
	});

	it('never puts a place before one that beats it on every term, whatever is drawn, and so never calls the worst of all «top»', () => {
		const complete = fc.record({
			values: fc.record(Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, fc.double({ min: 1, max: 99, noNaN: true })]))),
			evidence: fc.record({ crop: fc.double({ min: 0.1, max: 0.99, noNaN: true }), service: fc.constant(null) })
		});
		fc.assert(
			fc.property(fc.array(complete, { minLength: 2, maxLength: 20 }), (others) => {
				const given = Object.fromEntries(others.map((one, i) => [`T${10 + i}`, one]));
				const scorer = scorerOf(syntheticTable({ ...given, Best: evenRow(100), Worst: evenRow(0.5) }));
				const request = { chain: 'crop', weights: balanced, aggregator: 'geometric', seed: 11, draws: 40 } as const;
				const simulation = createSimulation(scorer, request);
				simulation.run(40);
				const at = (code: string): number => simulation.places.findIndex((place) => scorer.table.territories[place]!.code === code);
				for (let draw = 0; draw < 40; draw++) {
					const ranks = simulation.ranks(draw);
					expect(ranks[at('Best')]).toBe(1);
					expect(ranks[at('Worst')]).toBe(Math.max(...ranks));
				}
				const worst = simulation.bands().places[at('Worst')]!;
				expect([worst.first, worst.top]).toEqual([0, 0]);
			}),
			{ numRuns: 40 }
		);
	});

	it('has no place at all where nothing is scored', () => {
		const scorer = scorerOf(syntheticTable({ T1: { values: {}, evidence: {} } }));
		expect(bandsOf(scorer)).toEqual({ draws: 60, ranked: 0, places: [] });
	});
});

describe('counts of a register', () => {
	const counted = (draws: boolean): LevelTable => {
		const table = syntheticTable(Object.fromEntries([40, 45, 50, 55].map((x) => [`T${x}`, evenRow(50)])));
		return draws
			? {
					...table,
					register: { crop: { base: 'people', counts: Float64Array.of(2, 9, 30, 4), bases: Float64Array.of(100, 100, 100, 100) } }
				}
			: table;
	};

	it('replace the proxy of room, and are drawn anew as Gamma(C + ½)', () => {
		const proxy = scorerOf(counted(false));
		const register = scorerOf(counted(true));
		expect(new Set(proxy.scores('crop', balanced, 'geometric').score).size).toBe(1);
		expect(Array.from(register.scores('crop', balanced, 'geometric').rank)).toEqual([1, 3, 4, 2]);
		expect(register.explain('crop', 'T40', balanced, 'geometric').pillars[2]!.proxy).toBe(false);
		const ranges = { ...SWITCHED_OFF, counts: true };
		const few = bandsOf(register, { ranges, draws: 400 }).places;
		expect(few[0]!.high - few[0]!.low).toBeGreaterThan(0); // 2 and 4 cannot be told apart
		expect(few[2]!.low).toBe(4); // 30 can
		expect(rangesOf(SYNTHETIC_METHOD.uncertainty).counts).toBe(true);
	});
});
