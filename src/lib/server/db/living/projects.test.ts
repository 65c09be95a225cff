import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/core/account/actor.ts';
import { verifyChain } from './audit.ts';
import { openLiving, type LivingStore } from './open.ts';
import {
	findProject,
	lapseOutdated,
	listProjects,
	moveProject,
	noteNews,
	pipelineCounts,
	reservationOfIdea,
	reserve,
	type NewReservation
} from './projects.ts';
import { track, withdraw } from './submissions.ts';

const FES: Actor = { id: 'fes', role: 'delegate', regions: ['MA-03'] };
const SOUSS: Actor = { id: 'souss', role: 'delegate', regions: ['MA-09'] };
const YEAR = 366 * 86_400_000;

let time: number;
let living: LivingStore;
beforeEach(async () => {
	time = Date.parse('2026-11-26T08:00:00Z');
	living = await openLiving(':memory:', () => new Date(time));
});
afterEach(() => living.close());

const wanted: NewReservation = {
	model: 'M04',
	chain: 'honey',
	region: 'MA-03',
	province: 'MA-HAJ',
	commune: '04.171.01.01',
	members: 7,
	planned: '2027-03',
	idea: null,
	language: 'ar',
	channel: 'web',
	meeting: null,
	contact: null,
	texts: { words: 'مجموعة من سبع نساء' }
};
const COUNTED = { province: 'MA-HAJ', commune: '04.171.01.01', chain: 'honey' };

describe('a reservation', () => {
	it('counts as in progress once a delegate has confirmed it, through founding, until the cooperative exists', async () => {
		const { id } = await reserve(living, null, wanted);
		expect(await pipelineCounts(living)).toEqual([]);
		await moveProject(living, FES, { id, to: 'reserved' });
		expect(await pipelineCounts(living)).toEqual([{ ...COUNTED, count: 1 }]);
		await moveProject(living, FES, { id, to: 'founding' });
		expect(await pipelineCounts(living)).toEqual([{ ...COUNTED, count: 1 }]);
		await moveProject(living, FES, { id, to: 'created' });
		expect(await pipelineCounts(living)).toEqual([]);
	});

	it('is seen and moved by the delegate of its region alone', async () => {
		const { id } = await reserve(living, null, wanted);
		expect(await findProject(living, FES, id)).toMatchObject({ model: 'M04', members: 7, planned: '2027-03', words: 'مجموعة من سبع نساء' });
		expect(await findProject(living, SOUSS, id)).toBeNull();
		expect(await moveProject(living, SOUSS, { id, to: 'reserved' })).toBe(false);
		expect(await noteNews(living, SOUSS, id, null)).toBe(false);
	});

	it('lapses after twelve months without news, in every count at once, and written down by the daily round', async () => {
		const { id, code } = await reserve(living, null, wanted);
		await moveProject(living, FES, { id, to: 'reserved' });
		time += YEAR;
		expect(await pipelineCounts(living)).toEqual([]);
		const stands = async (status: string) => (await listProjects(living, FES, { status, limit: 9 })).items.map(({ standing }) => standing);
		expect(await stands('reserved')).toEqual([]);
		expect(await stands('lapsed')).toEqual(['lapsed']);
		expect(await lapseOutdated(living)).toBe(1);
		expect(await lapseOutdated(living)).toBe(0);
		expect((await track(living, code!))!.steps.at(-1)).toMatchObject({ status: 'lapsed' });
		expect((await verifyChain(living)).brokenAt).toBeNull();
	});

	it('begins its twelve months anew with news', async () => {
		const { id, code } = await reserve(living, null, wanted);
		expect(await noteNews(living, FES, id, null)).toBe(false);
		await moveProject(living, FES, { id, to: 'reserved' });
		time += YEAR / 2;
		expect(await noteNews(living, FES, id, 'القانون الأساسي جاهز')).toBe(true);
		time += YEAR / 2;
		expect(await pipelineCounts(living)).toHaveLength(1);
		expect((await track(living, code!))!.steps.at(-1)).toMatchObject({ status: 'reserved', note: 'القانون الأساسي جاهز' });
	});

	it('is gone from the counts when its sender takes it back', async () => {
		const { id, code } = await reserve(living, null, wanted);
		await moveProject(living, FES, { id, to: 'reserved' });
		expect(await withdraw(living, code!)).toBe(true);
		expect(await pipelineCounts(living)).toEqual([]);
		expect(await findProject(living, FES, id)).toMatchObject({ standing: 'withdrawn', words: '' });
	});

	it('of a winning idea is made once, reserved at once, and only by who may moderate its region', async () => {
		const ofIdea = { ...wanted, idea: 'idea-1' };
		await expect(reserve(living, SOUSS, ofIdea)).rejects.toThrow(RangeError);
		await expect(reserve(living, { id: 'j', role: 'juror', regions: 'all' }, ofIdea)).rejects.toThrow(RangeError);
		const { id } = await reserve(living, FES, ofIdea);
		expect(await reserve(living, FES, ofIdea)).toEqual({ id, code: null });
		expect(await reservationOfIdea(living, 'idea-1')).toMatchObject({ id, standing: 'reserved' });
		expect(await reservationOfIdea(living, 'idea-2')).toBeNull();
	});
});
