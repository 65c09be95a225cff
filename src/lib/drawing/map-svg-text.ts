import type { Language } from '#lib/core/text/text.ts';

/** A text that wants a place, centred on [x, y]. */
export interface Label {
	readonly text: string;
	readonly at: readonly [number, number];
	readonly size: number;
	readonly className: string;
}

/** Text safe inside SVG elements and attributes. */
export const escape = (text: string): string =>
	text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!);

/** Reading direction of a language. */
export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

/** Those labels, in the given order, that fit without touching one already placed. Width is estimated from the number of letters. */
export function placed(labels: readonly Label[]): Label[] {
	const boxes: [number, number, number, number][] = [];
	return labels.filter(({ text, at: [x, y], size }) => {
		const half = (text.length * size * 0.56) / 2;
		const box: [number, number, number, number] = [x - half, y - size * 0.75, x + half, y + size * 0.55];
		if (boxes.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return false;
		boxes.push(box);
		return true;
	});
}

/** The greedy breaking of a text into lines of at most `letters` letters, by words. */
export function linesOf(text: string, letters: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines[lines.length - 1];
		if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
