import { describe, expect, it } from 'vitest';
import { evenRow, SYNTHETIC_CHAINS, SYNTHETIC_METHOD, syntheticTable, type SyntheticRow } from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import { typeOf, verdictsOf } from './verdict.ts';
import { zonesOf } from './zones.ts';
import { createSimulation } from '#lib/core/uncertainty/simulation.ts';

/** Five places in a row: A–B–C–D–E, each touching the next. */
const ROW: Readonly<Record<string, SyntheticRow>> = {
	A: evenRow(80, 0.9),
	B: evenRow(75, 0.8),
	C: evenRow(20, 0.2),
	D: evenRow(78, 0.9),
	E: evenRow(80, null)
};
const adjacency = { A: ['B'], B: ['A', 'C'], C: ['B', 'D'], D: ['C', 'E'], E: ['D'] };
const question = { chain: 'crop', weights: SYNTHETIC_METHOD.presets.balanced, aggregator: 'geometric' } as const;
const scorerOf = (rows: Readonly<Record<string, SyntheticRow>>): Scorer =>
	createScorer(SYNTHETIC_METHOD, syntheticTable(rows), SYNTHETIC_CHAINS);

describe('promising zones', () => {
	it('join neighbours that share a border, and stop where a place does not promise', () => {
		const zones = zonesOf(scorerOf(ROW), question, adjacency);
		expect(zones.map(({ members }) => members)).toEqual([['A', 'B'], ['D']]);
		expect(zones.map(({ people }) => people)).toEqual([2000, 1000]);
	});

	it('are called after their best places, and keep their id when another member joins at the edge', () => {
		const [zone] = zonesOf(scorerOf(ROW), question, adjacency);
		expect(zone!.around).toEqual({
			names: [
				{ ar: 'A', fr: 'A', en: 'A' },
				{ ar: 'B', fr: 'B', en: 'B' }
			],
			hasMore: false
		});
		const grown = zonesOf(scorerOf({ ...ROW, C: evenRow(79, 0.9) }), question, adjacency);
		expect(grown).toHaveLength(1);
		expect(grown[0]!.id).toBe(zone!.id);
		expect(grown[0]!.around.hasMore).toBe(true);
	});

	it('have a mean score inside its interval, and say how many members are of which kind', () => {
		for (const { score, members, promising, priority } of zonesOf(scorerOf(ROW), question, adjacency)) {
			expect(score.low).toBeLessThanOrEqual(score.high);
			expect(score.high - score.low).toBeLessThan(30);
			expect(Math.max(promising, priority)).toBeLessThanOrEqual(members.length);
			expect(promising + priority).toBeGreaterThanOrEqual(members.length);
		}
	});

	it('come out the same every time', () => {
		expect(zonesOf(scorerOf(ROW), question, adjacency)).toEqual(zonesOf(scorerOf(ROW), question, adjacency));
	});

	it('are none where nothing is documented', () => {
		expect(zonesOf(scorerOf({ A: evenRow(80, null) }), question, { A: [] })).toEqual([]);
	});
});

describe('the verdict on a place', () => {
	it('ignores a proxy of room: what has potential is to develop, and need says with which priority', () => {
		const scorer = scorerOf(ROW);
		expect([0, 2, 4].map((i) => typeOf(scorer, 'crop', i))).toEqual(['develop-priority', 'follow', null]);
	});

	it('never calls promising what another place tops nearly always', () => {
		const scorer = scorerOf(ROW);
		const simulation = createSimulation(scorer, { ...question, draws: 50, seed: 1 });
		simulation.run(50);
		const promising = verdictsOf(scorer, question, simulation.bands()).filter(({ isPromising }) => isPromising);
		expect(promising.map(({ place: index }) => index)).not.toContain(2);
	});
});
