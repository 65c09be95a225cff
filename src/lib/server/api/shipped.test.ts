import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeTable, type EncodedTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { openReleases, type Releases } from '../release.ts';
import { createApi } from './create.ts';
import { createSimulation } from '#lib/core/uncertainty/simulation.ts';
import type { Api } from './deps.ts';
import { livingDeps } from '../fixtures/living.ts';

const ROOT = process.env['FURAS_DATA'] ?? 'data/built';
const TERRITORIES: Readonly<Record<Level, number>> = { region: 12, province: 75, commune: 1503 };

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as a foreign program would read them
type Json = any;
let releases: Releases;
let api: Api;
let snapshot: Snapshot;
beforeAll(async () => {
	releases = await openReleases(ROOT);
	api = createApi({ releases, ...(await livingDeps()) });
	snapshot = await built('snapshot.json');
});
afterAll(() => releases.close());

const built = async (name: string): Promise<Json> => JSON.parse(await readFile(join(ROOT, releases.current.release.id, name), 'utf8'));
async function answer(path: string): Promise<Json> {
	const response = await api.request(`/api/v1${path}`);
	expect(response.status).toBe(200);
	return response.json();
}

/** What a browser computes from the file it fetched. */
async function browserScorer(level: Level): Promise<Scorer> {
	const table: EncodedTable = level === 'commune' ? await built('communes.json') : snapshot.levels[level];
	return createScorer(snapshot.method, decodeTable(table), snapshot.chains);
}

describe('on the shipped release', () => {
	it.each(['region', 'province', 'commune'] as const)('the scores of every chain at %s level are those of the browser', async (level) => {
		const scorer = await browserScorer(level);
		const { balanced } = snapshot.method.presets;
		for (const { id } of snapshot.chains) {
			const { items, total } = await answer(`/scores?sector=${id}&level=${level}`);
			const own = scorer.scores(id, balanced, 'geometric');
			const expected = new Map(
				scorer.table.territories.map(({ code }, index) => [
					code,
					{ status: STATUSES[own.status[index]!], score: Number.isNaN(own.score[index]) ? null : Math.round(own.score[index]! * 1e9) / 1e9 }
				])
			);
			expect(total).toBe(TERRITORIES[level]);
			for (const { territory, status, score, reason } of items) {
				expect({ status, score }).toEqual(expected.get(territory));
				expect(reason === null).toBe(status === 'scored');
			}
		}
	});

	it('every branch with chains has scores and every branch without is refused', async () => {
		const { items } = await answer('/sectors');
		expect(items.flatMap((branch: Json) => branch.chains)).toHaveLength(31);
		for (const { code, chains } of items) {
			// A code that is a chain too means the chain.
			const isScored = chains.length > 0 || snapshot.chains.some(({ id }) => id === code);
			expect((await api.request(`/api/v1/scores?sector=${code}`)).status).toBe(isScored ? 200 : 422);
		}
	});

	it('every indicator lists every territory of every level', async () => {
		const { items } = await answer('/indicators');
		for (const { id, coverage } of items) {
			for (const level of ['region', 'province'] as const) {
				const values = await answer(`/indicators/${id}/values?level=${level}`);
				expect(values.total).toBe(TERRITORIES[level]);
				const known = values.items.filter((item: Json) => item.value !== null);
				expect(known.length).toBeGreaterThanOrEqual(coverage[level]);
			}
		}
	});

	it('every source that a figure cites is listed', async () => {
		const known = new Set((await answer('/sources')).items.map((source: Json) => source.id));
		const { indicators } = await answer('/territories/MA-HAJ');
		for (const { source } of indicators) expect(known).toContain(source);
	});

	it('El Hajeb has its people, its evidence with sources, and both sentences in three languages', async () => {
		const values = (await answer('/indicators/population_legal/values')).items;
		expect(values.find((item: Json) => item.territory === 'MA-HAJ').value).toBe(267_156);
		const facts = await answer('/territories/MA-HAJ');
		expect(facts.evidence.length).toBeGreaterThan(5);
		for (const { source } of facts.evidence) expect(source.title).not.toBe('');
		const { sentences } = await answer('/scores/MA-HAJ/agri-services');
		expect(sentences.why.ar).toContain('الحاجب');
		expect(sentences.strengthen.fr).not.toBe('');
	});

	it('Rabat has no rural road distance, and says so', async () => {
		const { items } = await answer('/indicators/road_distance_km/values');
		expect(items.find((item: Json) => item.territory === 'MA-RAB')).toMatchObject({ value: null, status: 'missing' });
	});

	it('Figuig and Aousserd are found by name in both scripts', async () => {
		for (const [q, code] of [
			['figuig', 'MA-FIG'],
			['فجيج', 'MA-FIG'],
			['aousserd', 'MA-AOU'],
			['أوسرد', 'MA-AOU']
		]) {
			const { items } = await answer(`/territories?q=${encodeURIComponent(q!)}`);
			expect(items[0]?.code, q).toBe(code);
		}
	});

	it('Sidi Yahia El Gharb belongs to Sidi Slimane', async () => {
		const { items } = await answer(`/territories?level=commune&q=${encodeURIComponent('sidi yahia el gharb')}`);
		expect(items.map(({ code, parent }: Json) => [code, parent])).toEqual([['04.491.01.09', 'MA-SIL']]);
	});

	it('communes without figures have none: no zero is put in their place', async () => {
		const { items } = await answer('/indicators/unemployment_rate/values?level=commune');
		expect(items.filter((item: Json) => item.value === null)).toHaveLength(4);
	});

	it('every published count is that of one region or province: no delegation area, no region of old, no nation', async () => {
		for (const [level, shape] of [
			['region', /^MA-\d\d$/],
			['province', /^MA-[A-Z]{3}$/]
		] as const) {
			const { items } = await answer(`/cooperatives/counts?level=${level}`);
			const codes = items.map((item: Json) => item.territory);
			expect(codes.length).toBeGreaterThan(0);
			expect(codes.length).toBeLessThan(TERRITORIES[level]);
			expect(new Set(codes).size).toBe(codes.length);
			for (const code of codes) expect(code).toMatch(shape);
		}
		const { items } = await answer('/cooperatives/counts?territory=MA-11');
		expect(items).toMatchObject([{ count: 2685, asOf: '2024-07', members: 16_781, womenMembers: 9_062 }]);
	});
});

