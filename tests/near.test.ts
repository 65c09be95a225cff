import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distance } from '@turf/turf';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Position } from '#lib/core/geo/geography.ts';
import type { NearAnswer, ProjectGate, Reason } from '#lib/core/recommendation/answer.ts';
import { checkNear } from '#lib/core/recommendation/near-question.ts';
import { marketPeople } from '#lib/core/recommendation/near/near-table.ts';
import { vicinityOf } from '#lib/core/recommendation/near/vicinity.ts';
import { NO_PROFILE, type Profile } from '#lib/core/recommendation/profile.ts';
import type { ReasonKind } from '#lib/core/recommendation/reason-kinds.ts';
import { topShares } from '#lib/core/recommendation/tops.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import { LANGUAGES, type Text } from '#lib/core/text/text.ts';
import { sayReason, type ReasonNames } from '#lib/i18n/reasons.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { nearFactsOf } from '#lib/server/near/facts.ts';
import { nearFor } from '#lib/server/near/near.ts';
import { provinceTops } from '#lib/server/near/tops.ts';
import { modelCoverageOf, placesForChain, sectorsFor } from '#lib/server/recommendation.ts';
import { openReleases, type OpenedRelease, type Releases } from '#lib/server/release.ts';

/** What a holder asks and what the shipped release must answer, as a planner may read it. */
interface Scenario {
	readonly title: Text;
	readonly asked: { readonly commune: string; readonly radiusKm: number; readonly profile: Profile };
	readonly expected: {
		readonly needsFounders: boolean;
		/** The first sectors and the first projects, in order. */
		readonly sectors: readonly string[];
		readonly projects: readonly string[];
		/** Projects left out, each with the first gate it fails. */
		readonly excluded: Readonly<Record<string, ProjectGate>>;
		/** Projects that this one gate alone holds back. */
		readonly opensWithFounders: readonly string[];
		/** Sentences that must be among the reasons and among the points to strengthen, by project. */
		readonly reasons: Readonly<Record<string, readonly ReasonKind[]>>;
		readonly limits: Readonly<Record<string, readonly ReasonKind[]>>;
	};
}

const FOLDER = 'src/lib/core/recommendation/scenarios';
const SCENARIOS = readdirSync(FOLDER)
	.filter((name) => name.startsWith('holder-'))
	.map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Scenario);

let releases: Releases;
let opened: OpenedRelease;
beforeAll(async () => {
	releases = await openReleases(process.env.FURAS_DATA ?? 'data/built');
	opened = releases.current;
});
afterAll(() => releases.close());

const pointOf = async (commune: string): Promise<Position> => (await opened.bank.territories.find(commune))!.label!;
const near = (position: Position, radiusKm: number, profile: Partial<Profile> = {}): Promise<NearAnswer> =>
	nearFor(opened, { position, radiusKm }, { ...NO_PROFILE, ...profile });
const kinds = (reasons: readonly Reason[]): readonly string[] => reasons.map(({ kind }) => kind);

