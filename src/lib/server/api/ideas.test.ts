import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '#lib/core/account/account.ts';
import type { Role } from '#lib/core/account/actor.ts';
import { cookieName } from '../account/cookie.ts';
import { createAccount, findAccount } from '../db/living/accounts.ts';
import { createMeeting } from '../db/living/meetings.ts';
import type { LivingStore } from '../db/living/open.ts';
import { startSession } from '../db/living/sessions.ts';
import { track } from '../db/living/submissions.ts';
import { livingDeps } from '../fixtures/living.ts';
import { sampleReleases } from '../fixtures/ten-provinces.ts';
import type { Releases } from '../release.ts';
import { createApi } from './create.ts';
import type { Api } from './deps.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as a foreign program would read them
type Json = any;

const IDEA = {
	title: 'تثمين التين المجفف',
	pitch: 'نجفف التين ونلفه ونبيعه في أسواق المدينة',
	need: 'market',
	holder: 'group',
	members: 7,
	stage: 'tried',
	province: 'MA-HAJ',
	language: 'ar',
	consent: true
};
const GATE = ['legal', 'place', 'resource', 'people'];

let releases: Releases;
let living: LivingStore;
let api: Api;
const cookies = new Map<string, string>();
beforeAll(async () => {
	releases = await sampleReleases();
	const deps = await livingDeps();
	living = deps.living;
	api = createApi({ releases, ...deps });
	for (const [name, role, regions] of [
		['fes', 'delegate', ['MA-03']],
		['souss', 'delegate', ['MA-09']],
		['one', 'juror', []],
		['two', 'juror', []]
	] as const)
		cookies.set(name, `${cookieName(false)}=${await startSession(living, await account(name, role, [...regions]))}`);
});
afterAll(async () => {
	await releases.close();
	await living.close();
});

async function account(name: string, role: Role, regions: string[]): Promise<Account> {
	const { id } = await createAccount(living, null, { email: `${name}@example.org`, name, role, regions });
	return (await findAccount(living, id))!;
}

