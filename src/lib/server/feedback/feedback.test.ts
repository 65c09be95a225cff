import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/core/account/actor.ts';
import { formatAbout, parseAbout } from '#lib/core/feedback/about.ts';
import { goldenModels } from '#lib/core/finance/scenarios/golden-models.ts';
import type { ProjectBank } from '#lib/core/project/bank.ts';
import { createAccount, findAccount } from '../db/living/accounts.ts';
import { acceptedCorrections, acceptedEvidence } from '../db/living/accepted.ts';
import { findClaim, sendClaim } from '../db/living/claims.ts';
import { findFeedback, sendFeedback } from '../db/living/feedback.ts';
import { findEntry, historyOf } from '../db/living/register.ts';
import { startSession } from '../db/living/sessions.ts';
import type { NewSubmission } from '../db/living/submissions.ts';
import { createApi } from '../api/create.ts';
import type { Api } from '../api/deps.ts';
import { cookieName } from '../account/cookie.ts';
import { livingDeps } from '../fixtures/living.ts';
import { sampleReleases } from '../fixtures/ten-provinces.ts';
import type { OpenedRelease, Releases } from '../release.ts';
import { acceptTyped } from './accept.ts';
import { acceptChosen } from './accept-claim.ts';
import { claimedRecord } from './claim-record.ts';
import { qualityOf } from './quality.ts';
import { subjectOf } from './subject.ts';

let releases: Releases;
let opened: OpenedRelease;
let deps: Awaited<ReturnType<typeof livingDeps>>;
let api: Api;
beforeAll(async () => {
	releases = await sampleReleases();
	const { models } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));
	const bank = { models: models.map(({ model }) => model), sources: [] } as unknown as ProjectBank;
	// The fixture has no economic models of its own.
	opened = { ...releases.current, projects: () => Promise.resolve(bank) };
	deps = await livingDeps();
	api = createApi({ releases, ...deps });
});
afterAll(async () => {
	await deps.living.close();
	await releases.close();
});

const FES: Actor = { id: 'fes', role: 'delegate', regions: ['MA-03'] };
const ILLITERACY = 'indicator:illiteracy_rate_10p@MA-HAJ/2024';
const subject = async (reference: string) => subjectOf(opened, parseAbout(reference)!);
const common = (region: string, province: string): Omit<NewSubmission, 'kind' | 'texts'> => ({
	...{ region, province, commune: null, chain: null, language: 'fr', channel: 'web', meeting: null },
	contact: { name: 'Fatima', phone: '0600000000', email: null }
});

async function sent(reference: string, over: Partial<Parameters<typeof sendFeedback>[4]> = {}): Promise<string> {
	const { about, territory, seen, region, province } = (await subject(reference))!;
	const value = { type: 'dispute', words: 'Trop bas', value: null, unit: null, year: null, source: null, ...over } as const;
	const kept = { about, territory, seen, release: opened.release.id };
	return (await sendFeedback(deps.living, null, common(region ?? 'MA-03', province ?? 'MA-HAJ'), kept, value)).id;
}

