import { toldWords, wordsOf, type ToldWord } from './words.ts';

/** A row of `activity_words.csv`: a word or phrase that means a chain. */
export interface ActivityWord {
	readonly chain: string;
	readonly word: string;
}

/** A row of `branch_words.csv`: another way to write a branch. */
export interface BranchWord {
	readonly branch: string;
	readonly word: string;
}

/** A row of `branch_chains.csv`: a chain that a branch may hold; `alone` when the branch by itself means this chain. */
export interface BranchChain {
	readonly branch: string;
	readonly chain: string;
	readonly alone: 'yes' | 'no';
}

/** One phrase and what it means. */
interface Phrase {
	readonly words: readonly string[];
	readonly meanings: readonly string[];
}

/** Phrases by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/** Phrases ready to be looked for; the same phrase may have several meanings. Blank ones are left out. */
export function phrasesOf(entries: readonly (readonly [phrase: string, meaning: string])[]): Phrases {
	const meanings = new Map<string, Set<string>>();
	for (const [phrase, meaning] of entries) {
		const key = wordsOf(phrase).join(' ');
		if (key !== '') meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning));
	}
	const phrases = [...meanings].map(([key, meant]) => ({ words: key.split(' '), meanings: [...meant] }));
	phrases.sort((a, b) => b.words.length - a.words.length);
	return Map.groupBy(phrases, ({ words }) => words[0]!);
}

/** A phrase that stands in a text, as the text writes it, and what it means. */
export interface Hit {
	readonly phrase: string;
	readonly meanings: readonly string[];
}

/** The phrases of a text from its beginning, each time the longest one; a word is used once. */
export function hitsIn(phrases: Phrases, text: string): Hit[] {
	const told = toldWords(text);
	const words = told.map(({ word }) => known(phrases, word));
	const hits: Hit[] = [];
	for (let at = 0; at < words.length;) {
		const phrase = phrases.get(words[at]!)?.find((candidate) => candidate.words.every((word, offset) => words[at + offset] === word));
		const length = phrase?.words.length ?? 1;
		if (phrase) hits.push({ phrase: phraseOf(told.slice(at, at + length)), meanings: phrase.meanings });
		at += length;
	}
	return hits;
}

const phraseOf = (told: readonly ToldWord[]): string => told.map((word) => word.told.toLowerCase()).join(' ');

/** An Arabic word may begin with «and»; only where it is unknown with it is it taken off: «وعسل» is honey, «ورد» a rose. */
function known(phrases: Phrases, word: string): string {
	if (!word.startsWith('و') || phrases.has(word)) return word;
	const rest = word.slice(1);
	return phrases.has(rest) ? rest : word;
}