const HOST = 'http://localhost';
const post = (path: string, body: object, who?: string) =>
	api.request(`${HOST}/api/v1${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: HOST, ...(who && { cookie: cookies.get(who)! }) },
		body: JSON.stringify(body)
	});
const get = (path: string, who?: string) => api.request(`${HOST}/api/v1${path}`, who ? { headers: { cookie: cookies.get(who)! } } : {});
const board = async (query = ''): Promise<Json> => (await get(`/ideas/board${query}`)).json();

describe('an idea sent by a program', () => {
	it('is kept with a tracking code, and is not public before a moderator has read it', async () => {
		const answer = await post('/ideas', IDEA);
		expect(answer.status).toBe(200);
		const { code } = (await answer.json()) as Json;
		expect((await track(living, code))!.submission).toMatchObject({
			region: 'MA-03',
			province: 'MA-HAJ',
			channel: 'web',
			status: 'received'
		});
		expect(await board()).toMatchObject({ items: [], total: 0 });
	});

	it('names the meeting it comes from', async () => {
		const fes = (await findAccount(living, await accountId('fes')))!;
		const meeting = (await createMeeting(living, fes, { region: 'MA-03', province: null, date: '2026-12-05', place: 'دار الشباب' }))!;
		const { code } = (await (await post('/ideas', { ...IDEA, meeting: meeting.code.toLowerCase() })).json()) as Json;
		expect((await track(living, code))!.submission).toMatchObject({ channel: 'meeting', meeting: meeting.code });
		const { items } = (await (await get('/office/meetings', 'fes')).json()) as Json;
		expect(items[0].counts).toEqual({ scanned: 1, paper: 0, public: 0 });
	});

	it.each([
		['no consent', { consent: false }, 400, 'consent'],
		['a telephone number in its pitch', { pitch: 'اتصلوا بي 0612345678' }, 422, 'pitch'],
		['a pitch of 281 letters', { pitch: 'ت'.repeat(281) }, 422, 'pitch'],
		['no province of that code', { province: 'MA-XXX' }, 404, 'MA-XXX'],
		['a region for a province', { province: 'MA-03' }, 422, 'province'],
		['a chain nobody knows', { chain: 'unobtainium' }, 404, 'unobtainium'],
		['a meeting nobody held', { meeting: '2222-2222' }, 422, 'meeting'],
		['a field nobody asked for', { name: 'فاطمة' }, 400, 'name']
	])('with %s is refused in one sentence', async (_, change, status, word) => {
		const answer = await post('/ideas', { ...IDEA, ...change });
		expect(answer.status).toBe(status);
		expect(((await answer.json()) as Json).detail).toContain(word);
	});
});

const accountId = async (name: string): Promise<string> =>
	(await living.db.selectFrom('account').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;

describe('the board', () => {
	it('shows an idea that passed, counted by need and place, and says nothing of who sent it', async () => {
		const { items } = (await (await get('/office/ideas?status=received', 'fes')).json()) as Json;
		const [{ id }] = items;
		expect((await post(`/office/ideas/${id}/move`, { to: 'screened', gate: GATE }, 'fes')).status).toBe(200);
		const shown = await board();
		expect(shown.total).toBe(1);
		expect(shown.items[0]).toMatchObject({ id, title: IDEA.title, need: 'market', province: 'MA-HAJ', status: 'screened' });
		expect(Object.keys(shown.items[0])).not.toEqual(expect.arrayContaining(['holder', 'commune', 'members', 'meeting']));
		expect(shown.provinces).toEqual([{ territory: 'MA-HAJ', ideas: 1 }]);
		expect(shown.needs.find(({ need }: Json) => need === 'market').ideas).toBe(1);
		expect(await board('?need=water')).toMatchObject({ total: 0 });
		expect(await board('?territory=MA-09')).toMatchObject({ total: 0 });
		expect((await get('/ideas/board')).headers.get('cache-control')).toBe('no-store');
	});

	it('does not tell a number from 1 to 4 of those nobody has read', async () => {
		const waiting = async (): Promise<number | null> => (await board()).waiting.find(({ region }: Json) => region === 'MA-03').ideas;
		expect(await waiting()).toBeNull();
		for (let i = 0; i < 5; i++) await post('/ideas', IDEA);
		expect(await waiting()).toBe(6);
	});

	it('refuses what it cannot be asked for', async () => {
		expect((await get('/ideas/board?status=received')).status).toBe(400);
		expect((await get('/ideas/board?territory=MA-XXX')).status).toBe(404);
		expect((await get('/ideas/board?holder=group')).status).toBe(400);
	});
});

describe('the office', () => {
	it('shows a delegate his regions only, and what he may not see is not there', async () => {
		const { items } = (await (await get('/office/ideas', 'fes')).json()) as Json;
		expect(items.length).toBeGreaterThan(0);
		expect(((await (await get('/office/ideas', 'souss')).json()) as Json).total).toBe(0);
		expect((await get(`/office/ideas/${items[0].id}`, 'souss')).status).toBe(404);
		expect((await post(`/office/ideas/${items[0].id}/move`, { to: 'rejected' }, 'souss')).status).toBe(404);
		expect((await get('/office/ideas', 'one')).status).toBe(403);
		expect((await get('/office/ideas')).status).toBe(401);
	});

	it('takes an idea to two jurors, whose points decide and whom nobody names', async () => {
		const { items } = (await (await get('/office/ideas?status=screened', 'fes')).json()) as Json;
		const [{ id }] = items;
		const move = (to: string) => post(`/office/ideas/${id}/move`, { to }, 'fes');
		expect((await move('winner')).status).toBe(422);
		expect((await move('created')).status).toBe(409);
		expect((await move('pitched')).status).toBe(200);
		for (const [who, points] of [
			['one', 20],
			['two', 22]
		] as const) {
			const asked = ((await (await get('/office/jury', who)).json()) as Json).items;
			expect(asked.map((idea: Json) => idea.id)).toEqual([id]);
			expect(Object.keys(asked[0])).not.toEqual(expect.arrayContaining(['holder', 'commune']));
			const scores = { social: points, economic: points, innovation: points, territorial: points };
			expect((await post(`/office/jury/${id}/scores`, { ...scores, social: 26 }, who)).status).toBe(400);
			expect((await post(`/office/jury/${id}/scores`, scores, who)).status).toBe(200);
			expect((await post(`/office/jury/${id}/scores`, scores, who)).status).toBe(422);
		}
		const { jury } = (await (await get(`/office/ideas/${id}`, 'fes')).json()) as Json;
		expect(jury).toMatchObject({ seats: 2, verdict: { kind: 'decided', mean: 84, spread: 8 } });
		expect((await move('winner')).status).toBe(200);
		expect((await post(`/office/jury/${id}/scores`, { social: 1, economic: 1, innovation: 1, territorial: 1 }, 'fes')).status).toBe(403);
	});
});
