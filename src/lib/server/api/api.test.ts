import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import { browserScorer, RELEASE, sampleReleases } from '../fixtures/ten-provinces.ts';
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

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as a foreign program would read them
type Json = any;
const ask = (path: string, init?: RequestInit) => api.request(`/api/v1${path}`, init);
async function answer(path: string): Promise<Json> {
	const response = await ask(path);
	const body = await response.json();
	expect(response.status, JSON.stringify(body)).toBe(200);
	return body;
}

describe('every collection', () => {
	it.each([
		'/territories',
		'/sectors',
		'/indicators',
		'/indicators/unemployment_rate/values',
		'/sources',
		'/scores?sector=honey',
		'/potentials',
		'/cooperatives',
		'/cooperatives/counts',
		'/existing-projects',
		'/partners',
		'/partners/meetings',
		'/partners/outlets',
		'/releases'
	])('%s answers items, total and release', async (path) => {
		const body = await answer(path);
		expect(Object.keys(body).sort()).toEqual(['items', 'release', 'total']);
		expect(body.items).toHaveLength(body.total);
		expect(body.release).toBe(RELEASE.id);
	});

	it('gives the page that limit and offset ask for, and still the full total', async () => {
		const all = await answer('/territories');
		const page = await answer('/territories?limit=2&offset=3');
		expect(page.items).toEqual(all.items.slice(3, 5));
		expect(page.total).toBe(all.total);
	});
});

describe('territories', () => {
	it('are filtered by level and parent', async () => {
		const { items } = await answer('/territories?level=province&parent=MA-03');
		expect(items.map((item: Json) => item.code)).toEqual(['MA-HAJ']);
	});
	it('are found by any spelling', async () => {
		for (const q of ['el hajeb', 'حاجب', 'HAJEB'])
			expect((await answer(`/territories?q=${encodeURIComponent(q)}`)).items[0].code).toBe('MA-HAJ');
	});
	it('show each figure beside the national one', async () => {
		const body = await answer('/territories/MA-HAJ');
		const rate = body.indicators.find((fact: Json) => fact.indicator === 'unemployment_rate');
		expect(rate).toMatchObject({ value: 20.1, year: '2024', source: 'hcp-rgph-2024', national: { value: 21.3, year: '2024' } });
		expect(body.parents).toEqual([{ code: 'MA-03', name: expect.objectContaining({ ar: 'فاس-مكناس' }) }]);
		expect(body.cooperatives.named.length).toBeGreaterThan(0);
		expect(body.cooperatives.counts[0]).toMatchObject({ asOf: '2014-03-31', count: 46 });
		expect(body.projects).toHaveLength(2);
		expect(body.evidence.length).toBeGreaterThan(0);
	});
	it('list every value chain, the scored first and best first', async () => {
		const { chains } = await answer('/territories/MA-AZI');
		const scores = chains.map((chain: Json) => chain.score).filter((score: number | null) => score !== null);
		expect(chains).toHaveLength(4);
		expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
		expect(chains.find((chain: Json) => chain.chain === 'fishing')).toMatchObject({
			status: 'ineligible',
			reason: 'no-coast',
			score: null
		});
	});
	it('of a commune show the evidence of its province, each row saying whose it is', async () => {
		const { evidence } = await answer('/territories/03.171.01.05');
		expect(evidence.length).toBeGreaterThan(0);
		for (const row of evidence) expect(row.territory).toBe('MA-HAJ');
	});
});

describe('sectors', () => {
	it('are branches with their chains; a branch without chains is there too', async () => {
		const { items } = await answer('/sectors');
		const chainsOf = (code: string) => items.find((item: Json) => item.code === code).chains.map((chain: Json) => chain.id);
		expect(chainsOf('agriculture')).toEqual(['saffron', 'honey', 'apples-cherries']);
		expect(chainsOf('habitat')).toEqual([]);
	});
});