describe('near a place of the shipped release', () => {
	it.each(SCENARIOS.map((scenario) => [scenario.title.en, scenario] as const))('%s', async (_, { asked, expected }) => {
		const answer = await near(await pointOf(asked.commune), asked.radiusKm, asked.profile);
		expect(answer.needsFounders).toBe(expected.needsFounders);
		expect(answer.sectors.slice(0, expected.sectors.length).map(({ chain }) => chain)).toEqual(expected.sectors);
		expect(answer.projects.slice(0, expected.projects.length).map(({ model }) => model)).toEqual(expected.projects);
		const gates = Object.fromEntries(answer.excluded.map(({ model, gate }) => [model, gate]));
		expect(gates).toMatchObject(expected.excluded);
		const alone = answer.excluded.filter(({ gate, isOnlyGate }) => gate === 'founders' && isOnlyGate).map(({ model }) => model);
		expect(alone).toEqual(expect.arrayContaining([...expected.opensWithFounders]));
		const project = (id: string) => answer.projects.find(({ model }) => model === id);
		for (const [id, wanted] of Object.entries(expected.reasons))
			expect(kinds(project(id)?.reasons ?? []), id).toEqual(expect.arrayContaining([...wanted]));
		for (const [id, wanted] of Object.entries(expected.limits))
			expect(kinds(project(id)?.limits ?? []), id).toEqual(expect.arrayContaining([...wanted]));
	});

	it.each(SCENARIOS.map((scenario) => [scenario.title.en, scenario] as const))(
		'every sentence of «%s» is whole in three languages, with reasons, points to strengthen, sources and a confidence (P33)',
		async (_, { asked }) => {
			const answer = await near(await pointOf(asked.commune), asked.radiusKm, asked.profile);
			const recommended = [...answer.sectors.filter(({ status }) => status === 'scored'), ...answer.projects];
			for (const { reasons, limits, confidence } of recommended) {
				expect(reasons).toHaveLength(3);
				expect(limits.length).toBeGreaterThan(0);
				expect(limits.length).toBeLessThanOrEqual(3);
				expect(confidence).toMatch(/^[ABC]$/);
				expect([...reasons, ...limits].some(({ sources }) => sources.some(({ year }) => year !== null))).toBe(true);
			}
			const said = [
				...answer.sectors.flatMap(({ reasons, limits, change }) => [...reasons, ...limits, ...(change ? [change] : [])]),
				...answer.projects.flatMap(({ reasons, limits, change }) => [...reasons, ...limits, ...(change ? [change] : [])]),
				...answer.excluded.map(({ why }) => why)
			];
			for (const { numbers } of said) for (const value of Object.values(numbers)) expect(Number.isFinite(value)).toBe(true);
			for (const language of LANGUAGES) {
				const words = await wordsOf(language);
				const names = await namesIn(language);
				for (const reason of said) {
					const sentence = sayReason(words, reason, names);
					expect(sentence, `${language} ${reason.kind}`).not.toMatch(/^\s*$|[{}]|undefined|NaN|unnamed/);
				}
			}
		}
	);

	it('never has a project among the recommended and the left out, nor loses one (P32)', async () => {
		const { models } = await opened.projects();
		for (const { asked } of SCENARIOS) {
			const answer = await near(await pointOf(asked.commune), asked.radiusKm, asked.profile);
			const listed = [...answer.projects, ...answer.excluded].map(({ model }) => model);
			expect(listed.toSorted()).toEqual(models.map(({ id }) => id).toSorted());
		}
	});

	it('holds exactly the communes that Turf puts within the radius, wherever one stands', async () => {
		const communes = (await opened.bank.territories.list({ level: 'commune' })).filter(({ label }) => label);
		await fc.assert(
			fc.asyncProperty(place, fc.integer({ min: 5, max: 100 }), async (position, radiusKm) => {
				const found = (await near(position, radiusKm)).surroundings.communes;
				const slow = communes
					.map(({ code, label }) => ({ code, km: distance([...position], [...label!], { units: 'kilometers' }) }))
					.filter(({ km }) => km <= radiusKm);
				expect(new Map(found.map(({ code, km }) => [code, km]))).toEqual(new Map(slow.map(({ code, km }) => [code, km])));
			}),
			{ numRuns: 40 }
		);
	});

	it('in the middle of a commune, with nobody else within the radius, gives the score of that commune', async () => {
		const facts = await nearFactsOf(opened);
		const { table, chains } = facts.communes;
		// The table counts a market from the seat of a commune, near me from where one stands: here the middle of the commune.
		const market = Float64Array.from(table.territories, ({ label }) => (label ? marketPeople(facts, label) : NaN));
		const fromTheMiddle = createScorer(facts.communes.method, { ...table, values: { ...table.values, market_people: market } }, chains);
		const scores = chains.map(({ id }) => fromTheMiddle.scores(id, facts.weights, 'geometric'));
		let compared = 0;
		table.territories.forEach(({ code, label }, i) => {
			if (!label || i % 7 > 0) return;
			const { scorer, around } = vicinityOf(facts, { position: label, radiusKm: 0.001 });
			if (around.communes.length !== 1) return;
			chains.forEach(({ id }, c) => {
				const own = scorer.scores(id, facts.weights, 'geometric');
				expect(own.status[0], `${code} ${id}`).toBe(scores[c]!.status[i]);
				if (own.status[0] === 0) expect(own.score[0], `${code} ${id}`).toBeCloseTo(scores[c]!.score[i]!, 9);
			});
			compared++;
		});
		expect(compared).toBeGreaterThan(150);
	});

	it('gives the same scores for a place written with 6 or with 15 decimals (P23)', async () => {
		await fc.assert(
			fc.asyncProperty(place, async ([lon, lat]) => {
				const { recommendationRules: rules } = await opened.projects();
				const long = checkNear([lon, lat], 30, rules);
				const short = checkNear([Number(lon.toFixed(6)), Number(lat.toFixed(6))], 30, rules);
				if (!long.ok || !short.ok) return expect(long.ok).toBe(short.ok);
				const scores = async (question: typeof long.value) =>
					(await nearFor(opened, question, NO_PROFILE)).sectors.map(({ chain, score }) => [chain, score]);
				expect(await scores(long.value)).toEqual(await scores(short.value));
			}),
			{ numRuns: 10 }
		);
	});

	it('never loses a sector or a project when the radius grows (P22)', async () => {
		await fc.assert(
			fc.asyncProperty(place, fc.integer({ min: 5, max: 50 }), async (position, radiusKm) => {
				const [narrow, wide] = [await near(position, radiusKm), await near(position, 2 * radiusKm)];
				const scored = ({ sectors }: NearAnswer) => sectors.filter(({ status }) => status === 'scored').map(({ chain }) => chain);
				expect(scored(wide)).toEqual(expect.arrayContaining(scored(narrow)));
				expect(wide.projects.map(({ model }) => model)).toEqual(expect.arrayContaining(narrow.projects.map(({ model }) => model)));
			}),
			{ numRuns: 30 }
		);
	});

	it('in the open sea says that there is nothing, and what is nearest', async () => {
		const answer = await near([-15, 33], 100);
		expect(answer).toMatchObject({ empty: 'no-commune-in-radius', sectors: [], projects: [] });
		expect(answer.surroundings.towns).toHaveLength(3);
	});
});

