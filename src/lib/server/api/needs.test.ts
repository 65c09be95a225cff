import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/core/account/actor.ts';
import { NEED_KINDS, type NeedKind } from '#lib/core/need/kinds.ts';
import { declareNeed, moveNeed } from '../db/living/needs.ts';
import type { LivingStore } from '../db/living/open.ts';
import { reserve } from '../db/living/projects.ts';
import { livingDeps } from '../fixtures/living.ts';
import { sampleReleases } from '../fixtures/ten-provinces.ts';
import type { Releases } from '../release.ts';
import { createApi } from './create.ts';
import type { Api } from './deps.ts';

const OFFICE: Actor = { id: 'office', role: 'delegate', regions: ['MA-03'] };
const sent = { region: 'MA-03', province: 'MA-HAJ', language: 'ar', channel: 'web', meeting: null } as const;
const contact = { name: 'فاطمة الزهراء', phone: '0612345678', email: 'fatima@example.org' };

let releases: Releases;
let living: LivingStore;
let api: Api;
beforeAll(async () => {
	releases = await sampleReleases();
	const deps = await livingDeps();
	living = deps.living;
	api = createApi({ releases, ...deps });
	await declare('water', 7);
	await declare('market', 3);
	await declareNeed(living, null, { ...sent, commune: null, chain: null, contact, words: 'لم يُنظر فيه' }, need('training'));
	for (let i = 0; i < 2; i++)
		await reserve(living, OFFICE, {
			...{ ...sent, contact, texts: { words: 'سر' }, commune: '04.171.01.01', chain: 'honey', model: 'M04' },
			...{ members: 7, planned: null, idea: null }
		});
});
afterAll(async () => {
	await releases.close();
	await living.close();
});

const need = (kind: NeedKind) => ({ need: kind, declarer: 'resident', urgency: 'now' }) as const;

async function declare(kind: NeedKind, times: number): Promise<void> {
	for (let i = 0; i < times; i++) {
		const { id } = await declareNeed(living, null, { ...sent, commune: null, chain: null, contact, words: 'بئر قرب الدوار' }, need(kind));
		await moveNeed(living, OFFICE, { id, to: 'qualified', note: 'شكرا فاطمة' });
	}
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as a foreign program would read them
type Json = any;
const ask = (path: string) => api.request(`/api/v1${path}`);
const items = async (path: string): Promise<Json[]> => ((await (await ask(path)).json()) as Json).items;

describe('declared needs', () => {
	it('are counted by province and kind, the small ones and what would tell them as ranges', async () => {
		const of = (lines: Json[], kind: string | null) => lines.find((line) => line.territory === 'MA-HAJ' && line.need === kind);
		const lines = await items('/needs');
		expect(of(lines, 'water')).toEqual({ territory: 'MA-HAJ', need: 'water', least: 7, most: 7, exact: true });
		expect(of(lines, 'market')).toEqual({ territory: 'MA-HAJ', need: 'market', least: 1, most: 4, exact: false });
		expect(of(lines, 'training')).toMatchObject({ least: 0, most: 0, exact: true });
		expect(of(lines, null)).toMatchObject({ least: 8, most: 11, exact: false });
		expect(lines).toHaveLength(10 * (NEED_KINDS.length + 1));
	});

	it('are told of the nation, of regions and of one kind, never of communes', async () => {
		expect(await items('/needs?level=nation&need=water')).toEqual([{ territory: null, need: 'water', least: 7, most: 7, exact: true }]);
		expect((await items('/needs?level=region&need=market')).find(({ territory }) => territory === 'MA-03')).toMatchObject({ most: 4 });
		expect((await ask('/needs?level=commune')).status).toBe(400);
		expect((await ask('/needs?need=gold')).status).toBe(400);
		expect((await ask('/needs?chain=honey')).status).toBe(400);
	});

	it('and projects in progress say nothing of anybody, and are kept by no cache', async () => {
		for (const path of ['/needs', '/reservations', '/needs?level=nation', '/reservations?level=nation']) {
			const answer = await ask(path);
			const text = await answer.text();
			for (const word of ['فاطمة', '0612345678', 'fatima', 'بئر', 'سر', '04.171']) expect(text).not.toContain(word);
			expect(answer.headers.get('cache-control')).toBe('no-store');
		}
	});
});

describe('projects in progress', () => {
	it('are counted by province and chain, and said to be few when they are few', async () => {
		const found = await items('/reservations?chain=honey');
		expect(found.find(({ territory }) => territory === 'MA-HAJ')).toEqual({
			territory: 'MA-HAJ',
			chain: 'honey',
			least: 1,
			most: 4,
			exact: false
		});
		expect(found.filter(({ most }) => most > 0)).toHaveLength(1);
		expect((await ask('/reservations?chain=unobtainium')).status).toBe(404);
	});
});
