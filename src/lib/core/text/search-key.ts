/** Letters that Moroccan spellings use for one another, after decomposition. */
const SAME_LETTERS: readonly (readonly [RegExp, string])[] = [
	[/[ىی]/g, 'ي'],
	[/ة/g, 'ه'],
	[/ٱ/g, 'ا'],
	// The hard g of Amazigh names is written ݣ, ڭ, گ or plainly ك.
	[/[ݣڭگک]/g, 'ك'],
	[/œ/g, 'oe'],
	[/æ/g, 'ae'],
	[/ß/g, 'ss']
];

/** Hamza on its own and tatweel carry no difference a searcher would type. */
const SILENT = /[\u0621\u0640]/g;

/**
 * What two spellings of one name share, for search in Arabic, Latin and Tifinagh: lower case without accents, harakat,
 * hamza, tatweel or punctuation, single spaces, Western digits. Empty when nothing of the text is left.
 */
export function searchKey(text: string): string {
	// NFKD parts أ إ آ ؤ ئ from their hamza and é from its accent; the marks then fall away together.
	const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const letters = SAME_LETTERS.reduce((key, [letter, same]) => key.replace(letter, same), bare).replace(SILENT, '');
	const digits = letters.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
	return digits.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
