import { searchKey } from '#lib/core/text/search-key.ts';
import { soundKey } from '#lib/core/text/sound-key.ts';
import { lettersOf, pairs, placeKey, type PlaceBasis, type Spelling, type Spellings } from './place-spellings.ts';
import { nameSimilarity } from './similarity.ts';
import { latinOfTifinagh } from './tifinagh.ts';

/** A commune that a text may mean. */
export interface PlaceCandidate {
	readonly code: string;
	/** 0–1; 1 for its very name. */
	readonly score: number;
	readonly by: PlaceBasis;
}

/** Which communes a search may find. */
export interface Within {
	readonly province: string | null;
	/** Provinces of the region; null for the nation. */
	readonly provinces: ReadonlySet<string> | null;
}

const SCORES: Readonly<Partial<Record<PlaceBasis, number>>> = { name: 1, alias: 0.98, locality: 0.95, sound: 0.93 };

/** A likeness below this is an accident; above it at most this share of it counts, so that no likeness beats a sound. */
const LEAST_LIKENESS = 0.78;
const LIKENESS_COUNTS = 0.92;
/** How many spellings with the most pairs of letters in common are compared letter by letter. */
const COMPARED = 12;
/** No name of a commune is longer; a longer text is a tale, and comparing it costs the square of its length. */
const LONGEST_NAME = 60;
/** A cell names so many places at most. */
const MOST_PARTS = 6;
/** How many communes are offered to choose from. */
export const OFFERED = 5;

/**
 * Communes that a text names, best first: by the name, an alias, a place inside, or by sound. Several when the text names several, or
 * one name is borne by several. A place inside a commune and a sound count only inside a named province: too many are alike elsewhere.
 */
export function communesNamed(spellings: Spellings, text: string, within: Within): readonly PlaceCandidate[] {
	const groups = partsOf(text);
	for (const keys of groups) {
		const exact = keys.flatMap((key) => (spellings.byLetters.get(lettersOf(key)) ?? []).filter((spelling) => lies(spelling, within)));
		const [surest] = (['name', 'alias', 'locality'] as const).filter((by) => exact.some((spelling) => spelling.by === by));
		if (surest === 'locality' && within.province === null) continue;
		if (surest !== undefined)
			return candidates(
				exact.filter(({ by }) => by === surest),
				surest
			);
	}
	if (within.province === null) return [];
	for (const keys of groups) {
		const heard = keys.flatMap((key) => spellings.bySound.get(soundKey(key) ?? '') ?? []).filter((spelling) => lies(spelling, within));
		if (heard.length > 0) return candidates(heard, 'sound');
	}
	return [];
}

/** Communes whose spelling is like the text or sounds like it, best first, at most five; for somebody to choose from. */
export function communesLike(spellings: Spellings, text: string, within: Within): readonly PlaceCandidate[] {
	const best = new Map<string, PlaceCandidate>();
	const offer = (candidate: PlaceCandidate): void => {
		if (candidate.score > (best.get(candidate.code)?.score ?? 0)) best.set(candidate.code, candidate);
	};
	for (const key of new Set(partsOf(text).flat())) {
		const exact = (spellings.byLetters.get(lettersOf(key)) ?? []).filter((spelling) => lies(spelling, within));
		for (const { code, by } of exact) offer({ code, by, score: SCORES[by]! });
		const heard = (spellings.bySound.get(soundKey(key) ?? '') ?? []).filter((spelling) => lies(spelling, within));
		for (const { code } of heard) offer({ code, by: 'sound', score: SCORES.sound! });
		for (const spelling of nearest(spellings, key, within)) {
			const likeness = nameSimilarity(key, spelling.key);
			if (likeness >= LEAST_LIKENESS) offer({ code: spelling.code, by: 'likeness', score: likeness * LIKENESS_COUNTS });
		}
	}
	return [...best.values()].sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1)).slice(0, OFFERED);
}

const lies = ({ province }: Spelling, within: Within): boolean =>
	within.province === null ? within.provinces === null || within.provinces.has(province) : within.province === province;

const candidates = (found: readonly Spelling[], by: PlaceBasis): PlaceCandidate[] =>
	[...new Set(found.map(({ code }) => code))].sort().map((code) => ({ code, by, score: SCORES[by]! }));

/** Words before the name of a place inside a commune. */
const INSIDE = /^(?:douar|dr|ksar|caidat|cercle|centre|quartier|zone|point de peche|village|environs?|دوار|قصر|مركز|حي|قياده|دايره) (?=.)/;

/** Keys a cell may name a place by: the whole, then what stands outside brackets, its halves apart, then what stands inside them. */
function partsOf(text: string): string[][] {
	const latin = latinOfTifinagh(text);
	const outside = latin.replace(/[([{].*$/s, ' ');
	const inside = [...latin.matchAll(/[([{]([^)\]}]*)/g)].slice(0, MOST_PARTS).map(([, part]) => part!);
	const groups = [[latin], [outside], halves(outside), inside.flatMap((part) => [part, ...halves(part)])];
	return groups.map((parts) => [...new Set(parts.flatMap(keysOf))].filter((key) => key !== '')).filter((keys) => keys.length > 0);
}

/** The text itself first: some communes are called «Ksar …» or «Centre …». */
const keysOf = (text: string): string[] => [searchKey(text), placeKey(text), placeKey(text).replace(INSIDE, '')];

const halves = (text: string): string[] => (/[/;,،]/.test(text) ? text.split(/[/;,،]/, MOST_PARTS) : []);

/** Spellings that share most pairs of letters with `key`; a cheap sieve before they are compared letter by letter. */
function nearest({ list, byPair }: Spellings, key: string, within: Within): Spelling[] {
	if (key.length > LONGEST_NAME) return [];
	const own = pairs(key);
	const shared = new Uint8Array(list.length);
	for (const pair of own) for (const position of byPair.get(pair) ?? []) shared[position]!++;
	const least = Math.max(2, own.size / 4);
	const found: { readonly spelling: Spelling; readonly dice: number }[] = [];
	for (let position = 0; position < list.length; position++) {
		if (shared[position]! < least) continue;
		const spelling = list[position]!;
		if (spelling.by !== 'locality' && lies(spelling, within))
			found.push({ spelling, dice: shared[position]! / (own.size + spelling.key.length + 1) });
	}
	return found
		.sort((a, b) => b.dice - a.dice)
		.slice(0, COMPARED)
		.map(({ spelling }) => spelling);
}
