/**
 * Names and codes that must appear nowhere in the product. They are put together from pieces, so that no file of the
 * project, this one included, contains them.
 */
const DESERT = ['saha', 'ra'].join('');
const CODE = ['E', 'H'].join('');
const CODE3 = ['E', 'S', 'H'].join('');
const FRONT = ['polis', 'ario'].join('');

/** Space, dash or underscore, any number of them, between two words of a name. */
const GAP = '[\\s\\p{Pd}_.]*';

/** Names, matched on text without accents or vowel signs, in any case. */
const NAMES: readonly RegExp[] = [
	new RegExp(`west(ern)?${GAP}${DESERT}`, 'iu'),
	new RegExp(`(?<![\\p{L}\\p{N}])w[.]?\\s${GAP}${DESERT}`, 'iu'),
	new RegExp(`${DESERT}${GAP}occidental`, 'iu'),
	new RegExp(`(republique|republica|republic)${GAP}(arabe|arab|democratic)[^\\n]{0,24}(sahraoui|saharaui|sahrawi)`, 'iu'),
	new RegExp(`${['sahrawi', 'sahraoui', 'saharaui'].map((word) => `${word}e?${GAP}(arab|republic)`).join('|')}`, 'iu'),
	new RegExp(FRONT, 'iu'),
	new RegExp(`${['الصحر', 'اء'].join('')}${GAP}${['الغر', 'بية'].join('')}`, 'u'),
	new RegExp(['البولي', 'ساريو'].join(''), 'u')
].map((name) => new RegExp(withoutMarks(name.source), name.flags));

/** The country code as a word of its own: a value, a label in brackets, a key. */
const CODES: readonly RegExp[] = [CODE, CODE3].map((code) => new RegExp(`(?<![\\p{L}\\p{N}_$])${code}(?![\\p{L}\\p{N}_$])`, 'u'));

/** The same in quotes or as a label in brackets, in any case: in minified code a bare short word, or one that is passed on, is a variable. */
const QUOTED: readonly RegExp[] = [
	new RegExp(`["'\`](${CODE}|${CODE3})(-partial)?["'\`]`, 'iu'),
	new RegExp(`\\s\\((${CODE}|${CODE3})(-partial)?\\)`, 'iu')
];

/** How a text is read: prose and data word by word, minified code only inside quotes. */
export type Reading = 'text' | 'minified';

/** The forbidden words found in `text`, with some characters around each; empty when it is clean. */
export function foreignWords(text: string, reading: Reading = 'text'): string[] {
	const plain = withoutMarks(text);
	const patterns = [...NAMES, ...QUOTED, ...(reading === 'text' ? CODES : [])];
	return patterns.flatMap((pattern) => {
		const found = pattern.exec(plain);
		return found ? [plain.slice(Math.max(0, found.index - 30), found.index + found[0].length + 30)] : [];
	});
}

/** Without accents, vowel signs and tatweel; a hamza on its carrier goes too, on both sides of the comparison. */
function withoutMarks(text: string): string {
	return text.normalize('NFD').replaceAll(/\p{Mn}|\u0640/gu, '');
}