describe('indicators', () => {
	it('say unit, year, source, licence, coverage, role and direction', async () => {
		const { items } = await answer('/indicators');
		for (const item of items) {
			expect(item).toMatchObject({
				unit: expect.any(Object),
				year: '2024',
				licence: 'HCP',
				role: expect.any(String),
				direction: expect.any(String)
			});
			expect(item.source.publisher).toBe('HCP');
			expect(item.coverage.province).toBeGreaterThan(0);
		}
	});
	it('list every territory of the level; who has no figure is missing, not zero', async () => {
		const { items, total } = await answer('/indicators/road_distance_km/values?level=province');
		expect(total).toBe(10);
		expect(items.find((item: Json) => item.territory === 'MA-RAB')).toMatchObject({
			value: null,
			year: null,
			source: null,
			status: 'missing'
		});
		expect(items.find((item: Json) => item.territory === 'MA-HAJ')).toMatchObject({ value: expect.any(Number), status: 'published' });
	});
});

describe('scores', () => {
	it('are the numbers of the browser, rounded to 1e-9', async () => {
		const scorer = browserScorer();
		const weights = { need: 3, potential: 1, room: 0.5, access: 2 };
		for (const chain of ['saffron', 'honey', 'fishing']) {
			for (const aggregator of ['geometric', 'arithmetic', 'harmonic'] as const) {
				const { items } = await answer(`/scores?sector=${chain}&weights=3,1,0.5,2&aggregator=${aggregator}`);
				const own = scorer.scores(chain, weights, aggregator);
				expect(items).toHaveLength(scorer.table.territories.length);
				for (const item of items) {
					const index = scorer.table.territories.findIndex(({ code }) => code === item.territory);
					expect(item.status).toBe(STATUSES[own.status[index]!]);
					expect(item.score).toBe(item.status === 'scored' ? Math.round(own.score[index]! * 1e9) / 1e9 : null);
					expect(item.rank).toBe(item.status === 'scored' ? own.rank[index] : null);
				}
			}
		}
	});
	it('weigh balanced and geometric at province level when nothing is said', async () => {
		expect(await answer('/scores?sector=honey')).toEqual(
			await answer('/scores?sector=honey&level=province&preset=balanced&aggregator=geometric')
		);
		expect(await answer('/scores?sector=honey')).toEqual(await answer('/scores?sector=honey&weights=1,1,1,1'));
	});
	it('of a branch are the best of its chains, and the item names the chain', async () => {
		const { items } = await answer('/scores?sector=agriculture');
		const chains = await Promise.all(['saffron', 'honey', 'apples-cherries'].map((chain) => answer(`/scores?sector=${chain}`)));
		for (const item of items.filter((candidate: Json) => candidate.status === 'scored')) {
			const all = chains.flatMap((chain: Json) => chain.items).filter((candidate: Json) => candidate.territory === item.territory);
			expect(item.score).toBe(Math.max(...all.map((candidate: Json) => candidate.score ?? 0)));
			expect(all.find((candidate: Json) => candidate.score === item.score).chain).toBe(item.chain);
		}
	});
	it('say why there is none: no coast, not documented', async () => {
		const { items } = await answer('/scores?sector=fishing');
		const of = (code: string) => items.find((item: Json) => item.territory === code);
		expect(of('MA-HAJ')).toMatchObject({ status: 'ineligible', reason: 'no-coast', score: null, rank: null });
		expect(of('MA-ESI')).toMatchObject({ status: 'not-documented', reason: 'potential-not-documented' });
		expect(of('MA-AOU')).toMatchObject({ status: 'scored', reason: null });
	});
	it('of communes are ranked inside their province only', async () => {
		const { items } = await answer('/scores?sector=honey&level=commune');
		const scored = items.filter((item: Json) => item.status === 'scored');
		expect(scored.length).toBeGreaterThan(1);
		expect(Math.min(...scored.map((item: Json) => item.rank))).toBe(1);
		for (const item of scored) expect(item.ranked).toBe(scored.length);
	});
});

