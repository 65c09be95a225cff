import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/core/account/actor.ts';
import { parseAbout } from '#lib/core/feedback/about.ts';
import type { CorrectionFact, EvidenceFact, SentFeedback } from '#lib/core/feedback/feedback.ts';
import { acceptedCorrections, acceptedEvidence, markPublished } from './accepted.ts';
import { change, readAudit, verifyChain } from './audit.ts';
import { acceptClaim, findClaim, listClaims, moveClaim, sendClaim } from './claims.ts';
import {
	acceptFeedback,
	countFeedback,
	findFeedback,
	listFeedback,
	moveFeedback,
	sendFeedback,
	tallies,
	type Subject
} from './feedback.ts';
import { openLiving, type LivingStore } from './open.ts';
import { MoveError, track, withdraw, type NewSubmission } from './submissions.ts';

const FES: Actor = { id: 'fes', role: 'delegate', regions: ['MA-03'] };
const SOUSS: Actor = { id: 'souss', role: 'delegate', regions: ['MA-09'] };
const PLANNER: Actor = { id: 'planner', role: 'planner', regions: 'all' };

const ILLITERACY = 'indicator:illiteracy_rate_10p@MA-HAJ/2024';
const text = (said: string) => ({ ar: said, fr: said, en: said });
const SUBJECT: Subject = {
	about: parseAbout(ILLITERACY)!,
	territory: 'MA-HAJ',
	release: '2026.11-0000test',
	seen: { name: text('illiteracy'), value: 27.1, unit: text('%'), decimals: 1, year: '2024', source: { title: 'RGPH 2024', url: null } }
};
const DISPUTE: SentFeedback = { type: 'dispute', words: 'هذا الرقم قديم', value: null, unit: null, year: null, source: null };
const EVIDENCE: EvidenceFact = {
	territory: 'MA-HAJ',
	chain: 'honey',
	product: { ar: 'عسل الأطلس', fr: 'Miel de l’Atlas', en: 'Atlas honey' },
	kind: 'production',
	scope: 'province',
	value: 120,
	unit: text('t'),
	year: '2025',
	source: { title: 'Monographie 2025', url: null },
	sourceDate: '2025-06-30'
};
const CORRECTION: CorrectionFact = {
	field: 'value',
	value: '26.4',
	year: '2025',
	source: { title: 'HCP 2025', url: 'https://www.hcp.ma' }
};

let living: LivingStore;
beforeEach(async () => {
	living = await openLiving(':memory:', () => new Date('2026-11-26T08:00:00Z'));
});
afterEach(() => living.close());

const common = (region: string, province: string | null): Omit<NewSubmission, 'kind' | 'texts'> => ({
	region,
	province,
	commune: null,
	chain: null,
	language: 'ar',
	channel: 'web',
	meeting: null,
	contact: { name: 'فاطمة', phone: '0600000000', email: null }
});
const send = (sent: Partial<SentFeedback> = {}, region = 'MA-03', subject = SUBJECT) =>
	sendFeedback(living, null, common(region, region === 'MA-03' ? 'MA-HAJ' : null), subject, { ...DISPUTE, ...sent });

