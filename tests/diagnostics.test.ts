import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Datum } from '#lib/core/diagnostic/datum.ts';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import type { IndicatorLine } from '#lib/core/diagnostic/line.ts';
import type { ComparatorChoice } from '#lib/core/diagnostic/input.ts';
import { LANGUAGES, type Language, type Text } from '#lib/core/text/text.ts';
import type { Block, ChapterId, Report, Table } from '#lib/i18n/diagnostic/report.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { diagnosticFor } from '#lib/server/diagnostic.ts';
import { toldDiagnostic } from '#lib/server/diagnostic-report.ts';
import { openReleases, type OpenedRelease, type Releases } from '#lib/server/release.ts';

/** A territory and what its shipped diagnostic must say, as a planner may read it. Amounts are dirhams. */
interface Scenario {
	readonly title: Text;
	readonly territory: string;
	readonly expected: {
		readonly people: number;
		readonly peopleBefore: number;
		readonly changePercent: number;
		readonly households: number;
		readonly communes: number;
		readonly liesOnTheSea: boolean;
		/** The newest published count; null where nobody publishes one. */
		readonly cooperatives: { readonly count: number; readonly date: string; readonly isOld: boolean } | null;
		/** What the sentence on it says, in whole or in part. */
		readonly fabricSays: Text;
		readonly missingIndicators: readonly string[];
		readonly needs: readonly {
			readonly indicator: string;
			readonly percent: number;
			readonly nation: number;
			readonly reading: IndicatorLine['reading'];
			readonly rank: number;
			readonly of: number;
		}[];
		/** French names of labelled products. */
		readonly labels: readonly string[];
		readonly firstSectors: readonly string[];
		readonly sectorsWithoutModel: readonly string[];
		/** Chains of the promising zones that reach in, in order. */
		readonly zones: readonly string[];
		readonly mostAlike: string;
		/** The rules that found something, in order. */
		readonly findings: Readonly<Record<keyof Diagnostic['findings'], readonly string[]>>;
		readonly projects: readonly {
			readonly id: string;
			readonly name: Text;
			readonly programme: string;
			readonly commune: string | null;
			readonly amountMad: number;
			readonly ofWhichIndhMad: number | null;
			readonly areaM2: number | null;
			readonly projects: number;
			readonly beneficiaries: string | null;
			readonly period: string;
			readonly partners: string | null;
			readonly source: string;
		}[];
		readonly programmeTotals: readonly { readonly indicator: string; readonly value: number; readonly period: string }[];
	};
}

const FOLDER = 'src/lib/core/diagnostic/scenarios';
const SCENARIOS = readdirSync(FOLDER)
	.filter((name) => name.endsWith('.json'))
	.map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Scenario);
const CASES = SCENARIOS.map((scenario) => [scenario.title.en, scenario] as const);

let releases: Releases;
let opened: OpenedRelease;
beforeAll(async () => {
	releases = await openReleases(process.env.FURAS_DATA ?? 'data/built');
	opened = releases.current;
});
afterAll(() => releases.close());

async function diagnosticOf(code: string, comparator: ComparatorChoice = { kind: 'nation' }): Promise<Diagnostic> {
	const found = await diagnosticFor(opened, { code, comparator });
	if (!found.ok) throw new Error(`${code}: ${found.reason}`);
	return found.value;
}

const told = async (code: string, language: Language): Promise<Report> =>
	(await toldDiagnostic(opened, await diagnosticOf(code), await wordsOf(language))).report;
