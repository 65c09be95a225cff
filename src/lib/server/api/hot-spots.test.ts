import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Geography } from '#lib/core/geo/geography.ts';
import { decodeTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import { adjacencyWeights } from '#lib/core/statistics/spatial/adjacency-weights.ts';
import { CLUSTERS, hotSpots } from '#lib/core/statistics/spatial/hot-spots.ts';
import { hotSpotSheet } from '../hot-spots.ts';
import { openReleases, type Releases } from '../release.ts';
import { createApi } from './create.ts';
import type { Api } from './deps.ts';
import { livingDeps } from '../fixtures/living.ts';

const ROOT = process.env['FURAS_DATA'] ?? 'data/built';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as a foreign program would read them
type Json = any;
let releases: Releases;
let api: Api;
beforeAll(async () => {
	releases = await openReleases(ROOT);
	api = createApi({ releases, ...(await livingDeps()) });
});
afterAll(() => releases.close());

const built = async (name: string): Promise<Json> => JSON.parse(await readFile(join(ROOT, releases.current.release.id, name), 'utf8'));
async function answer(query: string, status = 200): Promise<Json> {
	const response = await api.request(`/api/v1/hotspots?${query}`);
	const body = await response.json();
	expect(response.status, JSON.stringify(body).slice(0, 500)).toBe(status);
	return body;
}
/** Every number of an answer is a number. */
const checkNumbers = (body: Json) => {
	for (const { territory, ...row } of body.items) {
		for (const [name, value] of Object.entries(row)) {
			if (typeof value === 'number') expect(Number.isFinite(value), `${territory} ${name}`).toBe(true);
		}
	}
};

describe('hot spots on the shipped release', () => {
	it('are the numbers of the browser, which has the same function', async () => {
		const { levels }: Snapshot = await built('snapshot.json');
		const { adjacency }: Geography = await built('geography.json');
		const codes = decodeTable(levels.province).territories.map(({ code }) => code);
		const values = Float64Array.from(levels.province.values.running_water_access!, (value) => value ?? NaN);
		const own = hotSpots(values, adjacencyWeights(codes, adjacency.province, 'row'), {
			statistic: 'local-moran',
			permutations: 999,
			seed: 7,
			rate: 0.05
		});
		if (!own.ok) throw new Error(own.reason);
		const body = await answer('indicator=running_water_access&permutations=999&seed=7');
		expect(body).toMatchObject({
			total: 75,
			participants: 75,
			permutations: 999,
			seed: 7,
			rate: 0.05,
			level: 'province',
			inherited: false
		});
		expect(body.moran.p).toBe(own.value.moran.permutedP);
		for (const item of body.items) {
			const i = codes.indexOf(item.territory);
			expect(item.p).toBe(own.value.p[i]);
			expect(item.cluster).toBe(CLUSTERS[own.value.cluster[i]!]);
			expect(item.statistic).toBeCloseTo(own.value.statistic[i]!, 8);
			expect(item.value).toBe(values[i]);
		}
	});

	it('are the same for the same seed, and another seed moves a p but not the statistic', async () => {
		const query = 'indicator=running_water_access&permutations=99&seed=';
		const first = await answer(`${query}1`);
		expect(await answer(`${query}1`)).toEqual(first);
		const other = await answer(`${query}2`);
		expect(other.items.map((item: Json) => item.p)).not.toEqual(first.items.map((item: Json) => item.p));
		expect(other.items.map((item: Json) => item.statistic)).toEqual(first.items.map((item: Json) => item.statistic));
	});

	it('make 9,999 permutations for provinces and 999 for communes when nobody says, and find the little water of the Rif', async () => {
		const provinces = await answer('indicator=running_water_access');
		expect(provinces.permutations).toBe(9999);
		expect(provinces.items.find((item: Json) => item.territory === 'MA-HOC')).toMatchObject({ cluster: 'low-low', significant: true });
		const communes = await answer('indicator=running_water_access&level=commune');
		expect(communes).toMatchObject({ permutations: 999, total: 1503, participants: 1498 });
		checkNumbers(communes);
	});

	it('leave out who has no figure or no neighbour, and say so', async () => {
		const body = await answer('indicator=road_distance_km&permutations=99');
		expect(body.items.find((item: Json) => item.territory === 'MA-RAB')).toEqual({
			territory: 'MA-RAB',
			value: null,
			cluster: 'no-data',
			side: null,
			statistic: null,
			z: null,
			p: null,
			adjustedP: null,
			significant: false
		});
		expect(body.participants).toBe(73);
		const communes = await answer('indicator=population_legal&level=commune&permutations=99');
		expect(communes.items.find((item: Json) => item.territory === '04.281.05.11')).toMatchObject({ cluster: 'no-neighbours', p: null });
	});

	it('of a sector are those of its scores; for communes the answer says that part of the likeness is inherited', async () => {
		const body = await answer('sector=agri-services&statistic=gi-star&permutations=199&preset=holder');
		const { items } = await (await api.request('/api/v1/scores?sector=agri-services&preset=holder')).json() as Json; // prettier-ignore
		const scores = new Map(items.map((item: Json) => [item.territory, item.score]));
		for (const item of body.items) {
			expect(item.value).toBe(scores.get(item.territory));
			expect(['hot', 'cold', null]).toContain(item.side);
		}
		checkNumbers(body);
		expect((await answer('sector=agri-services&level=commune&permutations=99')).inherited).toBe(true);
	});

	it('give the page that limit and offset ask for', async () => {
		const body = await answer('indicator=running_water_access&permutations=99&limit=2&offset=3');
		expect(body.items.map((item: Json) => item.territory)).toEqual(
			(await answer('indicator=running_water_access&permutations=99')).items.slice(3, 5).map((item: Json) => item.territory)
		);
		expect(body.total).toBe(75);
	});
});

describe('hot spots that cannot be answered', () => {
	it.each([
		['indicator=unemployment_rate&level=region', 'too-few-territories', '0.006'],
		['sector=saffron', 'too-few-territories', 'of the 75'],
		['indicator=indh_projects', 'too-few-territories', 'of the 75'],
		['indicator=unemployment_rate&year=1994', 'nothing-known', '"unemployment_rate"'],
		['indicator=monetary_vulnerability_rate&level=commune', 'inherited-values', '"monetary_vulnerability_rate"']
	])('%s: %s, with a sentence', async (query, kind, named) => {
		const body = await answer(query, 422);
		expect(body.type).toBe(`urn:furas:problem:${kind}`);
		expect(body.detail).toContain(named);
	});

	it('of equal values are refused by the function below the route, as no shipped indicator has only one value', async () => {
		const codes = (await releases.current.bank.territories.list({ level: 'province' })).map(({ code }) => code);
		const column = { level: 'province' as const, codes, values: new Float64Array(75).fill(3), inherited: false };
		const question = { statistic: 'gi-star' as const, permutations: 99, seed: 1, rate: 0.05 };
		expect(await hotSpotSheet(releases.current, column, question)).toEqual({ ok: false, reason: 'constant', participants: 75 });
	});

	it('let others be answered while their permutations run', async () => {
		const slow = answer('indicator=electricity_access&level=commune&permutations=999&seed=3').then(() => 'hot spots');
		const quick = new Promise((resolve) => setTimeout(resolve, 0)).then(() => api.request('/api/v1/health')).then(() => 'health');
		expect(await Promise.race([slow, quick])).toBe('health');
		await slow;
	});
});