describe('how sure ranks are, on the shipped release', () => {
	it.each(['region', 'province', 'commune'] as const)('the same seed gives the intervals of the browser at %s level', async (level) => {
		const scorer = await browserScorer(level);
		const question = { chain: 'olive', weights: snapshot.method.presets.planner, aggregator: 'geometric', seed: 11, draws: 200 } as const;
		const simulation = createSimulation(scorer, question);
		simulation.run(200);
		const { places } = simulation.bands();
		const { items } = await answer(`/scores?sector=olive&level=${level}&preset=planner&uncertainty=200&seed=11`);
		const told = new Map(items.map((item: Json) => [item.territory, item.certainty]));
		for (const { place, low, median, high, top, robustness } of places)
			expect(told.get(scorer.table.territories[place]!.code)).toMatchObject({ low, median, high, top, robustness });
		expect(items.filter((item: Json) => item.certainty === null).every((item: Json) => item.score === null)).toBe(true);
	});

	it('communes have their interval among those of their province beside their rank there', async () => {
		const { items } = await answer('/scores?sector=saffron&level=commune&uncertainty=100');
		for (const { rank, ranked, certainty } of items.filter((item: Json) => item.score !== null)) {
			expect(certainty.among).toMatchObject({ rank, ranked });
			expect(certainty.among.low).toBeLessThanOrEqual(certainty.among.high);
		}
	});

	it('says nothing about certainty unless asked', async () => {
		const { items } = await answer('/scores?sector=saffron');
		expect(items.every((item: Json) => !('certainty' in item))).toBe(true);
	});
});

describe('promising zones, on the shipped release', () => {
	it('have a name, members, people, area, an interval and a leading chain for every chain that has any', async () => {
		let withZones = 0;
		for (const { id } of snapshot.chains) {
			const { items } = await answer(`/zones?sector=${id}`);
			withZones += Number(items.length > 0);
			const members = items.flatMap((zone: Json) => zone.members);
			expect(new Set(members).size).toBe(members.length);
			expect(new Set(items.map((zone: Json) => zone.id)).size).toBe(items.length);
			for (const zone of items) {
				expect(zone.id).toMatch(new RegExp(`^zone-${id}-MA-`));
				expect(zone.people).toBeGreaterThan(0);
				expect(zone.areaKm2).toBeGreaterThan(0);
				expect(zone.score.low).toBeLessThanOrEqual(zone.score.high);
				expect(zone.around.names.length).toBe(Math.min(2, zone.members.length));
				expect(zone.leading).not.toBeNull();
				expect(zone.outline).toBeNull();
			}
		}
		expect(withZones).toBeGreaterThanOrEqual(5);
	});

	it('have an outline when asked, one polygon around neighbours', async () => {
		const { items } = await answer('/zones?sector=argan&geometry=true');
		expect(items[0].members).toContain('MA-TIZ');
		expect(items[0].outline.type).toBe('Polygon');
	});

	it('are drawn over communes too, and say that their area is approximate', async () => {
		const { items } = await answer('/zones?sector=saffron&level=commune');
		expect(items.length).toBeGreaterThan(0);
		expect(items.every((zone: Json) => zone.isAreaApproximate)).toBe(true);
	});
});

describe('what a rank rests on, on the shipped release', () => {
	it('is told for every scored province of a chain: drivers by effect, a way to the top, neighbours, indicators', async () => {
		const { items } = await answer('/scores?sector=olive');
		for (const { territory, rank } of items.filter((item: Json) => item.score !== null)) {
			const found = await answer(`/sensitivity/${territory}/olive`);
			expect(found.rank).toBe(rank);
			expect(found.drivers.map((driver: Json) => driver.total)).toEqual(
				found.drivers.map((driver: Json) => driver.total).toSorted((a: number, b: number) => b - a)
			);
			expect(found.counterfactual.isReached).toBe(rank <= found.counterfactual.top);
			expect(found.swaps.map((swap: Json) => Math.abs(swap.rank - rank))).toEqual(rank === 1 || rank === 26 ? [1] : [1, 1]);
			expect(found.removals.every((removal: Json) => removal.rank !== rank)).toBe(true);
		}
	});

	it('is empty where there is no score', async () => {
		expect(await answer('/sensitivity/MA-HAJ/olive')).toMatchObject({
			rank: null,
			drivers: [],
			counterfactual: null,
			swaps: [],
			removals: []
		});
	});
});
