import { searchKey } from '#lib/core/text/search-key.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { View } from './view.ts';

/** Kinds of things that are found, in the order in which equally good ones are offered. */
export const KINDS = ['chain', 'territory', 'product', 'cooperative'] as const;
export type Kind = (typeof KINDS)[number];

/** Something a reader may look for. */
export interface Findable {
	readonly kind: Kind;
	readonly id: string;
	/** The change of the view that shows it. */
	readonly goal: Partial<View>;
	/** Shown name. */
	readonly name: string;
	/** What tells it apart from its namesakes: kind and parent. */
	readonly hint: string;
	/** All spellings, as search keys. */
	readonly keys: readonly string[];
	/** Larger comes first among equal matches. */
	readonly weight: number;
}

/** Keys of a name in three languages and its aliases, each once; Arabic also without the article, as people type it. */
export function keysOf(name: Text, aliases: readonly string[] = []): string[] {
	const keys = [name.ar, name.fr, name.en, ...aliases].map(searchKey).filter(Boolean);
	return [...new Set(keys.flatMap((key) => [key, bare(key)]))];
}

const ARTICLES = /(^| )(ال|al |el |l |la |le |les )(?=\S{3})/g;

/** A key without articles: «الحاجب» is also found as «حاجب», «El Hajeb» as «hajeb». */
const bare = (key: string): string => key.replace(ARTICLES, '$1').trim();

/** The best matches of one kind. */
export interface Group {
	readonly kind: Kind;
	readonly items: readonly Findable[];
}

/** So many of each kind are offered, so that no kind hides another. */
const LIMITS: Readonly<Record<Kind, number>> = { chain: 3, territory: 5, product: 4, cooperative: 3 };

/**
 * The best matches of `query` by kind. Kinds whose best match begins as the query does come before those that only contain it, and
 * else in the order of `KINDS`.
 */
export function grouped(items: readonly Findable[], query: string): Group[] {
	const groups = KINDS.map((kind) => {
		const matches = matching(
			items.filter((item) => item.kind === kind),
			query
		).slice(0, LIMITS[kind]);
		return { kind, items: matches.map(({ item }) => item), begins: (matches[0]?.grade ?? 0) >= BEGINS };
	});
	return groups
		.filter((group) => group.items.length > 0)
		.sort((a, b) => Number(b.begins) - Number(a.begins))
		.map(({ kind, items: best }) => ({ kind, items: best }));
}

/** All matches, best first: a whole name, then its beginning, a word's beginning, a part. */
function matching(items: readonly Findable[], query: string): { item: Findable; grade: number }[] {
	const key = searchKey(query);
	if (key === '') return [];
	const wanted = [...new Set([key, bare(key)])].filter(Boolean);
	const scored = items.flatMap((item) => {
		const grade = Math.max(...item.keys.flatMap((own) => wanted.map((word) => gradeOf(own, word))));
		return grade > 0 ? [{ item, grade }] : [];
	});
	return scored.sort((a, b) => b.grade - a.grade || b.item.weight - a.item.weight || (a.item.id < b.item.id ? -1 : 1));
}

/** Grade of a name that begins as the query does. */
const BEGINS = 3;

function gradeOf(key: string, word: string): number {
	if (key === word) return 4;
	if (key.startsWith(word)) return BEGINS;
	if (key.includes(` ${word}`)) return 2;
	return word.length > 2 && key.includes(word) ? 1 : 0;
}
