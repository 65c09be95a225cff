import { diagnosticOf } from '#lib/core/diagnostic/assemble.ts';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import { figuresOf, type Figures } from '#lib/core/diagnostic/figures.ts';
import type { ComparatorChoice, DiagnosticInput, SheetSummary } from '#lib/core/diagnostic/input.ts';
import { NATION, type IndicatorValue } from '#lib/core/indicator/indicator.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { kept, type Cache } from './kept.ts';
import { evaluationsOf } from './project-sheets.ts';
import { rankingOf } from './recommendation.ts';
import type { OpenedRelease } from './release.ts';

/** Ids of the sources of what has no source in its own row. */
const SOURCES = {
	people: 'hcp-rgph-2024',
	area: 'osm-points-2026',
	cooperatives: 'furas-cooperatives-2026',
	potentials: 'furas-potentials-2026',
	projects: 'furas-projects-2026',
	models: 'furas-models-2026'
} as const;

/** A region or province, and whom to compare it with. */
export interface DiagnosticQuestion {
	readonly code: string;
	readonly comparator: ComparatorChoice;
}

/** Why there is no diagnostic: nobody knows the code, it is a commune's, or the release was made before there were diagnostics. */
export type NoDiagnostic = 'unknown-territory' | 'commune' | 'old-release';

const diagnostics: Cache<OpenedRelease, Promise<Diagnostic>> = new WeakMap();

/** The diagnostic of a region or province, made once and kept. */
export async function diagnosticFor(
	release: OpenedRelease,
	{ code, comparator }: DiagnosticQuestion
): Promise<{ readonly ok: true; readonly value: Diagnostic } | { readonly ok: false; readonly reason: NoDiagnostic }> {
	const [territory, ...above] = await release.bank.territories.line(code);
	if (!territory) return { ok: false, reason: 'unknown-territory' };
	if (territory.level === 'commune') return { ok: false, reason: 'commune' };
	const shared = await sharedOf(release);
	if (!shared) return { ok: false, reason: 'old-release' };
	const key = `${code} ${comparator.kind === 'territory' ? comparator.territory.code : comparator.kind}`;
	const parents = above.toReversed();
	return {
		ok: true,
		value: await kept(diagnostics, release, key, async () =>
			diagnosticOf(await inputOf(release, shared, { territory, parents, comparator }))
		)
	};
}

/** What the diagnostics of one release share: figures of both levels, rankings, sheets. */
type Shared = Pick<DiagnosticInput, 'provinces' | 'standings' | 'recommended' | 'sheets' | 'regions' | 'nationCounts'> & {
	readonly figures: Readonly<Record<'region' | 'province', Figures>>;
	readonly regionScorer: DiagnosticInput['scorer'];
};

const sharedParts = new WeakMap<OpenedRelease, Promise<Shared | null>>();

function sharedOf(release: OpenedRelease): Promise<Shared | null> {
	const known = sharedParts.get(release) ?? readShared(release);
	sharedParts.set(release, known);
	return known;
}

async function readShared(release: OpenedRelease): Promise<Shared | null> {
	const standings = await release.standings();
	if (!standings) return null;
	const { bank } = release;
	const [indicators, ofRegions, ofProvinces, nation, regions, provinces] = await Promise.all([
		bank.indicators.all(),
		bank.indicators.ofLevel('region'),
		bank.indicators.ofLevel('province'),
		bank.indicators.ofTerritory(NATION),
		bank.territories.list({ level: 'region' }),
		bank.territories.list({ level: 'province' })
	]);
	// A province is compared with its region and the nation, so their figures are there too.
	const all: readonly IndicatorValue[] = [...nation, ...ofRegions, ...ofProvinces];
	const codes = (territories: readonly Territory[]): string[] => territories.map(({ code }) => code);
	const ranking = await rankingOf(release);
	return {
		provinces: await release.scorer('province'),
		regionScorer: await release.scorer('region'),
		standings,
		regions,
		figures: {
			region: figuresOf('region', codes(regions), indicators, all),
			province: figuresOf('province', codes(provinces), indicators, all)
		},
		nationCounts: await bank.cooperatives.counts(NATION),
		recommended: (province) => ranking.get(province) ?? [],
		sheets: await sheetsOf(release)
	};
}

/** The full models; a micro variant is a smaller set of numbers of one of them. */
async function sheetsOf(release: OpenedRelease): Promise<SheetSummary[]> {
	const [{ models }, evaluations] = await Promise.all([release.projects(), evaluationsOf(release)]);
	return models
		.filter(({ variantOf }) => variantOf === null)
		.map(({ id, name, grade, chains, members }) => ({ id, name, grade, chains, members, investmentMad: evaluations.get(id)!.capex }));
}

async function inputOf(
	release: OpenedRelease,
	shared: Shared,
	{ territory, parents, comparator }: Pick<DiagnosticInput, 'territory' | 'parents' | 'comparator'>
): Promise<DiagnosticInput> {
	const { bank } = release;
	const { code, level } = territory;
	const children = await bank.territories.list({ parent: code });
	const isRegion = level === 'region';
	const below = isRegion ? children.map((child) => child.code) : [];
	const ofAll = async <T>(list: (place: string) => Promise<readonly T[]>): Promise<T[]> =>
		(await Promise.all([code, ...below].map(list))).flat();
	const { figures, regionScorer, ...rest } = shared;
	return {
		release: release.release,
		...{ territory, parents, children, comparator },
		figures: figures[isRegion ? 'region' : 'province'],
		below: isRegion ? figures.province : null,
		populationBefore: (await bank.indicators.series('population_legal', code)).find(({ year }) => year < '2024') ?? null,
		sources: SOURCES,
		evidence: await ofAll((place) => bank.potentials.list({ territory: place })),
		counts: await bank.cooperatives.counts(code),
		named: await bank.cooperatives.list({ within: { level, code } }),
		existing: await ofAll((place) => bank.projects.list(place)),
		scorer: isRegion ? regionScorer : rest.provinces,
		...rest
	};
}
