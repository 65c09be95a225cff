/**
 * How much room a text takes, estimated: nothing that shows slides is at hand, and not every one of them shrinks a text that does not
 * fit. The widths are those of IBM Plex Sans, a little above Arial and well above Calibri, so a text that fits here fits there.
 */
const NARROW = /[ .,:;'’|!ijlI()[\]\u2000-\u200f\u202f\u00a0]/u;
const WIDE = /[mwMW%@—…\u3000-\u9fff]/u;
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]/u;
const UPPER = /[\p{Lu}\p{Nd}]/u;
/** Vowel marks, joiners and direction marks stand on no ground of their own. */
const NOTHING = /[\p{Mn}\p{Cf}]/u;

/** Width of one letter as a share of the size of the font. */
function letterWidth(letter: string): number {
	if (NOTHING.test(letter)) return 0;
	if (ARABIC.test(letter)) return 0.5;
	if (NARROW.test(letter)) return 0.28;
	if (WIDE.test(letter)) return 0.86;
	return UPPER.test(letter) ? 0.63 : 0.55;
}

/** Width of a text in inches, on one line at `size` points. */
export function textWidth(text: string, size: number): number {
	let width = 0;
	for (const letter of text) width += letterWidth(letter);
	return (width * size) / 72;
}

/**
 * Lines of Arabic stand closer than the Plex Sans Arabic asks for: its lines are 1.5 times the size of the letters, 1.73 on Windows,
 * and those of the fonts that stand in for it 1.15.
 */
export const ARABIC_SPACING = 0.93;

/** Height of one line in inches. */
export const lineHeight = (size: number, isArabic: boolean): number => (size * (isArabic ? 1.5 : 1.32)) / 72;

/** Lines that a text takes in `width` inches at `size` points, broken between words and inside a word that is wider than the line. */
export function lineCount(text: string, width: number, size: number): number {
	const space = textWidth(' ', size);
	let lines = 1;
	let used = 0;
	for (const word of text.split(' ')) {
		const wide = textWidth(word, size);
		if (used > 0 && used + space + wide <= width) used += space + wide;
		else {
			if (used > 0) lines++;
			const more = Math.max(0, Math.ceil(wide / width) - 1);
			lines += more;
			used = wide - more * width;
		}
	}
	return lines;
}

/** What stands above each other in a box: a text, its size relative to the size that is sought, and the space after it in points. */
export interface Stacked {
	readonly text: string;
	readonly scale: number;
	readonly after: number;
}

/** Height in inches of texts under each other. */
export function stackHeight(stack: readonly Stacked[], width: number, size: number, isArabic: boolean): number {
	return stack.reduce((height, { text, scale, after }) => {
		return height + lineCount(text, width, size * scale) * lineHeight(size * scale, isArabic) + after / 72;
	}, 0);
}

/** The largest size in half points from `most` down to `least` at which the texts fit; `least` when none does. */
export function fittingSize(
	stack: readonly Stacked[],
	box: { readonly w: number; readonly h: number },
	sizes: { readonly most: number; readonly least: number },
	isArabic: boolean
): number {
	for (let size = sizes.most; size > sizes.least; size -= 0.5) if (stackHeight(stack, box.w, size, isArabic) <= box.h) return size;
	return sizes.least;
}
