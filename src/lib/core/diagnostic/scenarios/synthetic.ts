import type { CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import type { Indicator, IndicatorValue } from '#lib/core/indicator/indicator.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { ExistingProject } from '#lib/core/release/records.ts';
import type { Method } from '#lib/core/scoring/method.ts';
import { evenRow, SYNTHETIC_CHAINS, SYNTHETIC_METHOD, syntheticTable, type SyntheticRow } from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Comparator } from '../diagnostic.ts';
import { figuresOf } from '../figures.ts';
import type { DiagnosticInput } from '../input.ts';
import type { LineContext } from '../lines.ts';
import type { DiagnosticRules } from '../rules.ts';
import { standingsOf } from '../standings.ts';

/** Small made-up diagnostics for tests. Nothing here is ever shown to a user. */

/** The numbers of the rules as the method states them. */
export const RULES: DiagnosticRules = {
	quarter: 0.25,
	alikeShare: 0.05,
	alikeProvinces: 5,
	alikeRegions: 3,
	staleYears: 5,
	leastCoverage: 0.5,
	likely: 0.5,
	widelyDocumented: 0.3333,
	listed: 4,
	firstSectors: 5,
	traits: 3,
	traitGap: 0.2
};

/** The same word in every language. */
export const same = (word: string): Text => ({ ar: word, fr: word, en: word });

export const NATION: Comparator = { kind: 'nation', code: 'MA', name: null, members: [] };

/** A rate of need that grows upwards, unless said otherwise. */
export const indicator = (id: string, more: Partial<Indicator> = {}): Indicator => ({
	...{ id, name: same(id), unit: same('%'), dimension: 'social', role: 'need', direction: 'higher', decimals: 1, source: 's' },
	...{ coverage: { region: 0, province: 0, commune: 0 }, year: '2024', isCount: false },
	...more
});

/** A published figure of 2024, unless said otherwise. */
export const figure = (id: string, territory: string, value: number, more: Partial<IndicatorValue> = {}): IndicatorValue => ({
	...{ indicator: id, territory, value, year: '2024', source: 's', status: 'published', note: null },
	...more
});

/** Figures of one indicator of `A`, `B`, `C` … in this order; null has none. */
export const column = (id: string, values: readonly (number | null)[]): IndicatorValue[] =>
	values.flatMap((value, index) => (value === null ? [] : [figure(id, codeOf(index), value)]));

/** `A`, `B`, … */
export const codeOf = (index: number): string => String.fromCodePoint(65 + index);

/** A context of provinces `A`, `B`, … of which `code` is looked at. */
export const contextOf = (
	indicators: readonly Indicator[],
	values: readonly IndicatorValue[],
	{ code = 'A', size = 8, comparator = NATION }: { readonly code?: string; readonly size?: number; readonly comparator?: Comparator } = {}
): LineContext => ({
	figures: figuresOf(
		'province',
		Array.from({ length: size }, (_, index) => codeOf(index)),
		indicators,
		values
	),
	...{ rules: RULES, releaseYear: 2026, code, comparator }
});

/** A published total of cooperatives without members, unless said otherwise. */
export const published = (
	territory: string,
	asOf: string | null,
	count: number | null,
	more: Partial<CooperativeCount> = {}
): CooperativeCount => ({
	...{ territory, branch: 'all', asOf, count, members: null, womenMembers: null, measure: 'stock' },
	...{ source: { title: 'A paper', url: null }, note: null },
	...more
});

/** A product stated for one province. */
export const evidence = (id: string, territory: string, more: Partial<Evidence> = {}): Evidence => ({
	...{ id, territory, product: same(id), kind: 'production', scope: 'province', basis: 'stated', chain: 'crop' },
	...{ value: null, unit: null, year: null, source: { title: 'A paper', url: null } },
	...more
});

/** A project of which nothing but its name and its place is known. */
export const project = (id: string, territory: string, more: Partial<ExistingProject> = {}): ExistingProject => ({
	...{ id, kind: 'project', name: same(id), programme: null, territory, commune: null, amountMad: null, indhAmountMad: null },
	...{ areaM2: null, projectsCount: null, beneficiaries: null, period: '2025', partners: null, source: 'A paper' },
	...more
});

const REGION = 'R';

/** A hundred draws are enough where nothing is told apart by them. */
const METHOD: Method = { ...SYNTHETIC_METHOD, uncertainty: { ...SYNTHETIC_METHOD.uncertainty, draws: 100 } };

/** A region over all synthetic provinces. */
export const region = (territory: Territory): Territory => ({
	...territory,
	code: REGION,
	level: 'region',
	kind: 'region',
	name: same(REGION)
});

/** Eight provinces that get better from `A` to `H`; the crop is documented in all but `H`. */
export const EIGHT: Readonly<Record<string, SyntheticRow>> = Object.fromEntries(
	Array.from({ length: 8 }, (_, index) => [codeOf(index), evenRow(20 + 8 * index, index === 7 ? null : 0.3 + 0.08 * index)])
);

/** What the diagnostic of province `code` among `rows` is made from; `more` replaces parts of it. */
export function syntheticInput(
	code = 'A',
	more: Partial<DiagnosticInput> = {},
	rows: Readonly<Record<string, SyntheticRow>> = EIGHT
): DiagnosticInput {
	const bare = syntheticTable(rows);
	const territories = bare.territories.map((territory) => ({ ...territory, parent: REGION, areaKm2: 100 }));
	const scorer: Scorer = createScorer(METHOD, { ...bare, territories }, SYNTHETIC_CHAINS);
	const codes = territories.map((territory) => territory.code);
	const above = region(territories[0]!);
	const ids = Object.keys(scorer.table.values);
	const indicators = [indicator('population_legal', { isCount: true, role: 'context' }), ...ids.map(rolesOf)];
	const values = ids.flatMap((id) =>
		codes.flatMap((place, index) => known(scorer.table.values[id]![index]!).map((value) => figure(id, place, value)))
	);
	return {
		release: { id: '2026.11-test', date: '2026-11-25', data: '2026.11', method: 'synthetic' },
		territory: territories.find((one) => one.code === code)!,
		...{ parents: [above], children: [], regions: [above], comparator: { kind: 'nation' }, below: null, populationBefore: null },
		figures: figuresOf('province', codes, indicators, values),
		sources: { people: 's', area: 's', cooperatives: 's', potentials: 's', projects: 's', models: 's' },
		...{ evidence: [], counts: [], nationCounts: [], named: [], existing: [], scorer, provinces: scorer },
		standings: standingsOf(scorer, scorer, {}, RULES),
		...{ recommended: () => [], sheets: [] },
		...more
	};
}

const known = (value: number): number[] => (Number.isNaN(value) ? [] : [value]);

/** The roles that the synthetic method gives its indicators. */
function rolesOf(id: string): Indicator {
	const need = SYNTHETIC_METHOD.need.flatMap(({ terms }) => terms).find((term) => term.indicator === id);
	if (need) return indicator(id, { direction: need.direction });
	const access = SYNTHETIC_METHOD.access.flatMap(({ terms }) => terms).find((term) => term.indicator === id);
	if (access) return indicator(id, { role: 'access', direction: access.direction });
	return indicator(id, { role: 'potential' });
}
