import type { Level } from '#lib/core/territory/territory.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** Territories of one level to choose from, by the region they lie in. */
export interface PeerGroup {
	/** Name of the region; for regions themselves that of the level. */
	readonly label: string;
	readonly places: readonly { readonly code: string; readonly name: string }[];
}

/** All territories of a level but `except`, for a list to choose from. */
export async function peersOf(
	{ bank }: OpenedRelease,
	level: Exclude<Level, 'commune'>,
	words: Words,
	except: string | null = null
): Promise<PeerGroup[]> {
	const [regions, peers] = await Promise.all([bank.territories.list({ level: 'region' }), bank.territories.list({ level })]);
	const told = peers.filter(({ code }) => code !== except).map(({ code, name, parent }) => ({ code, parent, name: words.of(name) }));
	if (level === 'region') return [{ label: words.t('level.region'), places: told }];
	return regions.map((region) => ({ label: words.of(region.name), places: told.filter(({ parent }) => parent === region.code) }));
}
