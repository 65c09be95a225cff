import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/core/account/actor.ts';
import { parseAbout } from '#lib/core/feedback/about.ts';
import type { EvidenceFact } from '#lib/core/feedback/feedback.ts';
import { EndedEarly, runApart } from '#lib/server/apart/run.ts';
import { createApi } from '#lib/server/api/create.ts';
import type { Api } from '#lib/server/api/deps.ts';
import { acceptedEvidence } from '#lib/server/db/living/accepted.ts';
import { createAccount } from '#lib/server/db/living/accounts.ts';
import { verifyChain } from '#lib/server/db/living/audit.ts';
import { acceptFeedback, moveFeedback, sendFeedback } from '#lib/server/db/living/feedback.ts';
import { openLiving, type LivingStore } from '#lib/server/db/living/open.ts';
import { findProposal, listProposals } from '#lib/server/db/living/proposals.ts';
import { track, type NewSubmission } from '#lib/server/db/living/submissions.ts';
import { livingDeps } from '#lib/server/fixtures/living.ts';
import { createPublicationDesk, type PublicationDesk } from '#lib/server/publication/desk.ts';
import { NothingToPublish } from '#lib/server/publication/problem.ts';
import { withFewDraws } from '#lib/server/publication/scenarios/few-draws.ts';
import { openReleases, type Releases } from '#lib/server/release.ts';
import { childrenOf } from '../scripts/process-memory.ts';
import { registerOver } from '../scripts/register/synthetic-file.ts';

const DATA = process.env.FURAS_DATA ?? 'data/built';
const NOW = '2026-12-06T09:00:00.000Z';

let store: string;
let releases: Releases;
let living: LivingStore;
let desk: PublicationDesk;
let api: Api;
let [one, two]: Actor[] = [];

/** Releases whose base is drawn with few draws, so that a proposal takes a second. */
async function openedReleases(): Promise<Releases> {
	const opened = await openReleases(DATA, { published: join(store, 'releases'), proposals: join(store, 'proposals') });
	const find: Releases['find'] = async (id) => {
		const found = await opened.find(id);
		return found && id === opened.built ? withFewDraws(found) : found;
	};
	return Object.create(opened, { find: { value: find } }) as Releases;
}

beforeAll(async () => {
	store = mkdtempSync(join(tmpdir(), 'furas-publication-'));
	let seconds = 0;
	// A clock that goes on, so that decisions have an order.
	living = await openLiving(join(store, 'living.sqlite'), () => new Date(Date.parse(NOW) + 1_000 * seconds++));
	const planner = async (email: string): Promise<Actor> => {
		const { id } = await createAccount(living, null, { email, name: email, role: 'planner', regions: [] });
		return { id, role: 'planner', regions: 'all' };
	};
	[one, two] = [await planner('one@example.org'), await planner('two@example.org')];
	releases = await openedReleases();
	desk = createPublicationDesk(releases, living, store);
	api = createApi({ releases, ...(await livingDeps()), living });
});
afterAll(async () => {
	await living.close();
	await releases.close();
	rmSync(store, { recursive: true });
});

const current = (): string => releases.current.release.id;
const proposals = (): string[] => readdirSync(join(store, 'proposals'));

interface Told {
	readonly release: string;
	readonly score: number | null;
	readonly pillars: readonly {
		readonly pillar: string;
		readonly value: number | null;
		readonly proxy?: boolean;
		readonly presence?: object | null;
	}[];
}
const told = async (chain: string, query = ''): Promise<Told> =>
	(await api.request(`/api/v1/scores/MA-HAJ/${chain}${query}`)).json() as Promise<Told>;
const room = ({ pillars }: Told) => pillars.find(({ pillar }) => pillar === 'room')!;

const text = (said: string) => ({ ar: said, fr: said, en: said });
const SAFFRON: EvidenceFact = {
	...{ territory: 'MA-HAJ', chain: 'saffron', product: text('Safran'), kind: 'production', scope: 'province' },
	...{ value: null, unit: null, year: '2026', sourceDate: null, source: { title: 'Monographie 2026', url: null } }
};

/** Sends a piece of evidence and accepts it; returns its id and tracking code. */
async function accepted(evidence: EvidenceFact): Promise<{ id: string; code: string }> {
	const common: Omit<NewSubmission, 'kind' | 'texts'> = {
		...{ region: 'MA-03', province: 'MA-HAJ', commune: null, chain: null, language: 'fr', channel: 'web', meeting: null },
		contact: { name: 'Fatima', phone: '0600000000', email: null }
	};
	const seen = { name: text('x'), value: null, unit: null, decimals: 0, year: null, source: null };
	const subject = { about: parseAbout('score:saffron@MA-HAJ')!, territory: 'MA-HAJ', release: releases.built, seen };
	const sent = { type: 'evidence', words: 'Il y a du safran', value: null, unit: null, year: null, source: null } as const;
	const { id, code } = await sendFeedback(living, null, common, subject, sent);
	await acceptFeedback(living, two!, { id }, { evidence });
	return { id, code };
}

