import { parseCoordinates } from '#lib/core/geo/coordinates.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import { LEVELS, type Level, type Territory } from '#lib/core/territory/territory.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { Camera } from '#lib/map/props.ts';

/** How near one goes to a territory of a level, and to a bare pair of degrees. */
const ZOOMS: Readonly<Record<Level | 'degrees', number>> = { region: 6.5, province: 8, commune: 10, degrees: 9 };

/** Where a reader wants to go. */
export interface Found {
	/** Null for a pair of degrees. */
	readonly territory: Territory | null;
	readonly camera: Camera;
}

/**
 * The place a reader typed: latitude and longitude, or the name of a territory in any of its spellings, in the first level that has it
 * (a name that begins so counts where none is it). Null when it is neither; communes are found once their table is there.
 */
export function findPlace(atlas: Atlas, typed: string): Found | null {
	const at = parseCoordinates(typed);
	if (at) return { territory: null, camera: { lng: at[0], lat: at[1], zoom: ZOOMS.degrees } };
	const key = searchKey(typed);
	if (key === '') return null;
	const all = LEVELS.flatMap((level) => atlas.scorer(level)?.table.territories ?? []).filter(({ label }) => label !== null);
	const keysOf = ({ name, aliases }: Territory): string[] => [...Object.values(name), ...aliases].map(searchKey);
	const territory = all.find((one) => keysOf(one).includes(key)) ?? all.find((one) => keysOf(one).some((known) => known.startsWith(key)));
	if (!territory) return null;
	const [lng, lat] = territory.label!;
	return { territory, camera: { lng, lat, zoom: ZOOMS[territory.level] } };
}
