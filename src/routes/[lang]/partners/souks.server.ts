import { NATION } from '#lib/core/indicator/indicator.ts';
import { soukRows, type SoukRow } from '#lib/core/support/partner-souks.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

const COUNT = 'weekly_souks';
const DENSITY = 'weekly_souks_per_10000';

/** Weekly markets as the page says them. */
export interface ToldSouks {
	/** Number and density of the place; null where they are not published. */
	readonly here: { readonly count: number; readonly density: string; readonly year: string } | null;
	readonly nation: { readonly count: number; readonly density: string } | null;
	/** Provinces of the region of the place, the most first. */
	readonly rows: readonly (SoukRow & { readonly name: string; readonly isHere: boolean })[];
	readonly names: { readonly count: string; readonly density: string };
	readonly credit: string;
}

/** The weekly markets of a region or province beside the provinces of its region; null in a release without the indicator. */
export async function soukScreen(
	{ bank }: OpenedRelease,
	place: Territory,
	provinces: readonly Territory[],
	words: Words
): Promise<ToldSouks | null> {
	const [count, density, sources] = await Promise.all([bank.indicators.find(COUNT), bank.indicators.find(DENSITY), bank.sources.all()]);
	if (!count || !density) return null;
	const region = place.level === 'region' ? place.code : place.parent;
	const inRegion = provinces.filter(({ parent }) => parent === region);
	const [counts, densities] = await Promise.all([COUNT, DENSITY].map((id) => bank.indicators.values(id, 'province')));
	const byCode = (values: typeof counts): ReadonlyMap<string, number> => new Map(values!.map(({ territory, value }) => [territory, value]));
	const names = new Map(inRegion.map(({ code, name }) => [code, words.of(name)]));
	const rows = soukRows([...names.keys()], byCode(counts), byCode(densities));
	const figureOf = async (code: string) => {
		const [number, rate] = await Promise.all([COUNT, DENSITY].map(async (id) => (await bank.indicators.series(id, code)).at(-1)));
		return number && { count: number.value, density: words.n(rate?.value ?? null, density.decimals), year: number.year };
	};
	return {
		here: (await figureOf(place.code)) ?? null,
		nation: (await figureOf(NATION)) ?? null,
		rows: rows.map((row) => ({ ...row, name: names.get(row.code)!, isHere: row.code === place.code })),
		names: { count: words.of(count.name), density: `${words.of(density.name)} (${words.of(density.unit)})` },
		credit: words.of(sources.find(({ id }) => id === count.source)!.credit)
	};
}
