import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Actor } from '#lib/core/account/actor.ts';
import { declareNeed, moveNeed } from './db/living/needs.ts';
import { openLiving, type LivingStore } from './db/living/open.ts';
import { reserve } from './db/living/projects.ts';
import { watchLiving } from './living-watch.ts';

const OFFICE: Actor = { id: 'office', role: 'delegate', regions: ['MA-03'] };
const sent = { region: 'MA-03', province: 'MA-HAJ', language: 'ar', channel: 'web', meeting: null, contact: null } as const;

let living: LivingStore;
let clock = 0;
let time = Date.parse('2026-11-26T08:00:00Z');
beforeEach(async () => {
	living = await openLiving(':memory:', () => new Date(time));
});
afterEach(() => living.close());

/** The generation once a look, made two seconds after the last one, is over. */
async function seen(watch: { readonly generation: number }): Promise<number> {
	clock += 2_000;
	void watch.generation;
	await new Promise((resolve) => setTimeout(resolve, 20));
	return watch.generation;
}

it('grows when a need is qualified, a project is reserved, and when a reservation lapses by itself; not for what nobody sees', async () => {
	const watch = watchLiving(living, () => clock);
	expect(await seen(watch)).toBe(0);
	const { id } = await declareNeed(
		living,
		null,
		{ ...sent, commune: null, chain: null, words: 'x' },
		{ need: 'water', declarer: 'resident', urgency: 'now' }
	);
	expect(await seen(watch)).toBe(0);
	await moveNeed(living, OFFICE, { id, to: 'qualified' });
	expect(await seen(watch)).toBe(1);
	const project = { model: 'M04', chain: 'honey', commune: '04.171.01.01', members: null, planned: null, idea: null, texts: {} };
	await reserve(living, OFFICE, { ...sent, ...project });
	expect(await seen(watch)).toBe(2);
	time += 400 * 86_400_000;
	expect(await seen(watch)).toBe(3);
});

it('looks at the store once in two seconds at most', async () => {
	let looks = 0;
	const counted = {
		...living,
		get db() {
			looks++;
			return living.db;
		}
	};
	const watch = watchLiving(counted, () => clock);
	await seen(watch);
	const first = looks;
	for (let i = 0; i < 100; i++) void watch.generation;
	expect(looks).toBe(first);
	await seen(watch);
	expect(looks).toBe(2 * first);
});
