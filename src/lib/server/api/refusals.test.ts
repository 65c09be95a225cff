import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RELEASE, sampleReleases } from '../fixtures/ten-provinces.ts';
import type { Releases } from '../release.ts';
import { createApi } from './create.ts';
import type { Api } from './deps.ts';
import { livingDeps } from '../fixtures/living.ts';

let releases: Releases;
let api: Api;
beforeAll(async () => {
	releases = await sampleReleases();
	api = createApi({ releases, ...(await livingDeps()) });
});
afterAll(() => releases.close());

/** Path, status, kind of problem, and what its sentence must name. */
const REFUSED: readonly (readonly [path: string, status: number, kind: string, named: string])[] = [
	['/territories/MA-XYZ', 404, 'unknown-territory', '"MA-XYZ"'],
	['/territories?parent=MA-99', 404, 'unknown-territory', '"MA-99"'],
	['/territories?level=village', 400, 'bad-parameter', '"village"'],
	['/territories?limit=0', 400, 'bad-parameter', '"0"'],
	['/territories?limit=many', 400, 'bad-parameter', '"many"'],
	['/territories?limit=99999', 400, 'bad-parameter', '"99999"'],
	['/territories?offset=-1', 400, 'bad-parameter', '"-1"'],
	['/territories?offset=1.5', 400, 'bad-parameter', '"1.5"'],
	['/territories?q=', 400, 'bad-parameter', 'q must not be empty'],
	['/territories?levl=province', 400, 'bad-parameter', '"levl"'],
	['/indicators/happiness/values', 404, 'unknown-indicator', '"happiness"'],
	['/indicators/unemployment_rate/values?level=city', 400, 'bad-parameter', '"city"'],
	['/scores', 400, 'bad-parameter', 'sector'],
	['/scores?sector=unobtainium', 404, 'unknown-sector', '"unobtainium"'],
	['/scores?sector=habitat', 422, 'unscored-sector', '"habitat"'],
	['/scores?sector=saffron&sector=honey', 400, 'bad-parameter', '"saffron" and "honey"'],
	['/scores?sector=saffron&level=douar', 400, 'bad-parameter', '"douar"'],
	['/scores?sector=saffron&preset=lucky', 400, 'bad-parameter', '"lucky"'],
	['/scores?sector=saffron&aggregator=median', 400, 'bad-parameter', '"median"'],
	['/scores?sector=agriculture&uncertainty=200', 422, 'not-one-chain', '"agriculture"'],
	['/scores?sector=saffron&uncertainty=5', 400, 'bad-parameter', '"5"'],
	['/scores?sector=saffron&uncertainty=100000', 400, 'bad-parameter', '"100000"'],
	['/scores?sector=saffron&uncertainty=200&seed=-1', 400, 'bad-parameter', '"-1"'],
	['/sensitivity/MA-XYZ/saffron', 404, 'unknown-territory', '"MA-XYZ"'],
	['/sensitivity/MA-HAJ/agriculture', 422, 'not-one-chain', '"agriculture"'],
	['/zones', 400, 'bad-parameter', 'sector'],
	['/zones?sector=saffron&level=region', 400, 'bad-parameter', '"region"'],
	['/zones?sector=unobtainium', 404, 'unknown-sector', '"unobtainium"'],
	['/zones?sector=saffron&geometry=yes', 400, 'bad-parameter', '"yes"'],
	['/zones?sector=saffron&weights=0,0,0,0', 400, 'bad-weights', '0,0,0,0'],
	['/scores?sector=saffron&weights=1,1,1', 400, 'bad-weights', '"1,1,1"'],
	['/scores?sector=saffron&weights=1,1,1,1,1', 400, 'bad-weights', '"1,1,1,1,1"'],
	['/scores?sector=saffron&weights=1,-2,1,1', 400, 'bad-weights', '-2'],
	['/scores?sector=saffron&weights=NaN,1,1,1', 400, 'bad-weights', '"NaN"'],
	['/scores?sector=saffron&weights=1,Infinity,1,1', 400, 'bad-weights', '"Infinity"'],
	['/scores?sector=saffron&weights=1,,1,1', 400, 'bad-weights', '""'],
	['/scores?sector=saffron&weights=a,b,c,d', 400, 'bad-weights', '"a"'],
	['/scores?sector=saffron&weights=0,0,0,0', 400, 'bad-weights', '0,0,0,0'],
	['/scores?sector=saffron&weights=1,1,1,1&preset=holder', 400, 'bad-weights', '"holder"'],
	['/hotspots', 400, 'bad-parameter', 'indicator nothing and sector nothing'],
	['/hotspots?indicator=unemployment_rate&sector=honey', 400, 'bad-parameter', '"unemployment_rate" and sector "honey"'],
	['/hotspots?indicator=unemployment_rate&preset=holder', 400, 'bad-parameter', '"holder"'],
	['/hotspots?sector=honey&year=2024', 400, 'bad-parameter', '"2024"'],
	['/hotspots?indicator=happiness', 404, 'unknown-indicator', '"happiness"'],
	['/hotspots?sector=unobtainium', 404, 'unknown-sector', '"unobtainium"'],
	['/hotspots?sector=habitat', 422, 'unscored-sector', '"habitat"'],
	['/hotspots?indicator=unemployment_rate&permutations=98', 400, 'bad-parameter', '"98"'],
	['/hotspots?indicator=unemployment_rate&permutations=100000', 400, 'bad-parameter', '"100000"'],
	['/hotspots?indicator=unemployment_rate&level=commune&permutations=10000', 400, 'bad-parameter', '"10000"'],
	['/hotspots?indicator=unemployment_rate&seed=-1', 400, 'bad-parameter', '"-1"'],
	['/hotspots?indicator=unemployment_rate&statistic=lisa', 400, 'bad-parameter', '"lisa"'],
	['/hotspots?indicator=unemployment_rate', 422, 'too-few-territories', 'level "province" has 10'],
	['/hotspots?sector=honey', 422, 'too-few-territories', 'at least 30'],
	['/scores/MA-XYZ/saffron', 404, 'unknown-territory', '"MA-XYZ"'],
	['/scores/MA-HAJ/unobtainium', 404, 'unknown-sector', '"unobtainium"'],
	['/scores/MA-HAJ/saffron?weights=0,0,0,0', 400, 'bad-weights', '0,0,0,0'],
	['/potentials?territory=MA-XYZ', 404, 'unknown-territory', '"MA-XYZ"'],
	['/potentials?chain=gold', 404, 'unknown-sector', '"gold"'],
	['/cooperatives?bbox=1,2,3', 400, 'bad-bbox', '"1,2,3"'],
	['/cooperatives?bbox=west,2,3,4', 400, 'bad-bbox', '"west"'],
	['/cooperatives?bbox=NaN,2,3,4', 400, 'bad-bbox', '"NaN"'],
	['/cooperatives?bbox=3,2,1,4', 400, 'bad-bbox', '(3)'],
	['/cooperatives?bbox=1,4,3,2', 400, 'bad-bbox', '(4)'],
	['/cooperatives?bbox=-200,2,3,4', 400, 'bad-bbox', '"-200,2,3,4"'],
	['/cooperatives?bbox=1,-95,3,4', 400, 'bad-bbox', '"1,-95,3,4"'],
	['/cooperatives?branch=gold', 404, 'unknown-sector', '"gold"'],
	['/cooperatives?territory=03.171.01.05', 400, 'bad-parameter', '"03.171.01.05"'],
	['/cooperatives/counts?level=commune', 400, 'bad-parameter', '"commune"'],
	['/cooperatives/counts?branch=gold', 404, 'unknown-sector', '"gold"'],
	['/cooperatives/counts?territory=MA-XYZ', 404, 'unknown-territory', '"MA-XYZ"'],
	['/cooperatives/counts?territory=MA', 404, 'unknown-territory', '"MA"'],
	['/cooperatives/counts?territory=03.171.01.05', 400, 'bad-parameter', '"03.171.01.05"'],
	['/cooperatives/counts?bbox=1,2,3,4', 400, 'bad-parameter', '"bbox"'],
	['/existing-projects?territory=MA-XYZ', 404, 'unknown-territory', '"MA-XYZ"'],
	['/existing-projects?territory=03.171.01.05', 400, 'bad-parameter', '"03.171.01.05"'],
	['/existing-projects?kind=project', 400, 'bad-parameter', '"kind"'],
	['/sectors?release=2020.01-00000000', 404, 'unknown-release', '"2020.01-00000000"'],
	['/nothing', 404, 'unknown-route', '"/api/v1/nothing"']
];

