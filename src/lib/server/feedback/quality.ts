import { covers, type Actor } from '#lib/core/account/actor.ts';
import { formatAbout } from '#lib/core/feedback/about.ts';
import { coverageOf, type CoverageRow } from '#lib/core/quality/coverage.ts';
import { figuresBehind, type Weakness } from '#lib/core/quality/model-figures.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { OpenedRelease } from '../release.ts';

/** Something that could be better known, with the reference or the page where it is mended. */
export interface Gap {
	readonly id: string;
	readonly name: Text;
	/** Where it is; null for what has no place. */
	readonly place: Text | null;
	/** Address inside the product, without language. */
	readonly mend: string;
}

/** How far the facts of a release can be trusted in the regions of an account. */
export interface Quality {
	readonly coverage: readonly CoverageRow[];
	/** Figures in all, and those inherited, standing for another, or old. */
	readonly figures: { readonly all: number; readonly inherited: number; readonly proxies: number; readonly stale: number };
	/** Documented potentials in all, those named from memory only, and those whose source has no address. */
	readonly evidence: { readonly all: number; readonly recalled: readonly Gap[]; readonly unsourced: readonly Gap[] };
	/** Economic models of the lowest grade, with how many figures nothing carries; the same for every region. */
	readonly models: readonly (Gap & Weakness)[];
	/** Named cooperatives in all and those without coordinates. */
	readonly cooperatives: { readonly all: number; readonly unlocated: readonly Gap[] };
}

/** The quality of a release in the regions of `actor`. */
export async function qualityOf(opened: OpenedRelease, actor: Actor): Promise<Quality> {
	const { bank, release } = opened;
	const [territories, indicators, region, province, commune] = await Promise.all([
		bank.territories.list(),
		bank.indicators.all(),
		bank.indicators.ofLevel('region'),
		bank.indicators.ofLevel('province'),
		bank.indicators.ofLevel('commune')
	]);
	const scope = scopeOf(territories, actor);
	const releaseYear = Number(release.date.slice(0, 4));
	const coverage = coverageOf({ indicators, territories: [...scope.values()], values: { region, province, commune }, releaseYear });
	const sum = (of: (row: CoverageRow) => number): number => coverage.reduce((total, row) => total + of(row), 0);
	return {
		coverage,
		figures: {
			all: sum(({ levels }) => levels.region.known + levels.province.known + levels.commune.known),
			inherited: sum(({ inherited }) => inherited),
			proxies: sum(({ proxies }) => proxies),
			stale: sum(({ stale }) => stale)
		},
		evidence: await evidenceIn(opened, scope),
		models: await modelsOf(opened),
		cooperatives: await cooperativesIn(opened, actor, scope)
	};
}

/** The territories of the regions of `actor` by code. */
function scopeOf(territories: readonly Territory[], actor: Actor): ReadonlyMap<string, Territory> {
	const parents = new Map(territories.map(({ code, parent }) => [code, parent]));
	const regionOf = (code: string): string => {
		const parent = parents.get(code) ?? null;
		return parent === null ? code : regionOf(parent);
	};
	return new Map(territories.filter(({ code }) => covers(actor, regionOf(code))).map((territory) => [territory.code, territory]));
}

async function evidenceIn({ bank }: OpenedRelease, scope: ReadonlyMap<string, Territory>): Promise<Quality['evidence']> {
	const rows = (await bank.potentials.list()).filter(({ territory }) => scope.has(territory));
	const byId = [...new Map(rows.map((row) => [row.id, row])).values()];
	const gap = ({ id, product, territory }: (typeof rows)[number]): Gap => ({
		id,
		name: product,
		place: scope.get(territory)!.name,
		mend: `/feedback?about=${encodeURIComponent(formatAbout({ kind: 'evidence', id }))}`
	});
	return {
		all: byId.length,
		recalled: byId.filter(({ basis }) => basis === 'recalled').map(gap),
		unsourced: byId.filter(({ source }) => source.url === null || source.title === '').map(gap)
	};
}

async function modelsOf(opened: OpenedRelease): Promise<Quality['models']> {
	const { models } = await opened.projects();
	return models
		.filter(({ grade }) => grade === 'D')
		.map((model) => ({ id: model.id, name: model.name, place: null, mend: `/projects/${model.id}#figures`, ...figuresBehind(model) }));
}

async function cooperativesIn(
	{ bank }: OpenedRelease,
	actor: Actor,
	scope: ReadonlyMap<string, Territory>
): Promise<Quality['cooperatives']> {
	const rows = (await bank.cooperatives.list()).filter(({ region }) => covers(actor, region));
	const unlocated = rows.filter(({ position }) => position === null);
	return {
		all: rows.length,
		unlocated: unlocated.map(({ id, name, province, region }) => ({
			id,
			name,
			place: (scope.get(province ?? region) ?? scope.get(region))?.name ?? null,
			mend: `/cooperatives/claim?id=${encodeURIComponent(id)}`
		}))
	};
}
