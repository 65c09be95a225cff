import { searchKey } from '#lib/core/text/search-key.ts';

/** What is compared of an idea. */
export interface Comparable {
	readonly id: string;
	readonly province: string | null;
	readonly chain: string | null;
	/** ISO instant. */
	readonly createdAt: string;
	readonly title: string;
	readonly pitch: string;
}

/** An idea that may say the same; `similarity` 0–1. */
export interface Candidate {
	readonly id: string;
	readonly similarity: number;
}

/** From this similarity on a person should look; two ideas about one product in one province come to about half of it. */
export const ALIKE = 0.4;
const MOST = 5;

/**
 * Ideas of the same province and value chain that say nearly the same, the most similar first, the older of two equals first; at most five.
 * An idea without a chain is compared with those of every chain: its holder may only not know the word.
 */
export function duplicatesOf(idea: Comparable, others: readonly Comparable[]): Candidate[] {
	return others
		.filter((other) => other.id !== idea.id && mayBeSame(idea, other))
		.map((other) => ({ other, similarity: similarityOf(idea, other) }))
		.filter(({ similarity }) => similarity >= ALIKE)
		.sort((a, b) => b.similarity - a.similarity || compare(a.other.createdAt, b.other.createdAt) || compare(a.other.id, b.other.id))
		.slice(0, MOST)
		.map(({ other, similarity }) => ({ id: other.id, similarity }));
}

const mayBeSame = (a: Comparable, b: Comparable): boolean =>
	a.province === b.province && (a.chain === null || b.chain === null || a.chain === b.chain);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** How alike two ideas are, 0–1: titles for one half, all words for the other; the same whichever comes first, 1 for the same words. */
export function similarityOf(a: Pick<Comparable, 'title' | 'pitch'>, b: Pick<Comparable, 'title' | 'pitch'>): number {
	return (dice(trigrams(a.title), trigrams(b.title)) + dice(trigrams(`${a.title} ${a.pitch}`), trigrams(`${b.title} ${b.pitch}`))) / 2;
}

/** Groups of three letters: «التعاونية» and «تعاونيات» share most of theirs, so no stemmer is needed. */
function trigrams(text: string): ReadonlySet<string> {
	const letters = ` ${searchKey(text)} `;
	return new Set(Array.from({ length: Math.max(0, letters.length - 2) }, (_, i) => letters.slice(i, i + 3)));
}

/** Twice what two sets share over what they have together (Dice 1945); 1 for two empty ones. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	if (a.size + b.size === 0) return 1;
	let shared = 0;
	for (const one of a) if (b.has(one)) shared++;
	return (2 * shared) / (a.size + b.size);
}