const lastStep = async (code: string): Promise<string> => (await track(living, code))!.steps.at(-1)!.status;

describe('accepted evidence without a register', () => {
	let code: string;
	let first: string;

	it('is needed: nothing at all is no proposal', async () => {
		await expect(desk.propose(one!, null)).rejects.toMatchObject({ reason: 'nothing-to-add' });
	});

	it('is proposed by one person; the same person does not let it through, and a second proposal waits', async () => {
		({ code } = await accepted(SAFFRON));
		expect(await desk.entering()).toMatchObject({ evidence: [{ territory: 'MA-HAJ' }], fresh: 1, byHand: 0 });
		first = await desk.propose(one!, null);
		expect(await findProposal(living, first)).toMatchObject({ kind: 'accepted', asOf: null, rows: null, before: releases.built });
		await expect(desk.decide(one!, first, true)).rejects.toMatchObject({ fault: 'same-person' });
		await expect(desk.propose(two!, null)).rejects.toMatchObject({ fault: 'open-already' });
		expect(proposals()).toHaveLength(1);
		expect((await desk.release((await findProposal(living, first))!))!.release.accepted).toMatchObject({ evidence: 1 });
	});

	it('is published by no refusal: what was built goes, readers and the sender see nothing of it', async () => {
		await desk.decide(two!, first, false);
		expect(proposals()).toEqual([]);
		expect(current()).toBe(releases.built);
		expect((await releases.list()).map(({ id }) => id)).not.toContain((await findProposal(living, first))!.release);
		expect(await lastStep(code)).toBe('accepted');
	});

	it('comes out when a second person agrees: the score has it, its sender is told, and it is not proposed again', async () => {
		expect((await told('saffron')).score).toBeNull();
		const proposal = await desk.decide(two!, await desk.propose(one!, null), true);
		expect(current()).toBe(proposal.release);
		expect((await told('saffron')).score).toEqual(expect.any(Number));
		expect(await told('saffron', `?release=${releases.built}`)).toMatchObject({ release: releases.built, score: null });
		expect(await lastStep(code)).toBe('published');
		expect((await acceptedEvidence(living))[0]).toMatchObject({ release: proposal.release });
		await expect(desk.propose(one!, null)).rejects.toMatchObject({ reason: 'no-change' });
		expect(proposals()).toEqual([]);
		await expect(desk.decide(two!, proposal.id, true)).rejects.toMatchObject({ fault: 'decided' });
	});

	it('that is taken back before the decision makes the proposal outdated', async () => {
		const honey = await accepted({ ...SAFFRON, chain: 'honey', product: text('Miel du causse') });
		const proposal = await desk.propose(one!, null);
		await moveFeedback(living, two!, { id: honey.id, to: 'rejected', note: 'Erreur' });
		await expect(desk.decide(two!, proposal, true)).rejects.toMatchObject({ fault: 'outdated' });
		expect(await lastStep(honey.code)).toBe('rejected');
		await desk.decide(two!, proposal, false);
	});
});

