import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CooperativeCorrection } from '#lib/core/cooperative/correct.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import { levelDifference } from '#lib/core/release/difference.ts';
import type { ReleaseFile } from '#lib/core/release/release-file.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import { LEVELS, type Level } from '#lib/core/territory/territory.ts';
import { openReleases, type OpenedRelease, type Releases } from '../release.ts';
import type { RegisterRelease } from './asked.ts';
import { buildRegisterRelease } from './publish.ts';
import { withFewDraws } from './scenarios/few-draws.ts';
import { SYNTHETIC_REGISTER, syntheticCounts } from './scenarios/synthetic-counts.ts';
import { ACCEPTED_SOURCE } from './sources.ts';
import { documentedTables, tablesOf, type Tables } from './tables.ts';

const ROOT = process.env['FURAS_DATA'] ?? 'data/built';
/** Saffron in El Hajeb, where nobody documents any. */
const SAFFRON: Evidence = {
	...{ id: 'L0123456789ab', territory: 'MA-HAJ', product: { ar: 'زعفران', fr: 'Safran', en: 'Saffron' }, kind: 'production' },
	...{ scope: 'province', basis: 'stated', chain: 'saffron', value: null, unit: null, year: '2026' },
	source: { title: 'Monographie de la province, 2026', url: 'https://example.org/monographie' }
};
const MEMBERS: CooperativeCorrection = {
	...{ cooperative: 'C004', field: 'members', value: '34' },
	source: { title: 'Déclaration de la coopérative', url: null }
};

let store: string;
let releases: Releases;
let base: OpenedRelease;
let untouched: string;
let release: Release;
let opened: OpenedRelease;

const folder = () => join(ROOT, base.release.id);
const asked = (over: Partial<RegisterRelease> = {}): RegisterRelease => ({
	base,
	baseFolder: folder(),
	into: join(store, 'proposals'),
	...over
});
const tables = (of: OpenedRelease): Promise<Tables> =>
	Promise.all(LEVELS.map(async (level) => [level, (await of.scorer(level)).table])).then((all) => Object.fromEntries(all) as Tables);
const register = async () => ({ counts: await syntheticCounts(base), asOf: '2026-12-05', rows: 16_500, source: SYNTHETIC_REGISTER });

async function fingerprint(path: string): Promise<string> {
	const hash = createHash('sha256');
	for (const name of (await readdir(path)).sort()) hash.update(name).update(await readFile(join(path, name)));
	return hash.digest('hex');
}

beforeAll(async () => {
	store = await mkdtemp(join(tmpdir(), 'furas-accepted-'));
	releases = await openReleases(ROOT, { published: join(store, 'releases'), proposals: join(store, 'proposals') });
	base = withFewDraws((await releases.find(releases.built))!);
	untouched = await fingerprint(folder());
	release = await buildRegisterRelease(asked({ evidence: [SAFFRON] }));
	opened = (await releases.proposal(release.id))!;
}, 60_000);
afterAll(async () => {
	await releases.close();
	await rm(store, { recursive: true });
});

describe('the strengths of the documents', () => {
	it('come out by the same rule as the data build has written them', async () => {
		const built = await tables(base);
		expect(documentedTables(base, built, await base.bank.potentials.list())).toEqual(built);
	});

	it('of a region speak for that region only', async () => {
		const built = await tables(base);
		const after = documentedTables(base, built, [
			...(await base.bank.potentials.list()),
			{ ...SAFFRON, territory: 'MA-03', scope: 'region' }
		]);
		const { territories, evidence } = after.region;
		expect(evidence['saffron']![territories.findIndex(({ code }) => code === 'MA-03')]).toBeCloseTo(0.8, 12);
		expect([after.province, after.commune]).toEqual([built.province, built.commune]);
	});

	it('say where a register expects a chain', async () => {
		const place = (await base.scorer('province')).table.territories.findIndex(({ code }) => code === 'MA-HAJ');
		const counted = await register();
		const expected = async (evidence: Evidence[]) =>
			(await tablesOf(asked({ register: counted, evidence }))).province.register!['saffron']!.bases[place];
		expect(await expected([])).toBeNaN();
		expect(await expected([SAFFRON])).toBeGreaterThan(0);
	});
});

