import type { Locality } from '#lib/core/territory/locality.ts';
import { LEVELS, type Level, type Territory, type TerritoryKind } from '#lib/core/territory/territory.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import { soundKey } from '#lib/core/text/sound-key.ts';
import type { Bank, TerritoryRow } from './schema.ts';
import { textOf } from './texts.ts';

/** Which territories to list; every filter left out lets all pass. */
export interface TerritoryFilter {
	readonly level?: Level | undefined;
	readonly parent?: string | undefined;
	/** Any spelling in any script, of it or of a place in it; a key without letters or digits finds nothing. */
	readonly search?: string | undefined;
}

/** Regions, provinces and communes. */
export interface Territories {
	/** Those that pass the filter: by code, or for a search the best match first. */
	list(filter?: TerritoryFilter): Promise<Territory[]>;
	/** The territory of a code; null when there is none. */
	find(code: string): Promise<Territory | null>;
	/** The territory of a code and those above it, itself first and the region last; empty when there is none. */
	line(code: string): Promise<Territory[]>;
}

/** The territories of `bank`. */
export function territoriesOf(bank: Bank): Territories {
	const find = async (code: string): Promise<Territory | null> => {
		const row = await bank.selectFrom('territory').selectAll().where('code', '=', code).executeTakeFirst();
		return row ? parseTerritory(row) : null;
	};
	return {
		find,
		async list({ level, parent, search } = {}) {
			let query = bank.selectFrom('territory').selectAll().orderBy('code');
			if (level !== undefined) query = query.where('level', '=', level);
			if (parent !== undefined) query = query.where('parent', '=', parent);
			if (search === undefined) return (await query.execute()).map(parseTerritory);
			const key = searchKey(search);
			if (key === '') return [];
			const sound = soundKey(search);
			// Search and sound keys hold only letters, digits and spaces, so LIKE needs no escaping.
			const wanted = [`%${key}%`, ...(sound === null ? [] : [`%\n${sound}\n%`])];
			const rows = await query.where((is) => is.or(wanted.map((pattern) => is('search', 'like', pattern)))).execute();
			return best(rows, key, sound).map(parseTerritory);
		},
		async line(code) {
			const line: Territory[] = [];
			for (let above: string | null = code; above !== null;) {
				const territory = await find(above);
				if (!territory) break;
				line.push(territory);
				above = territory.parent;
			}
			return line;
		}
	};
}

/** Between the parts of a search text; no key holds it. */
const PART = '~';

/**
 * What a search for a territory looks in: the search keys of its spellings, those of the places in it, and what all of them sound
 * like. One key per line, each line between two newlines, so that a search is one LIKE.
 */
export function searchText(territory: Territory, places: readonly Locality[] = []): string {
	const own = [...Object.values(territory.name), ...territory.aliases];
	const inside = places.flatMap(({ name }) => Object.values(name));
	return [lines([territory.code, ...own].map(searchKey)), lines(inside.map(searchKey)), lines([...own, ...inside].map(soundKey))].join(
		PART
	);
}

function lines(keys: readonly (string | null)[]): string {
	return `\n${[...new Set(keys)].filter(Boolean).join('\n')}\n`;
}

/**
 * Those that the key finds, best first; among equals regions before provinces before communes, then the larger. What only sounds
 * like it is left out beside a whole name.
 */
function best(rows: readonly TerritoryRow[], key: string, sound: string | null): TerritoryRow[] {
	const found = rows.map((row) => ({ row, close: closeness(row.search, key, sound), level: LEVELS.indexOf(row.level as Level) }));
	const isNamed = found.some(({ close }) => close < SOUNDS);
	return found
		.filter(({ close }) => close < ABSENT && !(isNamed && close === SOUNDS))
		.sort((a, b) => a.close - b.close || a.level - b.level || b.row.population_legal - a.row.population_legal)
		.map(({ row }) => row);
}

/** What `closeness` says of a name that only sounds alike, and of one that is not there. */
const [SOUNDS, ABSENT] = [2, 6];

/**
 * 0 when a spelling is the key, 1 when a place inside is, 2 when one of them sounds like it, 3 when a spelling begins with it, 4 when a
 * later word or a place inside does, 5 when it is inside a word, 6 when it is not there at all.
 */
function closeness(search: string, key: string, sound: string | null): number {
	// A bank built before migration 0003 has the first part only.
	const [own = '', inside = '', sounds = ''] = search.split(PART);
	const tests = [
		own.includes(`\n${key}\n`),
		inside.includes(`\n${key}\n`),
		sound !== null && sounds.includes(`\n${sound}\n`),
		own.includes(`\n${key}`),
		own.includes(` ${key}`) || inside.includes(`\n${key}`),
		own.includes(key) || inside.includes(key)
	];
	const first = tests.indexOf(true);
	return first < 0 ? ABSENT : first;
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
