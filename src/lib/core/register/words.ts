import { searchKey } from '#lib/core/text/search-key.ts';

/** Words that bind others and tell nothing themselves, as `searchKey` writes them. */
const BINDING: ReadonlySet<string> = new Set('de du des d la le les l et en a au aux the of and for في من و على'.split(' ').map(searchKey));

const ARABIC = /[\u0621-\u064a]/;

/** The article of an Arabic word, alone or grown together with «and», «by», «for». */
const ARTICLE = /^(?:وال|بال|لل|ال)(?=..)/;

/** A word without Arabic article or Latin plural: «التعاونيات» and «تعاونيات», «olives» and «olive» are one. */
export function bareWord(word: string): string {
	if (ARABIC.test(word)) return word.replace(ARTICLE, '');
	return word.length >= 4 ? word.replace(/[sx]$/, '') : word;
}

/** A word as it is compared, and as the text writes it. */
export interface ToldWord {
	readonly word: string;
	readonly told: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The telling words of a text in their order, each beside its spelling. Empty when nothing is said. */
export function toldWords(text: string): ToldWord[] {
	return (text.match(WORD) ?? []).flatMap((told) => {
		const key = searchKey(told);
		return key === '' || BINDING.has(key) ? [] : [{ word: bareWord(key), told }];
	});
}

/** The telling words of a text in their order, bare of case, accents, articles and plurals. */
export const wordsOf = (text: string): string[] => toldWords(text).map(({ word }) => word);

/** True when `phrase` stands in `words`, its words side by side and in their order. An empty phrase stands nowhere. */
export function contains(words: readonly string[], phrase: readonly string[]): boolean {
	if (phrase.length === 0) return false;
	return words.some((_, start) => phrase.every((word, offset) => words[start + offset] === word));
}