describe('the value a reference names', () => {
	it('is told with its name, place, number, unit, year and source', async () => {
		expect(await subject(ILLITERACY)).toMatchObject({
			reference: ILLITERACY,
			territory: 'MA-HAJ',
			region: 'MA-03',
			province: 'MA-HAJ',
			isNumber: true,
			page: '/territory/MA-HAJ',
			seen: { value: expect.any(Number), year: '2024', unit: { fr: '%' }, source: { title: expect.stringContaining('HCP') } }
		});
	});

	it('is the score of the API, rounded by its reader', async () => {
		const found = await subject('score:honey@MA-HAJ');
		const { items } = (await (await api.request('/api/v1/scores?sector=honey')).json()) as {
			items: { territory: string; score: number }[];
		};
		expect(found?.seen.value).toBe(items.find(({ territory }) => territory === 'MA-HAJ')!.score);
		expect(found).toMatchObject({ chain: 'honey', region: 'MA-03' });
	});

	it('is found for every kind of fact in the release, under the reference it was given', async () => {
		const { bank } = opened;
		const [evidence] = await bank.potentials.list();
		const [cooperative] = await bank.cooperatives.list();
		const count = (await bank.cooperatives.counts('MA-HAJ')).find((row) => row.count !== null)!;
		const [project] = await bank.projects.list();
		const about = [
			{ kind: 'evidence', id: evidence!.id },
			{ kind: 'cooperative', id: cooperative!.id },
			{ kind: 'count', branch: count.branch, measure: count.measure, territory: 'MA-HAJ', asOf: count.asOf },
			{ kind: 'project', id: project!.id },
			{ kind: 'indicator', indicator: 'illiteracy_rate_10p', territory: null, year: null },
			{ kind: 'model', model: 'M01', path: 'revenue.0.price' }
		] as const;
		for (const one of about) expect((await subjectOf(opened, one))?.reference, one.kind).toBe(formatAbout(one));
	});

	it.each([
		'indicator:illiteracy_rate_10p@MA-HAJ/1999',
		'indicator:happiness@MA-HAJ/2024',
		'indicator:illiteracy_rate_10p@MA-XXX/2024',
		'score:unobtainium@MA-HAJ',
		'score:honey@MA-XXX',
		'evidence:E999999',
		'cooperative:C999999',
		'count:all/stock@MA-HAJ/1900',
		'project:none',
		'model:M01/revenue.9.price',
		'model:M99/capex.0.cost'
	])('is none for %s', async (reference) => {
		expect(await subject(reference)).toBeNull();
	});
});

describe('accepting', () => {
	it('makes a documented potential of evidence, and says what is wrong with it first', async () => {
		const id = await sent(ILLITERACY, { type: 'evidence', source: { title: 'Monographie', where: 'DPA' } });
		const file = (await findFeedback(deps.living, FES, id))!;
		const typed = {
			territory: 'MA-HAJ',
			chain: 'honey',
			'product.ar': 'عسل',
			'product.fr': 'Miel',
			'product.en': 'Honey',
			kind: 'production',
			scope: 'province',
			title: 'Monographie 2025',
			note: 'Merci'
		};
		expect(await acceptTyped(deps.living, opened, FES, file, { ...typed, territory: 'MA-TAR' })).toEqual({
			kind: 'issues',
			issues: { territory: 'territory-unknown' }
		});
		expect(await acceptTyped(deps.living, opened, FES, file, typed)).toEqual({ kind: 'done' });
		expect((await acceptedEvidence(deps.living)).map(({ evidence }) => evidence)).toMatchObject([
			{ territory: 'MA-HAJ', chain: 'honey', basis: 'stated', source: { title: 'Monographie 2025' } }
		]);
	});

	it('takes the right value of a figure as a number with its source', async () => {
		const id = await sent(ILLITERACY);
		const file = (await findFeedback(deps.living, FES, id))!;
		const typed = { value: '25,1', year: '2025', title: 'HCP 2025' };
		expect(await acceptTyped(deps.living, opened, FES, file, { ...typed, value: 'less' })).toMatchObject({
			issues: { value: 'value-bad' }
		});
		expect(await acceptTyped(deps.living, opened, FES, file, typed)).toEqual({ kind: 'done' });
		expect(await acceptedCorrections(deps.living)).toMatchObject([{ about: ILLITERACY, field: 'value', value: '25.1' }]);
	});

	it('of a claim takes the chosen fields only', async () => {
		const [named] = await opened.bank.cooperatives.list();
		const words = { of: ({ fr }: { fr: string }) => fr };
		const record = (await claimedRecord({ release: opened, living: deps.living }, named!.id, words))!;
		expect(record).toMatchObject({ about: `cooperative:${named!.id}`, region: named!.region, record: { nameFr: named!.name.fr } });
		expect(await claimedRecord({ release: opened, living: deps.living }, 'entry:none', words)).toBeNull();
		const sender = { ...common(named!.region, named!.province ?? 'MA-HAJ') };
		const changes = { members: '34', commune: 'Sefrou' };
		const { id } = await sendClaim(
			deps.living,
			null,
			sender,
			{ about: record.about, release: opened.release.id },
			{ changes, proof: 'PV' }
		);
		const boss: Actor = { id: 'boss', role: 'planner', regions: 'all' };
		const file = (await findClaim(deps.living, boss, id))!;
		const accept = (fields: string[]) =>
			acceptChosen({ living: deps.living, release: opened }, boss, file, {
				fields,
				note: null,
				source: { title: 'Déclaration', url: null }
			});
		expect(await accept(['nameAr'])).toBe('nothing');
		expect(await accept(['members'])).toBe('done');
		const corrected = (await acceptedCorrections(deps.living)).filter(({ about }) => about === record.about);
		expect(corrected.map(({ field, value }) => [field, value])).toEqual([['members', '34']]);
	});
});