describe('a request that cannot be answered', () => {
	it.each(REFUSED)('%s is refused with %i %s and a sentence that names %s', async (path, status, kind, named) => {
		const response = await api.request(`/api/v1${path}`);
		expect(response.status).toBe(status);
		expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
		const body = (await response.json()) as Record<string, unknown>;
		expect(Object.keys(body).sort()).toEqual(['detail', 'instance', 'status', 'title', 'type']);
		expect(body).toMatchObject({ type: `urn:furas:problem:${kind}`, status, instance: `/api/v1${path}` });
		expect(body['detail']).toContain(named);
		expect(body['detail']).toMatch(/\.$/);
	});

	it('for an unknown release is told the current one', async () => {
		const body = (await (await api.request('/api/v1/scores?sector=saffron&release=old')).json()) as { detail: string };
		expect(body.detail).toContain(RELEASE.id);
	});

	it('with a method that nothing takes is told which one is', async () => {
		const response = await api.request('/api/v1/scores', { method: 'POST' });
		expect(response.status).toBe(405);
		expect(response.headers.get('allow')).toContain('GET');
		expect(((await response.json()) as { detail: string }).detail).toBe('POST is not taken here; GET is.');
	});

	it('quotes a very long value only in part', async () => {
		const body = (await (await api.request(`/api/v1/territories/${'x'.repeat(500)}`)).json()) as { detail: string };
		expect(body.detail.length).toBeLessThan(200);
	});
});
