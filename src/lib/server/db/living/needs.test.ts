import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/core/account/actor.ts';
import type { NeedDetails } from '#lib/core/need/need.ts';
import { readAudit, verifyChain } from './audit.ts';
import { countNeeds, declareNeed, DuplicateError, findNeed, listNeeds, moveNeed, needsAlike, type NewNeed } from './needs.ts';
import { openLiving, type LivingStore } from './open.ts';
import { MoveError, track, withdraw } from './submissions.ts';

const FES: Actor = { id: 'fes', role: 'delegate', regions: ['MA-03'] };
const SOUSS: Actor = { id: 'souss', role: 'delegate', regions: ['MA-09'] };

let living: LivingStore;
beforeEach(async () => {
	living = await openLiving(':memory:', () => new Date('2026-11-26T08:00:00Z'));
});
afterEach(() => living.close());

const water: NeedDetails = { need: 'water', declarer: 'cooperative', urgency: 'season' };
const declare = (sent: Partial<NewNeed> = {}, details: Partial<NeedDetails> = {}) =>
	declareNeed(
		living,
		null,
		{
			region: 'MA-03',
			province: 'MA-HAJ',
			commune: null,
			chain: null,
			language: 'ar',
			channel: 'web',
			meeting: null,
			contact: { name: 'فاطمة', phone: '0600000000', email: null },
			words: 'بئر للتعاونية',
			...sent
		},
		{ ...water, ...details }
	);

describe('a declared need', () => {
	it('is seen with its words by the delegate of its region, and by no other', async () => {
		const { id } = await declare();
		expect(await findNeed(living, FES, id)).toMatchObject({ need: 'water', urgency: 'season', words: 'بئر للتعاونية', status: 'received' });
		expect(await findNeed(living, SOUSS, id)).toBeNull();
		expect((await listNeeds(living, SOUSS, { limit: 10 })).total).toBe(0);
		expect(await moveNeed(living, SOUSS, { id, to: 'qualified' })).toBe(false);
		expect(await findNeed(living, FES, id)).toMatchObject({ status: 'received' });
	});

	it('is listed by status, kind and province', async () => {
		const { id } = await declare();
		await declare({ province: 'MA-MEK' }, { need: 'market' });
		await moveNeed(living, FES, { id, to: 'qualified' });
		const ids = async (filter: object) => (await listNeeds(living, FES, { limit: 10, ...filter })).items.map((need) => need.need);
		expect(await ids({ status: 'qualified' })).toEqual(['water']);
		expect(await ids({ need: 'market' })).toEqual(['market']);
		expect(await ids({ province: 'MA-HAJ' })).toEqual(['water']);
		expect(await ids({ province: 'MA-HAJ', need: 'market' })).toEqual([]);
	});

	it('counts once it is qualified, and no more once it is met, refused or taken back', async () => {
		const sent = await Promise.all([declare(), declare(), declare(), declare()]);
		expect(await countNeeds(living)).toEqual([]);
		for (const { id } of sent) await moveNeed(living, FES, { id, to: 'qualified', note: 'شكرا' });
		expect(await countNeeds(living)).toEqual([{ province: 'MA-HAJ', need: 'water', count: 4 }]);
		await moveNeed(living, FES, { id: sent[0]!.id, to: 'met' });
		await moveNeed(living, FES, { id: sent[1]!.id, to: 'rejected' });
		expect(await withdraw(living, sent[2]!.code)).toBe(true);
		expect(await countNeeds(living)).toEqual([{ province: 'MA-HAJ', need: 'water', count: 1 }]);
		expect((await track(living, sent[3]!.code))!.steps.map(({ status, note }) => [status, note])).toEqual([
			['received', null],
			['qualified', 'شكرا']
		]);
	});

	it('offers those that may say the same: of the commune first, then of the chain, never another kind or province', async () => {
		const { id } = await declare({ commune: '04.171.01.01', chain: 'honey' });
		const far = await declare();
		const ofChain = await declare({ chain: 'honey' });
		const ofCommune = await declare({ commune: '04.171.01.01' });
		await declare({ province: 'MA-MEK' });
		await declare({}, { need: 'market' });
		const alike = await needsAlike(living, FES, (await findNeed(living, FES, id))!);
		expect(alike.map((need) => need.id)).toEqual([ofCommune.id, ofChain.id, far.id]);
	});

	it('is a duplicate of a need that is kept, or of none', async () => {
		const [first, second, third] = [await declare(), await declare(), await declare({ region: 'MA-09', province: 'MA-AGD' })];
		const asDuplicate = (duplicateOf: string | null) => moveNeed(living, FES, { id: second.id, to: 'duplicate', duplicateOf });
		for (const of of [null, second.id, third.id, 'x']) await expect(asDuplicate(of)).rejects.toThrow(DuplicateError);
		expect(await findNeed(living, FES, second.id)).toMatchObject({ status: 'received', duplicateOf: null });
		expect(await asDuplicate(first.id)).toBe(true);
		expect(await findNeed(living, FES, second.id)).toMatchObject({ status: 'duplicate', duplicateOf: first.id });
		const back = moveNeed(living, FES, { id: first.id, to: 'duplicate', duplicateOf: second.id });
		await expect(back).rejects.toThrow(DuplicateError);
		await moveNeed(living, FES, { id: second.id, to: 'received' });
		expect(await findNeed(living, FES, second.id)).toMatchObject({ status: 'received', duplicateOf: null });
	});

	it('goes no way the pipeline does not have, and leaves a log without a word of it', async () => {
		const { id } = await declare();
		await expect(moveNeed(living, FES, { id, to: 'met' })).rejects.toThrow(MoveError);
		await moveNeed(living, FES, { id, to: 'qualified', note: 'فاطمة' });
		const log = JSON.stringify(await readAudit(living, { limit: 10 }));
		for (const word of ['فاطمة', '0600000000', 'بئر']) expect(log).not.toContain(word);
		expect((await verifyChain(living)).brokenAt).toBeNull();
	});
});
