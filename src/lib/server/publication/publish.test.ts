import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { levelDifference } from '#lib/core/release/difference.ts';
import { NO_PROFILE } from '#lib/core/recommendation/profile.ts';
import type { ReleaseFile } from '#lib/core/release/release-file.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import type { ChainCounts } from '#lib/core/saturation/counted-table.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { createApi } from '../api/create.ts';
import { diagnosticFor } from '../diagnostic.ts';
import { toldDiagnostic } from '../diagnostic-report.ts';
import { builtFile } from '../files.ts';
import { nearFor } from '../near/near.ts';
import { openReleases, UnknownRelease, type OpenedRelease, type RegisterFolders, type Releases } from '../release.ts';
import { sweepUnfinished } from './folder.ts';
import { PublicationProblem } from './problem.ts';
import { buildRegisterRelease } from './publish.ts';
import { withFewDraws } from './scenarios/few-draws.ts';
import { RARE, SYNTHETIC_REGISTER, syntheticCounts, UNCOUNTED } from './scenarios/synthetic-counts.ts';

const ROOT = process.env['FURAS_DATA'] ?? 'data/built';
const NOTE = { asOf: '2026-12-05', rows: 16_500, source: SYNTHETIC_REGISTER };
const registerOf = (over: object = {}) => ({ ...NOTE, counts, ...over });
let store: string;
let register: RegisterFolders;
let into: string;
let releases: Releases;
let base: OpenedRelease;
let counts: Readonly<Record<Level, ChainCounts>>;
let release: Release;
let counted: OpenedRelease;

const asked = (over: object = {}) => ({ base, baseFolder: join(ROOT, base.release.id), register: registerOf(), into, ...over });

beforeAll(async () => {
	store = await mkdtemp(join(tmpdir(), 'furas-store-'));
	register = { published: join(store, 'releases'), proposals: join(store, 'proposals') };
	into = register.proposals;
	releases = await openReleases(ROOT, register);
	base = withFewDraws((await releases.find(releases.built))!);
	counts = await syntheticCounts(base);
	release = await buildRegisterRelease(asked());
	counted = (await releases.proposal(release.id))!;
}, 60_000);
afterAll(async () => {
	await releases.close();
	await rm(store, { recursive: true });
});

const filesOf = async (folder: string) => (JSON.parse(await readFile(join(folder, 'release.json'), 'utf8')) as ReleaseFile).files;

describe('a release from a register', () => {
	it('is named after the data, the date of the register and its content, and says what it counts', () => {
		expect(release.id).toMatch(/^2026\.11-r20261205-[0-9a-f]{8}$/);
		expect(release).toMatchObject({ date: '2026-12-05', data: base.release.data, method: base.release.method, base: base.release.id });
		const total = Object.values(counts.commune).reduce((sum, column) => sum + Array.from(column).reduce((a, b) => a + b, 0), 0);
		expect(release.register).toMatchObject({
			asOf: '2026-12-05',
			rows: 16_500,
			counted: { region: total, province: total, commune: total }
		});
		expect(release.register!.chains).not.toContain(UNCOUNTED[0]);
	});

	it('is the same release from the same register over the same base, and another one from another', async () => {
		const folder = join(into, release.id);
		const before = await stat(join(folder, 'snapshot.json'));
		expect((await buildRegisterRelease(asked())).id).toBe(release.id);
		expect((await stat(join(folder, 'snapshot.json'))).ino).toBe(before.ino);
		const other = { ...counts, commune: { ...counts.commune, olive: Float64Array.from(counts.commune['olive']!, (one) => one + 1) } };
		expect((await buildRegisterRelease(asked({ register: registerOf({ counts: other }) }))).id).not.toBe(release.id);
	}, 60_000);

	it('holds every file of its base, each with the size and hash its own list says, packed copies and the bank too', async () => {
		const folder = join(into, release.id);
		const files = await filesOf(folder);
		expect(Object.keys(files)).toEqual(Object.keys(await filesOf(asked().baseFolder)));
		for (const [name, { bytes, sha256 }] of Object.entries(files)) {
			const content = await readFile(join(folder, name));
			expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
			expect((await stat(join(folder, `${name}.br`))).size).toBeGreaterThan(0);
		}
		const own = await counted.bank.connection.selectFrom('release').selectAll().execute();
		expect(own).toEqual([{ id: release.id, date: release.date, data: release.data, method: release.method }]);
		expect((await counted.bank.sources.all()).at(-1)).toEqual(SYNTHETIC_REGISTER);
		expect((await base.bank.sources.all()).map(({ id }) => id)).not.toContain(SYNTHETIC_REGISTER.id);
	});

	it('leaves nothing unfinished, and what a killed process left is never listed and is swept', async () => {
		const unfinished = async () => (await readdir(into)).filter((name) => name.startsWith('.'));
		expect(await unfinished()).toEqual([]);
		const left = join(into, '.publishing-1-x');
		await mkdir(left);
		await writeFile(join(left, 'release.json'), JSON.stringify(release));
		await writeFile(join(into, '.publishing-1-y'), '{');
		await mkdir(join(into, '2026.11-r20261205-00000000'));
		expect(await releases.proposal('.publishing-1-x')).toBeNull();
		expect(await releases.proposal('2026.11-r20261205-00000000')).toBeNull();
		await sweepUnfinished(into);
		expect(await unfinished()).toEqual([]);
		await sweepUnfinished(join(into, 'nowhere'));
	});

	it.each([
		['bad-date', { asOf: '05/12/2026' }],
		['bad-rows', { rows: 0 }],
		['bad-counts', { counts: { region: {}, province: {}, commune: {} } }],
		['bad-counts', { counts: { region: { olive: [1] }, province: { olive: [1] }, commune: { olive: [1] } } }]
	])('is refused as %s when it cannot be counted', async (kind, over) => {
		const problem = await buildRegisterRelease(asked({ register: registerOf(over) })).catch((error: unknown) => error);
		expect(problem).toBeInstanceOf(PublicationProblem);
		expect((problem as PublicationProblem).kind).toBe(kind);
	});

	it('is no base for another one', async () => {
		await expect(buildRegisterRelease(asked({ base: counted }))).rejects.toMatchObject({ kind: 'not-a-base' });
	});
});

