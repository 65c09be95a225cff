/** Letters of Neo-Tifinagh (IRCAM) as Moroccan Latin spellings write them; the labial mark ⵯ is not written. */
const LETTERS: Readonly<Record<string, string>> = {
	ⴰ: 'a',
	ⴱ: 'b',
	ⴳ: 'g',
	ⴷ: 'd',
	ⴹ: 'd',
	ⴻ: 'e',
	ⴼ: 'f',
	ⴽ: 'k',
	ⵀ: 'h',
	ⵃ: 'h',
	ⵄ: 'a',
	ⵅ: 'kh',
	ⵇ: 'q',
	ⵉ: 'i',
	ⵊ: 'j',
	ⵍ: 'l',
	ⵎ: 'm',
	ⵏ: 'n',
	ⵓ: 'ou',
	ⵔ: 'r',
	ⵕ: 'r',
	ⵖ: 'gh',
	ⵙ: 's',
	ⵚ: 's',
	ⵛ: 'ch',
	ⵜ: 't',
	ⵟ: 't',
	ⵡ: 'ou',
	ⵢ: 'y',
	ⵣ: 'z',
	ⵥ: 'z',
	ⵯ: ''
};

const TIFINAGH = /[\u2d30-\u2d7f]/;
const ALL_TIFINAGH = /[\u2d30-\u2d7f]/g;

/** `text` with its Tifinagh letters written in Latin ones, to be compared by sound; any other text as it is. */
export const latinOfTifinagh = (text: string): string =>
	TIFINAGH.test(text) ? text.replace(ALL_TIFINAGH, (letter) => LETTERS[letter] ?? '') : text;