const chapterOf = (report: Report, id: ChapterId) => report.chapters.find((chapter) => chapter.id === id)!;
const tableOf = (report: Report, chapter: ChapterId, id: string): Table | undefined =>
	chapterOf(report, chapter).blocks.find((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table' && block.id === id);
const valueOf = (datum: Datum | null): number | null => datum && datum.value;
const distinct = (all: readonly string[]): string[] => [...new Set(all)];

describe('the shipped diagnostic', () => {
	it.each(CASES)('%s: who lives here', async (_, { territory, expected }) => {
		const { profile } = await diagnosticOf(territory);
		expect(profile).toMatchObject({
			...{ population: { value: expected.people }, populationBefore: { value: expected.peopleBefore } },
			...{ households: { value: expected.households }, children: { value: expected.communes }, coastal: expected.liesOnTheSea }
		});
		expect(Number(profile.change!.value.toFixed(1))).toBe(expected.changePercent);
	});

	it.each(CASES)('%s: cooperatives as far as anybody published them, and what is missing', async (_, { territory, expected }) => {
		const { fabric, quality } = await diagnosticOf(territory);
		const { stock } = fabric;
		expect(stock && { count: stock.count.value, date: stock.asOf, isOld: stock.isOld }).toEqual(expected.cooperatives);
		expect(quality.hasStock).toBe(expected.cooperatives !== null);
		expect(quality.missing.map(({ indicator }) => indicator)).toEqual(expected.missingIndicators);
		for (const language of LANGUAGES) {
			const report = await told(territory, language);
			const said = chapterOf(report, 'fabric').sentences[0]!.text;
			expect(plain(said)).toContain(expected.fabricSays[language]);
			const limits = JSON.stringify(chapterOf(report, 'quality').blocks);
			for (const { name } of quality.missing) expect(limits).toContain(name[language]);
		}
	});

	it.each(CASES)('%s: what people lack beside the nation, and potentials', async (_, { territory, expected }) => {
		const { needs, potentials } = await diagnosticOf(territory);
		for (const { indicator, percent, nation, reading, rank, of } of expected.needs) {
			const line = needs.find((one) => one.indicator === indicator)!;
			expect(line, indicator).toMatchObject({
				...{ here: { value: percent }, beside: { value: nation }, reading },
				standing: { rank: { value: rank }, of: { value: of } }
			});
		}
		expect(potentials.labels.map(({ product }) => product.fr)).toEqual(expected.labels);
	});

	it.each(CASES)('%s: sectors, zones, look-alikes and findings', async (_, { territory, expected }) => {
		const { projects, zones, alike, findings } = await diagnosticOf(territory);
		expect(projects.sectors.map(({ chain }) => chain)).toEqual(expected.firstSectors);
		expect(projects.sectors.filter(({ models }) => models.length === 0).map(({ chain }) => chain)).toEqual(expected.sectorsWithoutModel);
		expect(zones.map(({ chain }) => chain)).toEqual(expected.zones);
		expect(alike[0]!.code).toBe(expected.mostAlike);
		for (const [list, rules] of Object.entries(expected.findings)) {
			const found = findings[list as keyof typeof findings];
			expect(found.length, list).toBeGreaterThan(0);
			expect(distinct(found.map(({ rule }) => rule)), list).toEqual(rules);
		}
	});

	it.each(CASES)('%s: existing projects and programme totals, as their source has them', async (_, { territory, expected }) => {
		const { existing, programmes } = (await diagnosticOf(territory)).projects;
		const lines = existing.map(({ kind: _kind, territory: place, ...line }) => {
			expect(place).toBe(territory);
			return {
				...{ id: line.id, name: line.name, programme: line.programme, commune: line.commune, amountMad: valueOf(line.amountMad) },
				...{ ofWhichIndhMad: valueOf(line.indhAmountMad), areaM2: valueOf(line.areaM2), projects: valueOf(line.projectsCount) },
				...{ beneficiaries: line.beneficiaries?.en ?? null, period: line.period, partners: line.partners?.en ?? null, source: line.source }
			};
		});
		expect(lines).toEqual(expected.projects);
		expect(programmes.map(({ indicator, here }) => ({ indicator, value: here.value, period: here.year }))).toEqual(
			expected.programmeTotals
		);
	});

	it.each(CASES.flatMap(([title, scenario]) => LANGUAGES.map((language) => [title, language, scenario] as const)))(
		'%s: every project is told in full in «%s»',
		async (_, language, { territory, expected }) => {
			const words = await wordsOf(language);
			const rows = tableOf(await told(territory, language), 'projects', 'existing-table')?.rows ?? [];
			expect(rows.map(({ id }) => id)).toEqual(expected.projects.map(({ id }) => id));
			const { existing } = (await diagnosticOf(territory)).projects;
			for (const [index, { cells }] of rows.entries()) {
				const { name, amountMad, indhAmountMad, areaM2, projectsCount, beneficiaries, partners, period, source } = existing[index]!;
				const all = cells.map(({ text, note }) => `${text} ${note}`).join(' ');
				const numbers = [amountMad, indhAmountMad, areaM2, projectsCount].flatMap((datum) => (datum ? [words.n(datum.value)] : []));
				const texts = [name, beneficiaries, partners].flatMap((text) => (text ? [words.of(text)] : []));
				for (const part of [...numbers, ...texts, period, source]) expect(all).toContain(part);
			}
		}
	);
});

/** French with plain spaces, as it is typed. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('every shipped diagnostic', () => {
	it('has four lists of findings, none of them empty, and as many statuses as chains', async () => {
		const levels = await Promise.all((['region', 'province'] as const).map((level) => opened.bank.territories.list({ level })));
		const all = await Promise.all(levels.flat().map(({ code }) => diagnosticOf(code)));
		expect(all).toHaveLength(87);
		for (const { territory, findings, quality } of all) {
			expect(
				Object.values(findings).filter((list) => list.length === 0),
				territory.code
			).toEqual([]);
			expect(
				Object.values(quality.statuses).reduce((sum, count) => sum + count, 0),
				territory.code
			).toBe(quality.chains);
		}
	});

	it('of a region compared with «region» is compared with the nation, and of a province with its region', async () => {
		expect((await diagnosticOf('MA-03', { kind: 'region' })).comparator).toMatchObject({ kind: 'nation', code: 'MA' });
		expect((await diagnosticOf('MA-HAJ', { kind: 'region' })).comparator).toMatchObject({ kind: 'region', code: 'MA-03' });
	});

	it('says why there is none: for a commune, and for a code that nobody knows', async () => {
		const reason = async (code: string) => {
			const found = await diagnosticFor(opened, { code, comparator: { kind: 'nation' } });
			return found.ok ? null : found.reason;
		};
		expect(await Promise.all(['03.171.01.05', 'MA-XXX', 'MA'].map(reason))).toEqual(['commune', 'unknown-territory', 'unknown-territory']);
	});
});