describe('the claim of a cooperative of the register', () => {
	const BOSS: Actor = { id: 'boss', role: 'planner', regions: 'all' };
	const ENTRY = {
		...{ id: 'e1', number: '77', name: 'IFRAH', name_ar: null, name_fr: 'IFRAH', branch: null, activity: null, chain: null },
		...{ commune: null, province: 'MA-HAJ', region: 'MA-03', lat: null, lon: null, year: 2004, created_on: '2004-05-01' },
		...{ members: 30, women: null, men: null, youth: null, status: 'active', women_only: null },
		...{ valid_from: '2026-01-01T00:00:00.000Z', valid_to: null, made_by: 'import', ended_by: null }
	};
	const claimed = async (changes: object) => {
		const kept = { about: 'entry:e1', release: opened.release.id };
		const { id } = await sendClaim(deps.living, null, common('MA-03', 'MA-HAJ'), kept, { changes, proof: 'PV' });
		return (await findClaim(deps.living, BOSS, id))!;
	};
	const accept = async (changes: object) =>
		acceptChosen({ living: deps.living, release: opened }, BOSS, await claimed(changes), {
			...{ fields: Object.keys(changes), note: null, source: { title: 'Déclaration', url: null } }
		});

	it('becomes a new version of its entry: the name follows its spelling, the day falls with the year', async () => {
		await deps.living.db.insertInto('register_entry').values(ENTRY).execute();
		const words = { of: ({ fr }: { fr: string }) => fr };
		const record = await claimedRecord({ release: opened, living: deps.living }, 'entry:e1', words);
		expect(record).toMatchObject({ region: 'MA-03', province: 'MA-HAJ', record: { nameFr: 'IFRAH', year: '2004', status: 'active' } });
		expect(await accept({ nameFr: 'Ifrah', year: '2005', members: '34' })).toBe('done');
		expect(await findEntry(deps.living, 'e1')).toMatchObject({ name: 'Ifrah', nameFr: 'Ifrah', year: 2005, createdOn: null, members: 34 });
		expect((await historyOf(deps.living, 'e1')).map(({ members }) => members)).toEqual([34, 30]);
	});

	it('takes a commune of its province by name, and says so when there is none', async () => {
		const commune = (await opened.bank.territories.list({ parent: 'MA-HAJ' }))[0]!;
		expect(await accept({ commune: 'Nowhere at all' })).toBe('commune-unknown');
		expect(await accept({ commune: commune.name.ar })).toBe('done');
		expect(await findEntry(deps.living, 'e1')).toMatchObject({ commune: commune.code, province: 'MA-HAJ' });
	});
});

describe('the public tally', () => {
	it('is told of one value and of a place in numbers, never from a cache', async () => {
		const one = await api.request(`/api/v1/feedback?about=${encodeURIComponent(ILLITERACY)}`);
		expect(one.headers.get('cache-control')).toBe('no-store');
		expect(await one.json()).toMatchObject({ items: [{ about: ILLITERACY, underReview: null, answered: 0, accepted: 2, published: 0 }] });
		const here = (await (await api.request('/api/v1/feedback?territory=MA-HAJ')).json()) as { items: object[] };
		expect(here.items).toMatchObject([{ about: ILLITERACY, accepted: 2 }]);
		expect(JSON.stringify(here)).not.toMatch(/Fatima|Trop bas|0600/);
		const region = (await (await api.request('/api/v1/feedback?territory=MA-03')).json()) as { total: number };
		expect(region.total).toBe(1);
	});

	it.each(['', '?about=nonsense', '?about=evidence:E999999', `?about=${encodeURIComponent(ILLITERACY)}&territory=MA-HAJ`])(
		'refuses %j with a sentence',
		async (query) => {
			const answer = await api.request(`/api/v1/feedback${query}`);
			expect(answer.status).toBe(400);
			expect(((await answer.json()) as { detail: string }).detail).toMatch(/about/);
		}
	);
});