describe('an explanation', () => {
	it('has contributions that add up to the score above its reference', async () => {
		const body = await answer('/scores/MA-HAJ/honey');
		const sum = body.pillars.reduce((total: number, pillar: Json) => total + (pillar.contribution ?? 0), 0);
		expect(sum).toBeCloseTo(body.score - body.reference, 9);
	});
	it('speaks in three languages', async () => {
		const { sentences } = await answer('/scores/MA-HAJ/honey?preset=holder');
		for (const language of ['ar', 'fr', 'en']) {
			expect(sentences.why[language].length).toBeGreaterThan(10);
			expect(sentences.strengthen[language].length).toBeGreaterThan(10);
		}
		expect(sentences.why.ar).toContain('الحاجب');
	});
	it('of a branch is that of its best chain', async () => {
		const { items } = await answer('/scores?sector=agriculture');
		const best = items.find((item: Json) => item.territory === 'MA-AZI');
		expect(await answer('/scores/MA-AZI/agriculture')).toMatchObject({
			sector: 'agriculture',
			chain: best.chain,
			rank: expect.any(Number)
		});
	});
	it('of a place without a score says so and invents no number', async () => {
		expect(await answer('/scores/MA-RAB/saffron')).toMatchObject({ status: 'not-documented', score: null, rank: null, reference: null });
	});
});

describe('potentials and cooperatives', () => {
	it('are filtered by territory and chain', async () => {
		const { items } = await answer('/potentials?territory=MA-AZI&chain=saffron');
		expect(items.map((item: Json) => item.id)).toEqual(['E177']);
		expect(items[0].source.title).not.toBe('');
	});
	it('are filtered by box', async () => {
		const { items } = await answer('/cooperatives?bbox=-7,31,-6,33');
		expect(items.length).toBeGreaterThan(0);
		for (const { position } of items) expect(position[0] >= -7 && position[0] <= -6 && position[1] >= 31 && position[1] <= 33).toBe(true);
	});
});

describe('published counts', () => {
	it('are the newest stock of each territory with its date and source, by code', async () => {
		const { items } = await answer('/cooperatives/counts?level=province');
		const codes = items.map((item: Json) => item.territory);
		expect(codes).toEqual([...new Set(codes)].toSorted());
		expect(items.find((item: Json) => item.territory === 'MA-HAJ')).toMatchObject({ count: 46, asOf: '2014-03-31', measure: 'stock' });
		for (const item of items) {
			expect(item.territory).toMatch(/^MA-[A-Z]{3}$/);
			expect(item.branch).toBe('all');
			expect(item.source.title).not.toBe('');
		}
	});
	it('are of one territory or branch when asked', async () => {
		expect((await answer('/cooperatives/counts?territory=MA-HAJ&branch=all')).total).toBe(1);
		for (const item of (await answer('/cooperatives/counts?branch=agriculture')).items) expect(item.branch).toBe('agriculture');
	});
});

describe('partners and outlets', () => {
	it('list every type of office everywhere, and name those of the place and its region alone', async () => {
		const [all, province, elsewhere] = await Promise.all(
			['', '?territory=MA-HAJ', '?territory=MA-AZI'].map((query) => answer(`/partners${query}`))
		);
		for (const { items } of [all, province, elsewhere]) expect(items).toHaveLength(4);
		const named = ({ items }: Json) => items.flatMap((item: Json) => item.named.map(({ id }: Json) => id)).sort();
		expect(named(province)).toEqual(['PN09', 'PN17', 'PN28']);
		expect(named(elsewhere)).toEqual([]);
		expect(named(all)).toEqual(['PN02', 'PN05', 'PN09', 'PN17', 'PN28']);
	});
	it('give a province the meetings of its region, and its own outlets before those of the country', async () => {
		expect((await answer('/partners/meetings?territory=MA-HAJ')).items.map(({ region }: Json) => region)).toEqual(['MA-03', 'MA-03']);
		expect((await answer('/partners/outlets?territory=MA-HAJ')).items.map(({ id }: Json) => id)).toEqual(['PO08', 'PO01']);
	});
	it('name no commune: sources name none by code', async () => {
		const response = await ask('/partners?territory=03.171.01.05');
		expect([response.status, (await response.json()).type]).toEqual([400, 'urn:furas:problem:bad-parameter']);
	});
});

describe('existing projects', () => {
	it('of a region are those of its provinces', async () => {
		const [all, region, province] = await Promise.all(
			['', '?territory=MA-03', '?territory=MA-HAJ'].map((query) => answer(`/existing-projects${query}`))
		);
		expect(all.items[0]).toMatchObject({ id: 'XP01', programme: 'INDH', amountMad: 3977080, indhAmountMad: null, areaM2: 350 });
		expect(region.items).toEqual(all.items);
		expect(province.items).toEqual(all.items);
		expect((await answer('/existing-projects?territory=MA-AZI')).total).toBe(0);
	});
});

