import type { Locality } from '#lib/core/territory/locality.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import { soundKey } from '#lib/core/text/sound-key.ts';

/** How a text was found to name a place, the surest first. */
export const PLACE_BASES = [
	'code',
	'name',
	'alias',
	'locality',
	'sound',
	'likeness',
	'position',
	'province',
	'region',
	'decision'
] as const;
export type PlaceBasis = (typeof PLACE_BASES)[number];

/** One way to write a commune. */
export interface Spelling {
	readonly code: string;
	readonly province: string;
	readonly key: string;
	readonly by: 'name' | 'alias' | 'locality';
}

/** Codes by how they are written or heard; several communes may share one. */
export interface Spellings {
	readonly list: readonly Spelling[];
	/** By their letters alone: «M'zouda» and «Mzouda», «Oum Azza» and «Oumazza» are one. */
	readonly byLetters: ReadonlyMap<string, readonly Spelling[]>;
	readonly bySound: ReadonlyMap<string, readonly Spelling[]>;
	/** Positions in `list` by the pairs of letters they hold. */
	readonly byPair: ReadonlyMap<string, readonly number[]>;
}

/** Words before the name of a place that say what it is, in full or as registers shorten them; spaces may be missing after a point. */
const KIND_BEFORE =
	/^(?:(?:la |l )?(?:commune|municipalite|ville|province|prefecture|region)(?: (?:rurale?|urbaine?|territoriale))?(?: (?:de|du|des|d))?|c ?[rut]|mu|pref|prov|(?:ال)?(?:جماعه|بلديه|مدينه|اقليم|عماله|جهه)(?: (?:ال)?(?:قرويه|حضريه|ترابيه))?) (?=.)/;

/** The key of the name of a place, without the word for its kind: «Commune rurale d'Aït Yadine», «C.R. Ait Yadine», «جماعة آيت يدين». */
export const placeKey = (text: string): string => searchKey(text).replace(KIND_BEFORE, '');

/** A key without its spaces. */
export const lettersOf = (key: string): string => key.replaceAll(' ', '');

/** The spellings of all communes: names in three languages, aliases, and places inside them that a source states. */
export function spellingsOf(communes: readonly Territory[], localities: readonly Locality[]): Spellings {
	const provinces = new Map(communes.map(({ code, parent }) => [code, parent!]));
	const stated = localities.filter(({ basis, commune }) => basis === 'stated' && provinces.has(commune));
	const list = distinct([
		...communes.flatMap(({ code, name }) => Object.values(name).map((text) => ({ code, text, by: 'name' as const }))),
		...communes.flatMap(({ code, aliases }) => aliases.map((text) => ({ code, text, by: 'alias' as const }))),
		...stated.flatMap(({ commune, name }) => Object.values(name).map((text) => ({ code: commune, text, by: 'locality' as const })))
	]).map(({ code, text, by }) => ({ code, province: provinces.get(code)!, key: searchKey(text), by }));
	return {
		list,
		byLetters: Map.groupBy(list, ({ key }) => lettersOf(key)),
		bySound: grouped(
			list.filter(({ by }) => by !== 'locality'),
			({ key }) => soundKey(key)
		),
		byPair: pairsOf(list)
	};
}

type Written = { readonly code: string; readonly text: string; readonly by: Spelling['by'] };

/** The first of the spellings of one commune that read alike; empty ones are left out. */
function distinct(written: readonly Written[]): Written[] {
	const seen = new Set<string>();
	return written.filter(({ code, text }) => {
		const key = searchKey(text);
		const fresh = key !== '' && !seen.has(`${code} ${key}`);
		seen.add(`${code} ${key}`);
		return fresh;
	});
}

/** Groups by a key that may be missing. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		if (key === null) continue;
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

/** The distinct pairs of neighbouring letters of a key, its ends counted as spaces. */
export function pairs(key: string): Set<string> {
	const padded = ` ${key} `;
	const found = new Set<string>();
	for (let at = 0; at + 1 < padded.length; at++) found.add(padded.slice(at, at + 2));
	return found;
}

function pairsOf(list: readonly Spelling[]): Map<string, number[]> {
	const found = new Map<string, number[]>();
	list.forEach(({ key }, position) => {
		for (const pair of pairs(key)) {
			const positions = found.get(pair);
			if (positions) positions.push(position);
			else found.set(pair, [position]);
		}
	});
	return found;
}