describe('what a reader of it sees', () => {
	const weights = () => base.snapshot.method.presets.balanced;
	const room = async (opened: OpenedRelease, level: Level, chain: string, place: number) => {
		const scorer = await opened.scorer(level);
		const { pillars, confidence } = scorer.explain(chain, scorer.table.territories[place]!.code, weights(), 'geometric');
		return { ...pillars.find(({ pillar }) => pillar === 'room')!, cap: confidence?.cap };
	};

	it('room from the counts where the register speaks, the proxy where it does not, unknown where it knows too few', async () => {
		expect(await room(counted, 'province', 'olive', 5)).toMatchObject({ proxy: false, presence: { count: counts.province['olive']![5] } });
		expect(await room(counted, 'province', UNCOUNTED[0]!, 5)).toMatchObject({ proxy: true });
		expect(await room(counted, 'province', RARE, 5)).toMatchObject({ proxy: false, value: null, presence: { incomparable: 'too-few' } });
		expect((await room(base, 'province', 'olive', 5)).proxy).toBe(true);
	});

	it('a commune with its own count', async () => {
		const commune = counts.commune['poultry-eggs']!;
		const place = Array.from(commune).findIndex((count) => count > 0);
		expect((await room(counted, 'commune', 'poultry-eggs', place)).terms[0]).toMatchObject({
			id: 'register',
			raw: commune[place],
			inherited: false,
			year: 2026
		});
	});

	it('intervals, zones and probabilities that were drawn with the counts', async () => {
		const [before, after] = [await base.standings(), await counted.standings()];
		expect(after!.rules).toEqual(before!.rules);
		expect(after!.province).not.toEqual(before!.province);
		expect(after!.province[UNCOUNTED[0]!]!.ranked).toBe(before!.province[UNCOUNTED[0]!]!.ranked);
		expect((await counted.tops()).provinces).toEqual((await base.tops()).provinces);
	});

	it('a before and after in numbers', async () => {
		const side = async (opened: OpenedRelease) => ({ scorer: await opened.scorer('province'), zones: (await opened.standings())!.zones });
		const { chains, movers } = levelDifference(await side(base), await side(counted), { weights: weights(), aggregator: 'geometric' }, 5);
		const of = (id: string) => chains.find(({ chain }) => chain === id)!;
		expect(of('olive')).toMatchObject({ roomSource: { before: 'proxy', after: 'register' }, statusChanged: 0 });
		expect(of(RARE).roomSource.after).toBe('unknown');
		expect(of(UNCOUNTED[0]!)).toMatchObject({ up: 0, down: 0, largestMove: 0 });
		expect(movers).toHaveLength(5);
	});

	it('near a place, the cooperatives of the register around it', async () => {
		const { table } = await counted.scorer('commune');
		const place = table.territories.findIndex(({ label, kind }) => label !== null && kind === 'urban-commune');
		const answer = await nearFor(counted, { position: table.territories[place]!.label!, radiusKm: 20 }, NO_PROFILE);
		expect(answer.surroundings.hasRegister).toBe(true);
		expect(answer.surroundings.counted).toBeGreaterThan(0);
		expect(answer.sectors.find(({ chain }) => chain === 'poultry-eggs')!.isRoomProxy).toBe(false);
		expect(answer.sectors.find(({ chain }) => chain === UNCOUNTED[0])!.isRoomProxy).toBe(true);
	});

	it('a diagnostic that names the register with its date, in every language', async () => {
		const diagnostic = await diagnosticFor(counted, { code: 'MA-HAJ', comparator: { kind: 'nation' } });
		if (!diagnostic.ok) throw new Error(diagnostic.reason);
		for (const language of ['ar', 'fr', 'en'] as const) {
			const words = await wordsOf(language);
			const said = JSON.stringify(await toldDiagnostic(counted, diagnostic.value, words));
			expect(said).toContain(SYNTHETIC_REGISTER.credit[language]);
			expect(said).not.toContain(words.t('finding.room-unknown'));
		}
	});
});

