import type { Said } from '#lib/i18n/diagnostic/report.ts';

/** What is printed of something said: its words, and the numbers of its sources. */
export interface Cited {
	readonly text: string;
	readonly refs: readonly number[];
}

/** Letters without a space that a column of a table still holds. */
const LONGEST_WORD = 32;
const PIECES = new RegExp(`[^\\s\\u200b]{${LONGEST_WORD}}(?=[^\\s\\u200b])`, 'gu');

const ARABIC = /\p{Script=Arabic}/u;
/** «2026.11-743e00e3», «MA-HAJ»: in an Arabic line its parts would change places. */
const IDS = /(?<![\w.-])(?=[\d.-]*[A-Za-z])[\dA-Za-z_.]+(?:-[\dA-Za-z_.]+)+/g;

/** `text` as lines can hold it: they may break inside a word longer than any, and ids among Arabic words keep their direction. */
export function breakable(text: string): string {
	const steady = ARABIC.test(text) ? text.replace(IDS, '\u2066$&\u2069') : text;
	return steady.replace(PIECES, '$&\u200b');
}

/** Words and sources without the cells, which are not printed. */
export const citedOf = ({ text, refs }: Said): Cited => ({ text: breakable(text), refs });

/** The sources that all of these rest on alike, and then each without them; otherwise none, and each keeps its own. */
export function together<T extends Cited>(all: readonly T[]): { readonly refs: readonly number[]; readonly each: readonly T[] } {
	const cited = all.filter(({ refs }) => refs.length > 0);
	const isSame = new Set(cited.map(({ refs }) => refs.join(' '))).size === 1;
	if (!isSame) return { refs: [], each: all };
	return { refs: cited[0]!.refs, each: all.map((one) => ({ ...one, refs: [] })) };
}
