import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReleases, type Releases } from '../release.ts';
import { createApi } from './create.ts';
import type { Api } from './deps.ts';
import { livingDeps } from '../fixtures/living.ts';

// What the shipped release answers to a project holder.
let releases: Releases;
let api: Api;
beforeAll(async () => {
	releases = await openReleases(process.env['FURAS_DATA'] ?? 'data/built');
	api = createApi({ releases, ...(await livingDeps()) });
});
afterAll(() => releases.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JSON as a reader of the API gets it
type Json = any;
const get = async (path: string): Promise<Json> => (await api.request(`/api/v1${path}`)).json();
const asked = (path: string, body: unknown): Promise<Response> =>
	Promise.resolve(
		api.request(`/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
	);
const post = async (path: string, body: unknown): Promise<Json> => (await asked(path, body)).json();

const EL_HAJEB = { lat: 33.69, lon: -5.37 };

describe('project sheets', () => {
	it('are the nineteen models and their micro variants, never ranked by a rate of return', async () => {
		const { items, total } = await get('/projects');
		expect(total).toBeGreaterThan(19);
		expect(items.slice(0, 19).map(({ id }: Json) => id)).toEqual(
			Array.from({ length: 19 }, (_, i) => `M${String(i + 1).padStart(2, '0')}`)
		);
		expect(items.every((item: Json) => !('irr' in item))).toBe(true);
		expect(items.filter(({ variantOf }: Json) => variantOf !== null).every(({ capital }: Json) => capital < 100_000)).toBe(true);
	});

	it('can be asked for by chain', async () => {
		const { items } = await get('/projects?chain=poultry-eggs');
		expect(items.map(({ id }: Json) => id)).toEqual(['M13', 'M13a']);
	});

	it('carry every figure with status and sources, and the publications these name', async () => {
		const { model, sources } = await get('/projects/M04');
		const known = new Set(sources.map(({ id }: Json) => id));
		for (const { price } of model.revenue) {
			expect(['sourced', 'derived', 'adapted', 'recalled', 'assumed']).toContain(price.status);
			for (const id of price.sources) expect(known).toContain(id);
		}
		expect(model.grade).toBe('A');
	});

	it('are evaluated as printed, and with the numbers of a holder', async () => {
		const shipped = await post('/projects/M13/evaluate', {});
		expect(Math.round(shipped.evaluation.withoutGrant.npv)).toBe(618_836);
		const smaller = await post('/projects/M13/evaluate', { parameters: { members: 8 } });
		expect(smaller.evaluation.grossPerMember).toBeCloseTo((shipped.evaluation.grossPerMember * 12) / 8, 6);
		expect(smaller.evaluation.withoutGrant.npv).toBe(shipped.evaluation.withoutGrant.npv);
	});

	it('answer what cannot be evaluated with one sentence, and keep no answer in a cache', async () => {
		const refused = [
			[{ parameters: { members: 8e9 } }, 422, 'between 5 and 24'],
			[{ parameters: { wings: 2 } }, 422, '"wings"'],
			[{ parameters: { members: 'many' } }, 400, 'parameters.members'],
			[{ parameter: {} }, 400, 'parameter']
		] as const;
		for (const [body, status, named] of refused) {
			const response = await asked('/projects/M13/evaluate', body);
			expect(response.status).toBe(status);
			expect(((await response.json()) as { detail: string }).detail).toContain(named);
		}
		expect((await asked('/projects/M13/evaluate', {})).headers.get('cache-control')).toBe('no-store');
		expect((await asked('/projects/M99/evaluate', {})).status).toBe(404);
	});

	it('take no body that is no JSON, or that is larger than any question', async () => {
		const send = (body: string) =>
			api.request('/api/v1/projects/M13/evaluate', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
		expect((await send('{nope')).status).toBe(400);
		expect((await send(`{"parameters":{"${'x'.repeat(70_000)}":1}}`)).status).toBe(413);
	});
});

describe('near a place', () => {
	it('the same point gives the same answer, and more decimals change nothing', async () => {
		const one = await get('/near?lat=33.69&lon=-5.37');
		expect(await get('/near?lat=33.690000000000001&lon=-5.370000000000002')).toEqual(one);
		expect(one.sectors[0].reasons.length).toBeGreaterThanOrEqual(1);
	});

	it('a larger radius loses no sector that was scored', async () => {
		const scored = async (km: number): Promise<Set<string>> => {
			const { sectors } = await get(`/near?lat=33.69&lon=-5.37&radius_km=${km}`);
			return new Set(sectors.flatMap(({ chain, score }: Json) => (score === null ? [] : [chain])));
		};
		let smaller = await scored(5);
		for (const km of [10, 20, 40, 80, 100]) {
			const larger = await scored(km);
			expect(smaller.isSubsetOf(larger)).toBe(true);
			smaller = larger;
		}
	});

	it('an empty desert has an answer: nothing lies within the radius', async () => {
		const { empty, sectors, projects } = await get('/near?lat=21.3&lon=-14.2&radius_km=5');
		expect(empty).toBe('no-commune-in-radius');
		expect(sectors).toEqual([]);
		expect(projects).toEqual([]);
	});

	it('swapped, foreign and unreadable positions and radii are told apart', async () => {
		const detail = async (query: string): Promise<string> => (await get(`/near?${query}`)).detail;
		expect(await detail('lat=-5.37&lon=33.69')).toContain('swapped');
		expect(await detail('lat=48.85&lon=2.35')).toContain('outside Morocco');
		expect(await detail('lat=33.69&lon=-5.37&radius_km=0')).toContain('between 5 and 100');
		expect(await detail('lat=33.69&lon=west')).toContain('"west"');
		expect(await detail('lat=33.69')).toContain('lon');
	});

	it('a group of women with a little money is led to sheets, each with reasons, limits and confidence', async () => {
		const profile = { holder: 'women', members: 12, womenShare: 1, ownMoneyMad: 60_000 };
		const { projects, excluded, needsFounders } = await post('/recommendations', { ...EL_HAJEB, profile });
		expect(needsFounders).toBe(false);
		expect(projects.length).toBeGreaterThanOrEqual(3);
		for (const { reasons, limits, confidence } of projects) {
			expect(reasons.length).toBeGreaterThanOrEqual(1);
			expect(limits.length).toBeGreaterThanOrEqual(1);
			expect(['A', 'B', 'C']).toContain(confidence);
		}
		const out = new Set(excluded.map(({ model }: Json) => model));
		expect(projects.filter(({ model }: Json) => out.has(model))).toEqual([]);
	});

	it('three graduates are told to find founders or join, and see every sheet with its reason', async () => {
		const { projects, excluded, needsFounders, sectors } = await post('/recommendations', {
			lat: 33.57,
			lon: -7.6,
			profile: { holder: 'youth', members: 3, youthShare: 1 }
		});
		expect(needsFounders).toBe(true);
		expect(projects).toEqual([]);
		expect(excluded.some(({ gate }: Json) => gate === 'founders')).toBe(true);
		expect(sectors.length).toBeGreaterThan(0);
	});
});

describe('funding', () => {
	it('lists the 58 instruments with vintage, status and confidence', async () => {
		const { items, total } = await get('/funding');
		expect(total).toBe(58);
		for (const { vintage, statusText, confidence } of items) {
			expect(vintage).not.toBe('');
			for (const text of Object.values(statusText)) expect(text).not.toBe('');
			expect(['high', 'medium', 'low']).toContain(confidence);
		}
	});

	it('judges all of them, and its plan adds up', async () => {
		const { matches, plan } = await post('/funding/match', {
			members: 12,
			womenShare: 1,
			branch: 'agri_avicole',
			chain: 'poultry-eggs',
			territories: ['MA-HAJ', 'MA-03'],
			investmentMad: 572_000,
			workingCapitalMad: 147_530,
			ownMoneyMad: 60_000
		});
		expect(matches).toHaveLength(58);
		expect(plan.layers.reduce((sum: number, { amountMad }: Json) => sum + amountMad, 0)).toBe(plan.needMad);
		for (const { verdict, refusals } of matches) if (verdict === 'refused') expect(refusals.length).toBeGreaterThan(0);
	});

	it('counts nothing against who says nothing', async () => {
		const { matches } = await post('/funding/match', {});
		const reasons = matches.flatMap(({ refusals }: Json) => refusals.map(({ reason }: Json) => reason));
		expect(reasons).not.toContain('women-share');
		expect(reasons).not.toContain('own-share');
	});
});
