import type { Level, Territory, TerritoryKind } from '#lib/core/territory/territory.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import type { Bank, TerritoryRow } from './schema.ts';
import { textOf } from './texts.ts';

/** Which territories to list; every filter left out lets all pass. */
export interface TerritoryFilter {
	readonly level?: Level | undefined;
	readonly parent?: string | undefined;
	/** Any spelling in any script; a key without letters or digits finds nothing. */
	readonly search?: string | undefined;
}

/** Regions, provinces and communes. */
export interface Territories {
	/** Those that pass the filter: by code, or for a search the best match first. */
	list(filter?: TerritoryFilter): Promise<Territory[]>;
	/** The territory of a code; null when there is none. */
	find(code: string): Promise<Territory | null>;
}

/** The territories of `bank`. */
export function territoriesOf(bank: Bank): Territories {
	return {
		async list({ level, parent, search } = {}) {
			let query = bank.selectFrom('territory').selectAll().orderBy('code');
			if (level !== undefined) query = query.where('level', '=', level);
			if (parent !== undefined) query = query.where('parent', '=', parent);
			if (search === undefined) return (await query.execute()).map(parseTerritory);
			const key = searchKey(search);
			if (key === '') return [];
			// A search key holds only letters, digits and spaces, so LIKE needs no escaping.
			const rows = await query.where('search', 'like', `%${key}%`).execute();
			return rows.sort((a, b) => closeness(a, key) - closeness(b, key) || b.population_legal - a.population_legal).map(parseTerritory);
		},
		async find(code) {
			const row = await bank.selectFrom('territory').selectAll().where('code', '=', code).executeTakeFirst();
			return row ? parseTerritory(row) : null;
		}
	};
}

/** The spellings of a territory as search keys, one per line, each line between two newlines. */
export function searchText(territory: Territory): string {
	const spellings = [territory.code, ...Object.values(territory.name), ...territory.aliases];
	return `\n${[...new Set(spellings.map(searchKey))].filter((key) => key !== '').join('\n')}\n`;
}

/** 0 when a spelling is the key, 1 when one begins with it, 2 when a later word does, 3 when it is inside a word; then regions first. */
function closeness(row: TerritoryRow, key: string): number {
	const place = row.search.includes(`\n${key}\n`) ? 0 : row.search.includes(`\n${key}`) ? 1 : row.search.includes(` ${key}`) ? 2 : 3;
	return place * 3 + ['region', 'province', 'commune'].indexOf(row.level);
}

const parseTerritory = (row: TerritoryRow): Territory => ({
	code: row.code,
	level: row.level as Level,
	kind: row.kind as TerritoryKind,
	parent: row.parent,
	name: textOf(row.name_ar, row.name_fr, row.name_en),
	aliases: JSON.parse(row.aliases) as string[],
	label: row.label_lon === null || row.label_lat === null ? null : [row.label_lon, row.label_lat],
	populationLegal: row.population_legal,
	populationMunicipal: row.population_municipal,
	households: row.households,
	areaKm2: row.area_km2,
	coastal: row.coastal === 1
});
