import { describe, expect, test } from 'vitest';
import { encodeTable } from '#lib/core/release/snapshot.ts';
import { PILLARS } from '#lib/core/scoring/method.ts';
import { syntheticSnapshot } from '#lib/core/release/scenarios/synthetic-snapshot.ts';
import { SYNTHETIC_INDICATORS, syntheticTable, type SyntheticRow } from '#lib/core/scoring/scenarios/synthetic.ts';
import { decodedAtlas } from '#lib/data/atlas.ts';
import { FRESH_WORKSHOP, type Workshop } from './workshop.ts';
import { workshopScreen } from './workshop-screen.ts';

/** `need` moves jobs and poverty, the evidence of the crop its potential. */
const row = (need: number, crop: number | null): SyntheticRow => ({
	values: {
		...Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, id === 'market_people' ? 50_000 : 50])),
		jobless: need,
		vulnerable: need
	},
	evidence: { crop, service: null }
});

const table = encodeTable(
	syntheticTable({ 'MA-AAA': row(80, 0.3), 'MA-BBB': row(50, 0.5), 'MA-CCC': row(20, 0.9), 'MA-DDD': row(50, null) })
);
const snapshot = syntheticSnapshot(table);
const atlas = decodedAtlas(snapshot);
const screenOf = (part: Partial<Workshop>) => workshopScreen(atlas, { ...FRESH_WORKSHOP, chain: 'crop', ...part }, 'fr');

describe('what the weights of a table change', () => {
	test('is nothing when they are those of the release', () => {
		expect(screenOf({})).toMatchObject({ moved: 0, moves: [], swapped: 0, swaps: [], ranked: 3, pairs: 3 });
	});

	test('names who moves, from which rank to which, and who passes whom', () => {
		const need = screenOf({ weights: { need: 100, potential: 0, room: 0, access: 0 } });
		const potential = screenOf({ weights: { need: 0, potential: 100, room: 0, access: 0 } });
		expect(
			need.columns
				.at(-1)!
				.top.map(({ code }) => code)
				.slice(0, 3)
		).toEqual(['MA-AAA', 'MA-BBB', 'MA-CCC']);
		expect(
			potential.columns
				.at(-1)!
				.top.map(({ code }) => code)
				.slice(0, 3)
		).toEqual(['MA-CCC', 'MA-BBB', 'MA-AAA']);
		for (const { moves, swaps, swapped, moved } of [need, potential]) {
			expect(moved + swapped).toBeGreaterThanOrEqual(0);
			for (const { before, after, gained } of moves) expect(gained).toBe(before - after);
			for (const { up, down } of swaps) {
				expect(up.after).toBeLessThan(down.after);
				expect(up.before).toBeGreaterThan(down.before);
			}
		}
		// One of the two turns the order of the release round.
		expect(Math.max(need.swapped, potential.swapped)).toBeGreaterThan(0);
	});

	test('stands beside every preset, with percents that add to 100', () => {
		const { columns } = screenOf({ weights: { need: 1, potential: 1, room: 1, access: 0 } });
		expect(columns.map(({ id }) => id)).toEqual(['balanced', 'planner', 'holder', 'own']);
		for (const { weights } of columns) {
			expect(PILLARS.reduce((sum, pillar) => sum + Math.round(10 * weights[pillar]), 0)).toBe(1000);
		}
		expect(columns[0]!.top.every(({ gained, isNew }) => gained === 0 && !isNew)).toBe(true);
	});

	test('says nothing of places without a rank', () => {
		const codes = screenOf({ weights: { need: 100, potential: 0, room: 0, access: 0 } }).columns.flatMap(({ top }) =>
			top.map(({ code }) => code)
		);
		expect(codes).not.toContain('MA-DDD');
	});
});
