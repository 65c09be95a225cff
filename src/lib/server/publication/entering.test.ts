import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/core/account/actor.ts';
import { parseAbout } from '#lib/core/feedback/about.ts';
import type { EvidenceFact } from '#lib/core/feedback/feedback.ts';
import { markPublished } from '../db/living/accepted.ts';
import { change } from '../db/living/audit.ts';
import { acceptClaim, sendClaim } from '../db/living/claims.ts';
import { acceptFeedback, sendFeedback } from '../db/living/feedback.ts';
import { openLiving, type LivingStore } from '../db/living/open.ts';
import type { NewSubmission } from '../db/living/submissions.ts';
import { RECORDS, sampleReleases } from '../fixtures/ten-provinces.ts';
import type { Releases } from '../release.ts';
import { enteringFacts } from './entering.ts';

const PLANNER: Actor = { id: 'planner', role: 'planner', regions: 'all' };
const text = (said: string) => ({ ar: said, fr: said, en: said });
const COMMON: Omit<NewSubmission, 'kind' | 'texts'> = {
	...{ region: 'MA-03', province: 'MA-HAJ', commune: null, chain: null, language: 'fr', channel: 'web', meeting: null },
	contact: { name: 'Fatima', phone: '0600000000', email: null }
};
const HONEY: EvidenceFact = {
	...{ territory: 'MA-HAJ', chain: 'honey', product: text('Miel du causse'), kind: 'production', scope: 'province' },
	...{ value: null, unit: null, year: '2026', sourceDate: null, source: { title: 'Monographie 2026', url: null } }
};
const ILLITERACY = 'indicator:illiteracy_rate_10p@MA-HAJ/2024';
const [NAMED] = RECORDS.cooperatives;

let releases: Releases;
let living: LivingStore;
beforeAll(async () => {
	releases = await sampleReleases();
});
afterAll(() => releases.close());
beforeEach(async () => {
	await living?.close();
	living = await openLiving(':memory:');
});
afterAll(() => living.close());

const entering = (hasRegister = false) => enteringFacts(living, releases.current, hasRegister);

async function accepted(fact: { evidence: EvidenceFact } | { value: string }): Promise<string> {
	const seen = { name: text('x'), value: 1, unit: null, decimals: 0, year: null, source: null };
	const subject = { about: parseAbout(ILLITERACY)!, territory: 'MA-HAJ', release: releases.built, seen };
	const sent = { type: 'dispute', words: 'Trop bas', value: null, unit: null, year: null, source: null } as const;
	const { id } = await sendFeedback(living, null, COMMON, subject, sent);
	const correction = { field: 'value', year: null, source: HONEY.source };
	const made = 'value' in fact ? { correction: { ...correction, ...fact }, about: ILLITERACY } : fact;
	await acceptFeedback(living, PLANNER, { id }, made);
	return id;
}

async function claimed(about: string, changes: object): Promise<string> {
	const { id } = await sendClaim(living, null, COMMON, { about, release: releases.built }, { changes, proof: 'PV' });
	await acceptClaim(living, PLANNER, { id }, { about, changes, source: { title: 'PV', url: null } });
	return id;
}

describe('what enters the next release', () => {
	it('is nothing where nothing was accepted', async () => {
		expect(await entering()).toEqual({ evidence: [], corrections: [], submissions: [], fresh: 0, byHand: 0 });
	});

	it('is accepted evidence, and stays in every later release, no longer new', async () => {
		const id = await accepted({ evidence: HONEY });
		expect(await entering()).toMatchObject({ evidence: [{ territory: 'MA-HAJ', chain: 'honey' }], submissions: [id], fresh: 1, byHand: 0 });
		const done = { actor: PLANNER, action: 'release.approve', subject: 'r1', region: null };
		await change(living, done, (writing, at) => markPublished(writing, at, [id], 'r1'));
		expect(await entering()).toMatchObject({ evidence: [{ territory: 'MA-HAJ' }], submissions: [id], fresh: 0 });
	});

	it('is no evidence that the base documents itself by now, which is out all the same', async () => {
		const known = RECORDS.evidence.find(({ chain }) => chain !== null)!;
		const { territory, chain, product, kind, source } = known;
		const id = await accepted({ evidence: { ...HONEY, territory, chain: chain!, product, kind, source } });
		expect(await entering()).toEqual({ evidence: [], corrections: [], submissions: [id], fresh: 0, byHand: 0 });
	});

	it('is no evidence for a chain or place the data have no more, and no figure of a publisher: those wait for a hand', async () => {
		await accepted({ evidence: { ...HONEY, chain: 'gold' } });
		await accepted({ value: '25.1' });
		expect(await entering()).toEqual({ evidence: [], corrections: [], submissions: [], fresh: 0, byHand: 2 });
	});

	it('is the corrected field of a named cooperative; a claim is out when all its fields are', async () => {
		const about = `cooperative:${NAMED!.id}`;
		const whole = await claimed(about, { members: '34', nameFr: 'Ifrah' });
		await claimed(about, { year: '2005', status: 'dormant' });
		await claimed('cooperative:C999', { members: '3' });
		const { corrections, submissions, fresh, byHand } = await entering();
		expect(corrections.map(({ cooperative, field, value }) => [cooperative, field, value])).toEqual(
			expect.arrayContaining([
				[NAMED!.id, 'members', '34'],
				[NAMED!.id, 'nameFr', 'Ifrah'],
				[NAMED!.id, 'year', '2005']
			])
		);
		expect({ submissions, fresh, byHand }).toEqual({ submissions: [whole], fresh: 3, byHand: 2 });
	});

	it('tells of a correction of the register only when the register is counted', async () => {
		const id = await claimed('entry:e1', { members: '34' });
		expect(await entering(false)).toMatchObject({ corrections: [], submissions: [], byHand: 0 });
		expect(await entering(true)).toMatchObject({ corrections: [], submissions: [id], byHand: 0 });
	});
});