describe('feedback on a value', () => {
	it('is found with what the sender saw and wrote, by the delegate of the region alone', async () => {
		const { id } = await send({ type: 'correction', value: 26.4, unit: '%', year: '2025', source: { title: 'HCP', where: 'hcp.ma' } });
		expect(await findFeedback(living, FES, id)).toMatchObject({
			about: ILLITERACY,
			type: 'correction',
			value: 26.4,
			seen: { value: 27.1, year: '2024' },
			texts: { words: 'هذا الرقم قديم', unit: '%', title: 'HCP', where: 'hcp.ma' },
			steps: [{ status: 'received' }]
		});
		for (const [actor, total] of [
			[FES, 1],
			[SOUSS, 0],
			[PLANNER, 1]
		] as const)
			expect((await listFeedback(living, actor, { limit: 10 })).total).toBe(total);
		expect(await findFeedback(living, SOUSS, id)).toBeNull();
		expect(await moveFeedback(living, SOUSS, { id, to: 'answered', note: 'لا' })).toBe(false);
		expect(await acceptFeedback(living, SOUSS, { id }, { evidence: EVIDENCE })).toBe(false);
		expect(await acceptedEvidence(living)).toEqual([]);
		expect(await countFeedback(living, SOUSS)).toEqual({});
	});

	it('is listed by status, type and value', async () => {
		const [first] = [await send(), await send({ type: 'evidence' })];
		await moveFeedback(living, FES, { id: first.id, to: 'answered', note: 'شكرا' });
		const total = async (filter: object) => (await listFeedback(living, FES, { ...filter, limit: 10 })).total;
		expect(await total({ status: 'answered' })).toBe(1);
		expect(await total({ type: 'evidence' })).toBe(1);
		expect(await total({ about: ILLITERACY })).toBe(2);
		expect(await total({ about: 'evidence:E001' })).toBe(0);
		expect(await countFeedback(living, FES)).toEqual({ answered: 1, received: 1 });
	});

	it('is told to the public in numbers: answered and accepted ones, unread ones from three on', async () => {
		const ids = [await send(), await send(), await send(), await send()].map(({ id }) => id);
		const tally = async () => (await tallies(living, { territories: ['MA-HAJ'] })).get(ILLITERACY);
		expect(await tally()).toMatchObject({ underReview: 4, answered: 0 });
		await moveFeedback(living, FES, { id: ids[0]!, to: 'answered', note: 'شكرا' });
		await acceptFeedback(living, FES, { id: ids[1]! }, { correction: CORRECTION, about: ILLITERACY });
		await moveFeedback(living, FES, { id: ids[2]!, to: 'rejected' });
		expect(await tally()).toEqual({ underReview: null, answered: 1, accepted: 1, published: 0 });
		expect((await tallies(living, { about: SUBJECT.about })).get(ILLITERACY)).toEqual(await tally());
		expect(JSON.stringify([...(await tallies(living, { territories: ['MA-HAJ'] }))])).not.toMatch(/فاطمة|0600|قديم/);
	});

	it('accepted as evidence is a row of the next release with its source, and says so when it is out', async () => {
		const { id, code } = await send({ type: 'evidence' });
		await acceptFeedback(living, FES, { id, note: 'قُبلت' }, { evidence: EVIDENCE });
		const [row] = await acceptedEvidence(living);
		expect(row).toMatchObject({ submission: id, release: null, sourceDate: '2025-06-30' });
		expect(row!.evidence).toEqual({
			id: expect.stringMatching(/^L[0-9a-f]{12}$/),
			territory: 'MA-HAJ',
			product: EVIDENCE.product,
			kind: 'production',
			scope: 'province',
			basis: 'stated',
			chain: 'honey',
			value: 120,
			unit: text('t'),
			year: '2025',
			source: EVIDENCE.source
		});
		const done = { actor: PLANNER, action: 'release.publish', subject: 'r1', region: null };
		const moved = await change(living, done, (writing, at) => markPublished(writing, at, [id, 'nobody'], 'r1'));
		expect(moved).toBe(1);
		expect((await acceptedEvidence(living))[0]).toMatchObject({ release: 'r1' });
		expect((await track(living, code))!.steps.map(({ status }) => status)).toEqual(['received', 'accepted', 'published']);
	});

	it('accepted and then refused is no row of the next release', async () => {
		const { id } = await send();
		await acceptFeedback(living, FES, { id }, { correction: CORRECTION, about: ILLITERACY });
		expect(await acceptedCorrections(living)).toMatchObject([{ about: ILLITERACY, field: 'value', value: '26.4' }]);
		await moveFeedback(living, FES, { id, to: 'rejected', note: 'خطأ' });
		expect(await acceptedCorrections(living)).toEqual([]);
		await expect(moveFeedback(living, FES, { id, to: 'answered' })).rejects.toBeInstanceOf(MoveError);
	});

	it('leaves nothing of the sender in the log, nor in the fact that was made of it once he took it back', async () => {
		const [{ id }, { code }] = [await send(), await send()];
		await acceptFeedback(living, FES, { id }, { evidence: EVIDENCE });
		expect(await withdraw(living, code)).toBe(true);
		expect(JSON.stringify(await readAudit(living, { limit: 50 }))).not.toMatch(/فاطمة|0600|قديم|Monographie/);
		expect(await verifyChain(living)).toMatchObject({ brokenAt: null });
		expect(await living.db.selectFrom('submission_text').selectAll().execute()).toHaveLength(1);
	});
});

describe('the claim of a cooperative', () => {
	const claim = () =>
		sendClaim(
			living,
			null,
			common('MA-03', 'MA-SEF'),
			{ about: 'cooperative:C004', release: '2026.11-0000test' },
			{ changes: { members: '34', status: 'active' }, proof: 'PV du 3 mars' }
		);

	it('is seen with its changes by the delegate of the region alone', async () => {
		const { id } = await claim();
		expect(await findClaim(living, FES, id)).toMatchObject({
			about: 'cooperative:C004',
			changes: { members: '34', status: 'active' },
			proof: 'PV du 3 mars'
		});
		expect(await findClaim(living, SOUSS, id)).toBeNull();
		expect(await listClaims(living, SOUSS, { limit: 5 })).toEqual({ items: [], total: 0 });
		expect((await listClaims(living, FES, { limit: 5, status: 'received' })).total).toBe(1);
	});

	it('accepted brings each checked field to the next release, and to the register in the same transaction', async () => {
		const { id } = await claim();
		const accepted = {
			about: 'cooperative:C004',
			changes: { members: '34' },
			source: { title: 'Déclaration de la coopérative', url: null }
		};
		const failing = acceptClaim(living, FES, { id }, accepted, () => Promise.reject(new Error('no such entry')));
		await expect(failing).rejects.toThrow('no such entry');
		expect(await acceptedCorrections(living)).toEqual([]);
		expect(await acceptClaim(living, FES, { id }, accepted)).toBe(true);
		expect(await acceptedCorrections(living)).toMatchObject([{ about: 'cooperative:C004', field: 'members', value: '34' }]);
		await moveClaim(living, FES, { id, to: 'rejected' });
		expect(await acceptedCorrections(living)).toEqual([]);
	});
});