describe('the office over the API', () => {
	const as = async (email: string, role: 'delegate' | 'juror', regions: string[]) => {
		const { id } = await createAccount(deps.living, null, { email, name: 'A', role, regions });
		const token = await startSession(deps.living, (await findAccount(deps.living, id))!);
		return (path: string, body?: object) =>
			api.request(`http://localhost/api/v1/office${path}`, {
				method: body ? 'POST' : 'GET',
				headers: { cookie: `${cookieName(false)}=${token}`, origin: 'http://localhost', 'content-type': 'application/json' },
				...(body ? { body: JSON.stringify(body) } : {})
			});
	};

	it('shows and moves what belongs to the regions of the account, and nothing else', async () => {
		const id = await sent(ILLITERACY);
		const [fes, souss, juror] = [
			await as('fes@x.org', 'delegate', ['MA-03']),
			await as('souss@x.org', 'delegate', ['MA-09']),
			await as('juror@x.org', 'juror', [])
		];
		expect((await api.request('/api/v1/office/feedback')).status).toBe(401);
		expect((await juror('/feedback')).status).toBe(403);
		expect(await (await souss('/feedback')).json()).toEqual({ items: [], total: 0 });
		expect((await souss(`/feedback/${id}`)).status).toBe(404);
		expect((await souss(`/feedback/${id}/move`, { to: 'answered', note: 'Non' })).status).toBe(404);
		expect((await souss(`/feedback/${id}/accept`, { value: '1', title: 'x' })).status).toBe(404);
		const file = await (await fes(`/feedback/${id}`)).json();
		expect(file).toMatchObject({ id, texts: { words: 'Trop bas' } });
		expect(JSON.stringify(file)).not.toMatch(/Fatima|0600/);
		expect((await fes(`/feedback/${id}/move`, { to: 'answered' })).status).toBe(422);
		expect(await (await fes(`/feedback/${id}/move`, { to: 'answered', note: 'Merci' })).json()).toEqual({ id, status: 'answered' });
		expect((await fes(`/feedback/${id}/move`, { to: 'rejected' })).status).toBe(409);
		expect((await fes(`/feedback/${id}/accept`, { value: '25', year: '2025' })).status).toBe(422);
	});
});

describe('the quality of the data', () => {
	it('is counted inside the regions of the account', async () => {
		const [fes, nation] = [await qualityOf(opened, FES), await qualityOf(opened, { id: 'p', role: 'planner', regions: 'all' })];
		const row = ({ coverage }: typeof fes) => coverage.find(({ indicator }) => indicator.id === 'illiteracy_rate_10p')!;
		expect(row(fes).levels.province).toEqual({ known: 1, of: 1 });
		expect(row(nation).levels.province).toEqual({ known: 10, of: 10 });
		expect(fes.figures.all).toBeLessThan(nation.figures.all);
		expect(fes.cooperatives.all).toBeLessThanOrEqual(nation.cooperatives.all);
	});

	it('leads from every gap to where it is mended', async () => {
		const { evidence, cooperatives, models } = await qualityOf(opened, { id: 'p', role: 'planner', regions: 'all' });
		for (const { mend } of [...evidence.recalled, ...evidence.unsourced]) {
			const about = parseAbout(new URL(mend, 'http://x').searchParams.get('about')!);
			expect(await subjectOf(opened, about!)).not.toBeNull();
		}
		for (const { mend, id } of cooperatives.unlocated) expect(mend).toBe(`/cooperatives/claim?id=${id}`);
		for (const { mend, id } of models) expect(mend).toBe(`/projects/${id}#figures`);
	});
});