describe('a release with accepted evidence', () => {
	it('says how much it adds to its base, in its id too, and is the same from the same facts', async () => {
		expect(release.id).toMatch(/^2026\.11-e1-[0-9a-f]{8}$/);
		const file = JSON.parse(await readFile(join(store, 'proposals', release.id, 'release.json'), 'utf8')) as ReleaseFile;
		expect(file).toMatchObject({ base: base.release.id, accepted: { evidence: 1, corrections: 0, source: ACCEPTED_SOURCE.id } });
		expect(file).not.toHaveProperty('register');
		expect((await buildRegisterRelease(asked({ evidence: [SAFFRON] }))).id).toBe(release.id);
		expect(await readdir(join(store, 'proposals'))).toEqual([release.id]);
	}, 60_000);

	it('documents saffron where it is accepted and nowhere else, for no other chain', async () => {
		const [before, after] = [await tables(base), await tables(opened)];
		const changed = (level: Level, chain: string): string[] =>
			after[level].territories.flatMap(({ code }, i) =>
				Object.is(after[level].evidence[chain]![i], before[level].evidence[chain]![i]) ? [] : [code]
			);
		const communes = before.commune.territories.filter(({ parent }) => parent === 'MA-HAJ').map(({ code }) => code);
		expect(changed('province', 'saffron')).toEqual(['MA-HAJ']);
		expect(changed('region', 'saffron')).toEqual(['MA-03']);
		expect(changed('commune', 'saffron')).toEqual(communes);
		for (const level of LEVELS) {
			const others = Object.keys(before[level].evidence).filter((chain) => chain !== 'saffron');
			expect(others.filter((chain) => changed(level, chain).length > 0)).toEqual([]);
			expect(after[level].gates).toEqual(before[level].gates);
		}
	});

	it('scores saffron there, and moves nothing else', async () => {
		const sides = await Promise.all([base, opened].map(async (one) => ({ scorer: await one.scorer('province') })));
		const weights = base.snapshot.method.presets.balanced;
		const { chains } = levelDifference(sides[0]!, sides[1]!, { weights, aggregator: 'geometric' });
		const moved = chains.filter(({ statusChanged, largestMove }) => statusChanged > 0 || (largestMove ?? 0) > 0);
		expect(moved.map(({ chain }) => chain)).toEqual(['saffron']);
		expect(moved[0]).toMatchObject({ statusChanged: 1 });
		expect(moved[0]!.ranked.after).toBe(moved[0]!.ranked.before + 1);
		const score = (side: (typeof sides)[number]) => side.scorer.explain('saffron', 'MA-HAJ', weights, 'geometric');
		expect([score(sides[0]!).score, score(sides[1]!).score]).toEqual([null, expect.any(Number)]);
	});

	it('cites it in its bank with its own document, under a source of its own', async () => {
		const rows = await opened.bank.potentials.list();
		expect(rows.at(-1)).toEqual(SAFFRON);
		expect(rows.slice(0, -1)).toEqual(await base.bank.potentials.list());
		expect((await opened.bank.sources.all()).at(-1)).toEqual(ACCEPTED_SOURCE);
		expect(opened.snapshot.sources.at(-1)).toEqual(ACCEPTED_SOURCE);
	});

	it('leaves its base as it was, to the last byte', async () => {
		expect(await fingerprint(folder())).toBe(untouched);
	});
});

describe('a release with a register and accepted facts', () => {
	it('has both, and the corrected cooperative with the document that says so', async () => {
		const both = await buildRegisterRelease(asked({ register: await register(), evidence: [SAFFRON], corrections: [MEMBERS] }));
		expect(both.id).toMatch(/^2026\.11-r20261205-e2-[0-9a-f]{8}$/);
		expect(both).toMatchObject({ register: { asOf: '2026-12-05' }, accepted: { evidence: 1, corrections: 1 } });
		const { bank } = (await releases.proposal(both.id))!;
		const [before, after] = [await base.bank.cooperatives.list(), await bank.cooperatives.list()];
		const was = before.find(({ id }) => id === 'C004')!;
		expect(after).toEqual(
			before.map((one) =>
				one === was ? { ...was, members: 34, source: { title: `${was.source.title} · ${MEMBERS.source.title}`, url: was.source.url } } : one
			)
		);
		expect((await bank.sources.all()).slice(-2)).toEqual([SYNTHETIC_REGISTER, ACCEPTED_SOURCE]);
	}, 60_000);
});

describe('no release', () => {
	it.each([
		['nothing-added', () => ({})],
		['nothing-added', () => ({ evidence: [], corrections: [] })],
		['not-a-base', () => ({ base: opened, evidence: [SAFFRON] })],
		['bad-evidence', () => ({ evidence: [{ ...SAFFRON, territory: 'MA-XXX' }] })],
		['bad-evidence', () => ({ evidence: [{ ...SAFFRON, chain: 'gold' }] })],
		['bad-correction', () => ({ corrections: [{ ...MEMBERS, cooperative: 'C999' }] })]
	])('is made, but refused as %s, of what does not fit', async (kind, over) => {
		await expect(buildRegisterRelease(asked(over()))).rejects.toMatchObject({ kind });
	});
});