describe('the releases of a server', () => {
	it('show no reader a proposal: not in the list, not by its id, none of its files', async () => {
		expect((await releases.list()).map(({ id }) => id)).not.toContain(release.id);
		expect([await releases.find(release.id), await releases.folderOf(release.id)]).toEqual([null, null]);
		expect(await builtFile([ROOT, register.published], `/data/${release.id}/snapshot.json`)).toBeNull();
	});

	it('lose a proposal that is discarded, and nothing else', async () => {
		const gone = '2026.11-r20261204-0a0b0c0d';
		await cp(join(into, release.id), join(into, gone), { recursive: true });
		await releases.discard(gone);
		await releases.discard('..');
		expect(await releases.proposal(gone)).toBeNull();
		expect(await releases.proposal(release.id)).not.toBeNull();
	});

	it('switch while it runs, back to an older one too, and remember what was published', async () => {
		expect(releases.current.release.id).toBe(releases.built);
		const { generation } = releases;
		expect((await releases.publish(release.id)).release.id).toBe(release.id);
		expect((await releases.current.bank.sources.all()).at(-1)).toEqual(SYNTHETIC_REGISTER);
		expect([releases.current.release.id, releases.generation]).toEqual([release.id, generation + 1]);
		await releases.publish(release.id);
		expect(releases.generation).toBe(generation + 1);
		const again = await openReleases(ROOT, register);
		expect([again.current.release.id, again.built]).toEqual([release.id, releases.built]);
		await again.close();
		const list = await releases.list();
		expect(list[0]).toEqual(release);
		await releases.publish(releases.built);
		expect((await openReleases(ROOT, register)).current.release.id).toBe(releases.built);
		await releases.publish(release.id);
		await releases.withdraw();
		expect(releases.current.release.id).toBe(releases.built);
		expect(await readdir(register.published)).toEqual([release.id]);
		expect(await releases.proposal(release.id)).toBeNull();
		await releases.discard(release.id);
		expect(await releases.find(release.id)).not.toBeNull();
	});

	it('refuse to publish what is not here', async () => {
		await expect(releases.publish('2026.11-r20261205-ffffffff')).rejects.toThrow(UnknownRelease);
		await expect(releases.publish('../../etc')).rejects.toThrow(UnknownRelease);
	});

	it('start with the newest built one when the published one has gone', async () => {
		const published = join(store, 'other');
		await mkdir(published);
		await writeFile(join(published, 'current.json'), JSON.stringify({ id: release.id }));
		expect((await openReleases(ROOT, { ...register, published })).current.release.id).toBe(releases.built);
	});

	it('answer by the API from the one that is current, and from an old one when its id is asked for', async () => {
		const api = createApi({ releases } as never);
		const score = async (query = ''): Promise<{ release: string }> =>
			(await api.request(`/api/v1/scores/MA-HAJ/poultry-eggs${query}`)).json();
		await releases.publish(release.id);
		expect(await score()).toMatchObject({ release: release.id, pillars: [{}, {}, { proxy: false, presence: { base: 'people' } }, {}] });
		expect(await score(`?release=${releases.built}`)).toMatchObject({ release: releases.built, pillars: [{}, {}, { proxy: true }, {}] });
		const listed = (await (await api.request('/api/v1/releases?limit=1')).json()) as { items: unknown[] };
		expect(listed.items[0]).toMatchObject({
			id: release.id,
			base: releases.built,
			current: true,
			register: { source: SYNTHETIC_REGISTER.id }
		});
		expect(String((await builtFile([ROOT, register.published], `/data/${release.id}/release.json`))!.bytes)).toContain(
			SYNTHETIC_REGISTER.id
		);
		await releases.withdraw();
	});
});
