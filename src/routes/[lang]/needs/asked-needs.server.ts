import { isDeclared, type Declared } from '#lib/view/view.ts';
import type { SafeCounts } from '#lib/core/need/suppress.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { currentApp } from '#lib/server/app.ts';
import { publicNeeds } from '#lib/server/needs.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** What the page of declared needs shows. */
export interface AskedNeeds {
	readonly release: OpenedRelease;
	readonly counts: SafeCounts;
	/** The region whose provinces are shown; null shows the regions. */
	readonly region: Territory | null;
	/** The kind on the map. */
	readonly declared: Declared;
	/** The region, or its provinces, in the order of their codes. */
	readonly rows: readonly Territory[];
	readonly regions: readonly Territory[];
	readonly provinces: readonly Territory[];
	/** Parameters that were not understood. */
	readonly issues: readonly ('at' | 'kind')[];
}

/** The needs an address asks for: `at` names a region, `need` a kind. What is not understood asks for everything and is said. */
export async function askedNeeds(search: URLSearchParams): Promise<AskedNeeds> {
	const { living, releases } = currentApp();
	const release = releases.current;
	const [regions, provinces] = await Promise.all(
		(['region', 'province'] as const).map((level) => release.bank.territories.list({ level }))
	);
	const [at, need] = [search.get('at') ?? '', search.get('need') ?? ''];
	const region = regions!.find(({ code }) => code === at) ?? null;
	const issues = [...(at !== '' && !region ? (['at'] as const) : []), ...(need !== '' && !isDeclared(need) ? (['kind'] as const) : [])];
	return {
		release,
		counts: await publicNeeds(living, release),
		region,
		declared: isDeclared(need) ? need : 'all',
		rows: region ? provinces!.filter(({ parent }) => parent === region.code) : regions!,
		regions: regions!,
		provinces: provinces!,
		issues
	};
}

/** The query of a page of needs, with its question mark; empty when it asks for everything. */
export function needsQuery(region: string | null, declared: Declared): string {
	const query = new URLSearchParams();
	if (region !== null) query.set('at', region);
	if (declared !== 'all') query.set('need', declared);
	return query.size === 0 ? '' : `?${query}`;
}