describe('a reader who comes back', () => {
	it('gets 304 and no body for an answer already held', async () => {
		const first = await ask('/sectors');
		const etag = first.headers.get('etag')!;
		expect(etag).toMatch(/^"[\w-]+"$/);
		const again = await ask('/sectors', { headers: { 'if-none-match': etag } });
		expect(again.status).toBe(304);
		expect(await again.text()).toBe('');
		expect(again.headers.get('etag')).toBe(etag);
		expect((await ask('/indicators', { headers: { 'if-none-match': etag } })).status).toBe(200);
	});
	it('may come from any site', async () => {
		expect((await ask('/sectors', { headers: { origin: 'https://example.org' } })).headers.get('access-control-allow-origin')).toBe('*');
	});
	it('may pin the release', async () => {
		expect((await answer(`/sectors?release=${RELEASE.id}`)).release).toBe(RELEASE.id);
	});
});

describe('the description of the API', () => {
	it('has every route with its parameters', async () => {
		const { paths, openapi } = await answer('/openapi.json');
		expect(openapi).toBe('3.1.0');
		expect(Object.keys(paths).sort()).toEqual(
			[
				'/api/v1/cooperatives',
				'/api/v1/cooperatives/counts',
				'/api/v1/diagnostics/{code}',
				'/api/v1/existing-projects',
				'/api/v1/feedback',
				'/api/v1/funding',
				'/api/v1/funding/match',
				'/api/v1/health',
				'/api/v1/hotspots',
				'/api/v1/ideas',
				'/api/v1/ideas/board',
				'/api/v1/indicators',
				'/api/v1/indicators/{id}/values',
				'/api/v1/near',
				'/api/v1/needs',
				'/api/v1/office/feedback',
				'/api/v1/office/feedback/{id}',
				'/api/v1/office/feedback/{id}/accept',
				'/api/v1/office/feedback/{id}/move',
				'/api/v1/office/ideas',
				'/api/v1/office/ideas/{id}',
				'/api/v1/office/ideas/{id}/move',
				'/api/v1/office/imports',
				'/api/v1/office/imports/{id}',
				'/api/v1/office/imports/{id}/decisions',
				'/api/v1/office/imports/{id}/enter',
				'/api/v1/office/imports/{id}/mapping',
				'/api/v1/office/imports/{id}/questions/{question}',
				'/api/v1/office/imports/{id}/read',
				'/api/v1/office/imports/{id}/remove',
				'/api/v1/office/imports/{id}/reopen',
				'/api/v1/office/imports/{id}/rows',
				'/api/v1/office/imports/{id}/rows/{line}',
				'/api/v1/office/imports/{id}/undo',
				'/api/v1/office/jury',
				'/api/v1/office/jury/{id}/scores',
				'/api/v1/office/meetings',
				'/api/v1/partners',
				'/api/v1/partners/meetings',
				'/api/v1/partners/outlets',
				'/api/v1/potentials',
				'/api/v1/projects',
				'/api/v1/projects/{id}',
				'/api/v1/projects/{id}/case.xlsx',
				'/api/v1/projects/{id}/dossier.pdf',
				'/api/v1/projects/{id}/evaluate',
				'/api/v1/recommendations',
				'/api/v1/releases',
				'/api/v1/reservations',
				'/api/v1/scores',
				'/api/v1/scores/{code}/{sector}',
				'/api/v1/sectors',
				'/api/v1/sensitivity/{code}/{sector}',
				'/api/v1/sources',
				'/api/v1/territories',
				'/api/v1/territories/{code}',
				'/api/v1/zones'
			].sort()
		);
		const parameters = paths['/api/v1/scores'].get.parameters.map((parameter: Json) => parameter.name);
		expect(parameters).toEqual(
			expect.arrayContaining(['sector', 'level', 'preset', 'weights', 'aggregator', 'release', 'limit', 'offset'])
		);
	});
	it('says that the server is well', async () => {
		expect(await answer('/health')).toEqual({ status: 'ok', release: RELEASE.id });
	});
});
