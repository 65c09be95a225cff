import { TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import type { Language } from '#lib/core/text/text.ts';
import { mm, NOTHING, over, paragraph, Sides, type Block, type PlacedText } from './block.ts';
import { textWidth } from './text-width.ts';

/** The scale of a map on paper: a bar of a round number of kilometres, and how many times smaller than the world it is. */
export interface PaperScale {
	readonly km: number;
	readonly barMm: number;
	/** Two digits that count: the projection does not allow more. */
	readonly denominator: number;
}

const MM_PER_KM = 1_000_000;
const DIGITS = 2;
/** Steps a bar may have, in any power of ten. */
const ROUND = [5, 2, 1] as const;

/** The scale where a millimetre is so many kilometres; the bar is at most `longestMm` long. */
export function paperScale(kmPerMm: number, longestMm: number): PaperScale {
	const longest = kmPerMm * longestMm;
	const power = 10 ** Math.floor(Math.log10(longest));
	const km = ROUND.map((step) => step * power).find((value) => value <= longest) ?? power;
	return { km, barMm: km / kmPerMm, denominator: Number((kmPerMm * MM_PER_KM).toPrecision(DIGITS)) };
}

interface Look {
	readonly language: Language;
	readonly theme: Theme;
	/** Of the letters. */
	readonly size: number;
	readonly kilometres: string;
	readonly number: (value: number, decimals?: number) => string;
	/** What is written beside the bar. */
	readonly said: string;
}

/** Bar and numeric scale in one strip. The bar runs from left to right in every language, as its numbers do. */
export function scaleStrip({ km, barMm }: PaperScale, width: number, { language, theme, size, kilometres, number, said }: Look): Block {
	const sides = new Sides(language, width);
	const colour = TOKENS.ink[theme];
	const end = number(km);
	// The last number stands around the end of the bar, its unit to the right of it in every language, as on the axis that the bar is.
	const first = textWidth('0', size) / 2;
	const unitFrom = barMm + textWidth(end, size) / 2 + 0.4 * size;
	const taken = first + unitFrom + textWidth(kilometres, size);
	const left = sides.from(0, taken) + first;
	const half = km / 2;
	const tick = (text: string, x: number, anchor: PlacedText['anchor'] = 'middle'): PlacedText => ({
		text,
		language,
		x,
		y: size,
		size,
		weight: 400,
		colour,
		anchor
	});
	const [top, height] = [1.4 * size, 0.5 * size];
	const rect = (x: number, fill: string): string =>
		`<rect x="${mm(x)}" y="${mm(top)}" width="${mm(barMm / 2)}" height="${mm(height)}" fill="${fill}" stroke="${colour}" stroke-width="${mm(0.08 * size)}"/>`;
	const bar: Block = {
		width,
		height: top + height + 0.1 * size,
		texts: [
			tick('0', left),
			tick(number(half, Number.isInteger(half) ? 0 : 1), left + barMm / 2),
			tick(end, left + barMm),
			tick(kilometres, left + unitFrom, 'left')
		],
		shapes: `<g data-scale="${km}">${rect(left, colour)}${rect(left + barMm / 2, TOKENS.surface[theme])}</g>`
	};
	const room = width - taken - 3 * size;
	if (room < 10 * size) return NOTHING;
	const words = paragraph(said, room, { size, colour, language }, sides.end);
	const shifted = { ...words, texts: words.texts.map((one) => ({ ...one, x: sides.end === 'right' ? width : 0 })) };
	return over([bar, shifted], width, Math.max(bar.height, words.height));
}