describe('a register of 5,000 rows', () => {
	const EMPTY = 'licit-cannabis';
	const { truth } = registerOver('data', { seed: 7, rows: 5_000, thisYear: 2026 });
	let before: Told;
	let older: string;

	beforeAll(async () => {
		older = current();
		before = await told('poultry-eggs');
		const territories = await releases.current.bank.territories.list();
		const regionOf = new Map(territories.map(({ code, parent }) => [code, parent]));
		const entries = truth.flatMap(({ commune, province, chain, status }, row) => {
			const kept = chain === EMPTY ? null : chain;
			const region = province === null ? null : (regionOf.get(province) ?? null);
			return [{ ...NOBODY, id: `e${row}`, name: `SYNTHETIC ${row}`, commune, province, region, chain: kept, status }];
		});
		for (let from = 0; from < entries.length; from += 500)
			await living.db
				.insertInto('register_entry')
				.values(entries.slice(from, from + 500))
				.execute();
		await living.db.insertInto('register_import').values(COMMITTED).execute();
	}, 60_000);

	it('is proposed with the facts, and what was let through is shown after a crash before it was', async () => {
		const failing = Object.create(releases, { publish: { value: () => Promise.reject(new Error('the disk is full')) } }) as Releases;
		const crashing = createPublicationDesk(failing, living, store);
		const id = await crashing.propose(one!, '2026-12-05');
		const { release } = (await findProposal(living, id))!;
		expect(release).toMatch(/^2026\.11-r20261205-e1-[0-9a-f]{8}$/);
		await expect(crashing.decide(two!, id, true)).rejects.toThrow('the disk is full');
		expect(await findProposal(living, id)).toMatchObject({ status: 'approved', decidedBy: two!.id });
		expect(current()).toBe(older);
		await desk.resume();
		expect(current()).toBe(release);
		expect(proposals()).toEqual([]);
		const restarted = await openedReleases();
		expect(restarted.current.release.id).toBe(release);
		await restarted.close();
	}, 60_000);

	it('tells saturation, also of a chain without a single cooperative, while the old link tells what it told', async () => {
		const after = await told('poultry-eggs');
		expect(room(after)).toMatchObject({ proxy: false, presence: { base: 'people', count: expect.any(Number) } });
		expect(room(after).value).not.toBe(room(before).value);
		expect(releases.current.release.register!.chains).toEqual(releases.current.snapshot.chains.map(({ id }) => id).sort());
		const { table } = await releases.current.scorer('region');
		expect(table.register![EMPTY]!.counts.every((count) => count === 0)).toBe(true);
		expect(await told('poultry-eggs', `?release=${older}`)).toEqual(before);
	});

	it('goes back to the release before when two people want it, and comes again', async () => {
		const [counted] = [current()];
		await expect(desk.proposeReturn(one!, current())).rejects.toBeInstanceOf(NothingToPublish);
		await expect(desk.proposeReturn(one!, '2026.11-00000000')).rejects.toMatchObject({ reason: 'no-release' });
		const back = await desk.proposeReturn(one!, older);
		await expect(desk.decide(one!, back, true)).rejects.toMatchObject({ fault: 'same-person' });
		await desk.decide(two!, back, true);
		expect(await told('poultry-eggs')).toEqual(before);
		expect(room(await told('poultry-eggs', `?release=${counted}`)).proxy).toBe(false);
		const again = await desk.propose(one!, '2026-12-05');
		expect((await desk.decide(two!, again, true)).release).toBe(counted);
		expect([current(), proposals()]).toEqual([counted, []]);
	}, 60_000);

	it('is outdated once another release is shown, and cannot be let through when it is gone', async () => {
		const back = await desk.proposeReturn(one!, older);
		await releases.withdraw();
		await expect(desk.decide(two!, back, true)).rejects.toMatchObject({ fault: 'outdated' });
		await desk.decide(one!, back, false);
		const proposal = await desk.propose(one!, '2026-12-06');
		await releases.discard((await findProposal(living, proposal))!.release);
		await expect(desk.decide(two!, proposal, true)).rejects.toMatchObject({ reason: 'no-release' });
		await desk.decide(two!, proposal, false);
		await expect(desk.decide(two!, 'nobody', true)).rejects.toMatchObject({ fault: 'unknown' });
	}, 60_000);

	it.skipIf(process.platform !== 'linux')(
		'is built in a process of its own; one that is killed proposes nothing, and the next one does',
		async () => {
			const places = { data: DATA, store };
			const apart = createPublicationDesk(releases, living, store, (asOf) => runApart({ name: 'build', places, told: { asOf } }));
			const broken = expect(apart.propose(one!, '2026-12-06')).rejects.toBeInstanceOf(EndedEarly);
			for (let child: number | undefined; child === undefined; await new Promise((resolve) => setTimeout(resolve, 5))) {
				[child] = childrenOf(process.pid);
				if (child !== undefined) process.kill(child, 'SIGKILL');
			}
			await broken;
			expect((await listProposals(living)).filter(({ status }) => status === 'proposed')).toEqual([]);
			const found = (await findProposal(living, await apart.propose(one!, '2026-12-06')))!;
			expect((await releases.proposal(found.release))!.release).toMatchObject({ register: { asOf: '2026-12-06' }, base: releases.built });
			await apart.decide(two!, found.id, false);
		},
		300_000
	);

	it('leaves an audit that verifies', async () => {
		expect(await verifyChain(living)).toMatchObject({ brokenAt: null });
	});
});

/** What an entry says beside its place, its chain and its status. */
const NOBODY = {
	...{ number: null, name_ar: null, name_fr: null, branch: null, activity: null, lat: null, lon: null, year: null, created_on: null },
	...{ members: null, women: null, men: null, youth: null, women_only: null },
	...{ valid_from: NOW, valid_to: null, made_by: 'import', ended_by: null }
};

const COMMITTED = {
	...{ id: 'import', state: 'committed', file: 'register.csv', bytes: 1, kind: 'csv', sheet: null, headers: '[]', mapping: '[]' },
	remembered: 0 as const,
	...{ as_of: '2026-12-05', rows_read: 5_000, rows_about: null, compared_with: null, broke_in: null, fault: null },
	...{ entered_as: 1, added: 5_000, changed: 0, unchanged: 0, created_by: null, created_at: NOW, updated_at: NOW }
};
