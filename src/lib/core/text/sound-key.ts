import { searchKey } from './search-key.ts';

type Rule = readonly [RegExp, string];

/** A doubled letter is one. Said first: the d's of «Oudad» are two. */
const DOUBLED: Rule = [/(.)\1+/g, '$1'];

/** Articles of Latin spellings, which some write and some do not: as a word («El Hajeb», «du Kandar») or grown on («Lbir», «Loualidia»). */
const LATIN_ARTICLES: readonly Rule[] = [
	[/(?<![^ ])(?:[ae][ldnrstz]|[ae]ch|l[ae]?|les|d[eu]s?) (?=.)/g, ''],
	[/(?<![^ ])(?:(?:[ae]l|la?)(?=[^aeiouwy ]{1,2}[^ ])|l(?=ou))/g, '']
];

/** How a Latin name ends is kept, as the vowel it ends in; an e is silent. A t before the next word is that of «zaouiat», «kelaat». */
const LATIN_ENDS: readonly Rule[] = [
	[/at(?= )/g, 'a'],
	[/[aeiouwy]*(?:a|[ae]h)$/, '1'],
	[/[aeiouwy]*[iy]e?$/, '2'],
	[/[aeiouwy]*[ouw]e?$/, '3']
];

/** Letters that Latin spellings of one Arabic or Amazigh sound use for one another, then the vowels. An h that ends a word is not heard. */
const LATIN_SOUNDS: readonly Rule[] = [
	[/sh/g, 'ch'],
	[/dj/g, 'j'],
	[/([dgt])h/g, '$1'],
	[/ph/g, 'f'],
	[/c(?!h)|q/g, 'k'],
	[/(?<![ck])h(?![^ ])/g, ''],
	[/[aeiouwy ]/g, '']
];

/** Arabic letters that spellings of one name use for one another: emphatic or not, three ways to write the hard g, long vowels or none. */
const ARABIC_SOUNDS: readonly Rule[] = [
	[/(?<![^ ])ا?ل(?=[^ ]{2})/g, ''],
	[/[طثدذضظ]/g, 'ت'],
	[/ص/g, 'س'],
	[/[قج]/g, 'ك'],
	[/[اه]$/, '1'],
	[/ي$/, '2'],
	[/و$/, '3'],
	[/[اه](?= )/g, ''],
	[/[اوي ]/g, '']
];

const ARABIC = /[\u0621-\u064a]/;

/** Fewer letters than this tell too little: «Ouezzane» and «Azzanene» would be one name. */
const LEAST = 3;

/**
 * What the spellings of one whole name share when vowels, doubled letters, spaces, articles and letters of one sound are left aside:
 * «Kelaat Mgouna» and «Kalâat M'gouna», «Beni» and «Bni», «عين تاوجدات» and «عين تاوجطات». For a name that no exact spelling finds, never
 * for a part of one. Latin and Arabic names have keys of their own. Null when too little is left to tell names apart.
 */
export function soundKey(text: string): string | null {
	const key = searchKey(text);
	const rules = ARABIC.test(key) ? ARABIC_SOUNDS : [...LATIN_ARTICLES, ...LATIN_ENDS, ...LATIN_SOUNDS];
	const heard = [DOUBLED, ...rules].reduce((name, [sound, same]) => name.replace(sound, same), key);
	return heard.length < LEAST ? null : heard;
}
