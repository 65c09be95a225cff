import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import type { MapKind } from '#lib/core/cartography/style/map-style.ts';
import { kindsFor } from '#lib/core/cartography/style/variable.ts';
import { LEVELS, type Level } from '#lib/core/territory/territory.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { createAtlas, type Atlas } from '#lib/data/atlas.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { openReleases, type OpenedRelease, type Releases } from '#lib/server/release.ts';
import { variableGroups } from '#lib/view/workspace/catalogue.ts';
import type { Figures } from '#lib/view/workspace/figures.ts';
import { sheetOf, type SheetParts } from '#lib/view/workspace/sheet.ts';
import { parseVariableId } from '#lib/view/workspace/variable-id.ts';
import { variableOf } from '#lib/view/workspace/variables.ts';
import { DEFAULT_SPEC } from '#lib/view/workspace/workspace.ts';

/** Everything that can be chosen in the workspace, on the release that ships. */
describe('a variable of the workspace', () => {
	let releases: Releases;
	let release: OpenedRelease;
	let atlas: Atlas;

	beforeAll(async () => {
		releases = await openReleases(process.env.FURAS_DATA ?? 'data/built');
		release = releases.current;
		const scorers = new Map(await Promise.all(LEVELS.map(async (level) => [level, await release.scorer(level)] as const)));
		atlas = createAtlas(release.snapshot, (level) => scorers.get(level)!);
	});
	afterAll(() => releases.close());

	async function choicesOf(level: Level): Promise<readonly string[]> {
		const words = await wordsOf('fr');
		const years = await release.bank.indicators.years();
		const none = { region: [], province: [], commune: [] };
		const figures = (await release.bank.indicators.all()).map((one) => ({ ...one, name: one.name.fr, years: years.get(one.id) ?? none }));
		const chains = release.snapshot.chains.map(({ id, name }) => ({ id, name: name.fr }));
		const groups = variableGroups(words, level, 'honey', { chains, figures, own: [] });
		return groups.flatMap(({ choices }) => choices.flatMap(({ id, years: some }) => [id, ...some.map((year) => `${id}@${year}`)]));
	}

	async function partsOf(level: Level, ids: readonly string[]): Promise<SheetParts> {
		const sources = new Map((await release.bank.sources.all()).map((source) => [source.id, source]));
		const figures = new Map<string, Figures>();
		for (const id of ids) {
			const ref = parseVariableId(id);
			if (ref?.kind !== 'indicator') continue;
			const values = await release.bank.indicators.values(ref.indicator, level, ref.year ?? undefined);
			const indicator = (await release.bank.indicators.find(ref.indicator))!;
			figures.set(id, { indicator, level, byCode: new Map(values.map((one) => [one.territory, one])), sources });
		}
		const stocks = level === 'commune' ? [] : await release.bank.cooperatives.stocks({ level });
		return { atlas, level, scorer: atlas.scorer(level)!, figures, stocks, places: [], own: () => null };
	}

	test.each(LEVELS)(
		'of the level %s has a title, unit and credit in three languages, and one value or NaN per territory',
		async (level) => {
			const ids = await choicesOf(level);
			expect(ids.length).toBeGreaterThan(40);
			const parts = await partsOf(level, ids);
			const size = parts.scorer.table.territories.length;
			for (const id of ids) {
				const variable = variableOf(id, { ...parts, spec: DEFAULT_SPEC });
				expect(variable, id).not.toBeNull();
				expect(variable!.id).toBe(id);
				expect(variable!.values, id).toHaveLength(size);
				for (const language of LANGUAGES) {
					for (const text of [variable!.title, variable!.unit, variable!.credit])
						expect(text[language].trim(), `${id} ${language}`).not.toBe('');
				}
				// An infinite or absurd number would be a colour all the same.
				for (const value of variable!.values) expect(Number.isNaN(value) || Number.isFinite(value), id).toBe(true);
			}
		}
	);

	test.each(LEVELS)('of the level %s is drawn in the ways that suit it, and every legend counts all territories', async (level) => {
		const words = await wordsOf('ar');
		const ids = await choicesOf(level);
		const parts = await partsOf(level, ids);
		const size = parts.scorer.table.territories.length;
		for (const id of ids) {
			if (id === 'places') continue;
			const { measure } = variableOf(id, { ...parts, spec: DEFAULT_SPEC })!;
			for (const kind of kindsFor(measure)) {
				const sheet = sheetOf({ ...DEFAULT_SPEC, of: id, by: 'need', kind }, parts, words);
				expect(sheet, `${id} ${kind}`).not.toBeNull();
				const { legend, rows } = sheet!.scene;
				expect(
					legend.rows.reduce((sum, { count }) => sum + count, 0),
					`${id} ${kind}`
				).toBe(size);
				expect(sheet!.legend.rows).toHaveLength(legend.rows.length);
				for (const row of rows) expect(legend.rows[row], `${id} ${kind}`).toBeDefined();
			}
		}
	});

	test('a count is never offered as colours, a rate never as circles', async () => {
		const parts = await partsOf('province', ['indicator:population_legal', 'indicator:unemployment_rate']);
		const kinds = (id: string) => kindsFor(variableOf(id, { ...parts, spec: DEFAULT_SPEC })!.measure);
		expect(kinds('indicator:population_legal')).toEqual(['symbols']);
		expect(kinds('people')).toEqual(['symbols']);
		expect(kinds('cooperatives')).toEqual(['symbols']);
		expect(kinds('indicator:unemployment_rate')).toEqual(['choropleth', 'bivariate']);
		expect(kinds('score:honey')).toEqual(['choropleth', 'bivariate']);
		expect(kinds('type:honey')).toEqual(['types']);
	});

	test('is drawn in a kind that suits it, whatever a link asks for', async () => {
		const words = await wordsOf('fr');
		const parts = await partsOf('province', []);
		const drawn = (of: string, kind: MapKind, by = 'need') => {
			const { spec, other, scene } = sheetOf({ ...DEFAULT_SPEC, of, by, kind }, parts, words)!;
			expect(scene.legend.subject).toMatchObject({ kind: 'mapped', map: spec.kind });
			return { kind: spec.kind, isPair: other !== null };
		};
		expect(drawn('people', 'choropleth').kind).toBe('symbols');
		expect(drawn('need', 'symbols').kind).toBe('choropleth');
		expect(drawn('need', 'heat').kind).toBe('choropleth');
		expect(drawn('places', 'choropleth').kind).toBe('hexagons');
		expect(drawn('places', 'heat').kind).toBe('heat');
		expect(drawn('type:honey', 'choropleth').kind).toBe('types');
		expect(drawn('need', 'bivariate', 'score:honey')).toEqual({ kind: 'bivariate', isPair: true });
		expect(drawn('need', 'bivariate', 'people')).toEqual({ kind: 'choropleth', isPair: false });
		expect(drawn('people', 'bivariate', 'need')).toEqual({ kind: 'symbols', isPair: false });
	});

	test('has the nation as its reference only where both are of one year', async () => {
		const ids = ['indicator:unemployment_rate', 'indicator:unemployment_rate@2024', 'indicator:population_legal@2014'];
		const parts = await partsOf('province', ids);
		const reference = (id: string) => variableOf(id, { ...parts, spec: DEFAULT_SPEC })!.reference;
		const nation = parts.scorer.table.national['unemployment_rate'];
		expect(nation).toBeGreaterThan(0);
		expect(reference(ids[0]!)).toBe(nation);
		expect(reference(ids[1]!)).toBe(nation);
		expect(reference(ids[2]!)).toBeNull();
	});

	test('names its source also where nothing is known', async () => {
		const parts = await partsOf('province', ['indicator:gdp_per_capita']);
		const { values, credit } = variableOf('indicator:gdp_per_capita', { ...parts, spec: DEFAULT_SPEC })!;
		expect(values.every(Number.isNaN)).toBe(true);
		expect(credit.fr).not.toBe('');
	});

	test('says what it rests on: a proxy, an inherited value, a sum of dated counts', async () => {
		const parts = await partsOf('commune', ['indicator:monetary_vulnerability_rate']);
		const note = (id: string): string | null => variableOf(id, { ...parts, spec: DEFAULT_SPEC })?.note?.en ?? null;
		expect(note('score:food-processing')).toContain('register');
		expect(note('area')).toContain('polygon');
		expect(note('cooperatives')).toContain('different dates');
	});
});