describe('sectors of a province and provinces of a sector', () => {
	it('are two ways to say one thing, for every sector and every k', async () => {
		const provinces = opened.snapshot.levels.province.territories;
		const codes = 'code' in provinces ? provinces.code : [];
		expect(codes).toHaveLength(75);
		for (const k of [1, 3, 5]) {
			const having = new Map<string, string[]>();
			for (const code of codes) {
				for (const { chain } of (await sectorsFor(opened, code)).slice(0, k)) having.set(chain, [...(having.get(chain) ?? []), code]);
			}
			for (const { id } of opened.snapshot.chains) {
				const listed = (await placesForChain(opened, id, k)).map(({ territory }) => territory);
				expect(listed.toSorted(), id).toEqual((having.get(id) ?? []).toSorted());
			}
		}
	});

	it('rest on probabilities that the build computed as the server would', async () => {
		const provinces = await opened.scorer('province');
		expect(await provinceTops(opened, 'holder')).toEqual(topShares(provinces, provinces.method.presets.holder));
	});

	it('lead on to a model in most cases; the chains without one are named', async () => {
		const coverage = await modelCoverageOf(opened);
		expect(coverage.recommended).toBe(375);
		expect(coverage.share).toBeCloseTo(coverage.withModel / 375, 12);
		expect(coverage.share!).toBeGreaterThan(0.5);
		const { models } = await opened.projects();
		const served = new Set(models.flatMap(({ chains }) => chains));
		expect(coverage.missing).toEqual(opened.snapshot.chains.map(({ id }) => id).filter((id) => !served.has(id)));
	});
});

const place: fc.Arbitrary<Position> = fc.tuple(
	fc.double({ min: -13, max: -2, noNaN: true }),
	fc.double({ min: 27, max: 35.5, noNaN: true })
);

/** Names of everything a reason may name; what the data does not know is «unnamed». */
async function namesIn(language: (typeof LANGUAGES)[number]): Promise<ReasonNames> {
	const [bank, guide] = [await opened.projects(), await opened.guide()];
	const named = (items: readonly { readonly id: string; readonly name: Text }[]): [string, string][] =>
		items.map(({ id, name }) => [id, name[language]]);
	const triggers = bank.models.flatMap(({ triggers: own }) => own.map(({ id, text }): [string, string] => [id, text[language]]));
	const territories = (await opened.bank.territories.list()).map(({ code, name }) => ({ id: code, name }));
	const branches = opened.snapshot.branches.map(({ code, name }) => ({ id: code, name }));
	const names = new Map([
		...named(opened.snapshot.chains),
		...named(territories),
		...named(bank.skills),
		...triggers,
		...named(guide.instruments),
		...named(branches)
	]);
	const indicators = new Map(opened.snapshot.indicators.map((indicator) => [indicator.id, indicator]));
	return {
		name: (kind, id) => names.get(id) ?? `unnamed ${kind}`,
		indicator(id) {
			const known = indicators.get(id);
			return known ? { name: known.name[language], unit: known.unit[language], decimals: known.decimals } : null;
		}
	};
}
