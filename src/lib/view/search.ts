import { searchKey } from '#lib/core/text/search-key.ts';
import type { Text } from '#lib/core/text/text.ts';

/** Something a reader may look for. */
export interface Findable {
	readonly kind: 'territory' | 'chain';
	readonly id: string;
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

/** The best matches of `query`, at most `limit`: a whole name first, then its beginning, a word's beginning, a part. */
export function found(items: readonly Findable[], query: string, limit: number): Findable[] {
	const key = searchKey(query);
	if (key === '') return [];
	const wanted = [...new Set([key, bare(key)])].filter(Boolean);
	const scored = items.flatMap((item) => {
		const grade = Math.max(...item.keys.flatMap((own) => wanted.map((word) => gradeOf(own, word))));
		return grade > 0 ? [{ item, grade }] : [];
	});
	scored.sort((a, b) => b.grade - a.grade || b.item.weight - a.item.weight || (a.item.id < b.item.id ? -1 : 1));
	return scored.slice(0, limit).map(({ item }) => item);
}

function gradeOf(key: string, word: string): number {
	if (key === word) return 4;
	if (key.startsWith(word)) return 3;
	if (key.includes(` ${word}`)) return 2;
	return word.length > 2 && key.includes(word) ? 1 : 0;
}
