import type { Language } from '#lib/core/text/text.ts';
import { directionOf } from '../map-svg-text.ts';
import { textWidth, wrapped } from './text-width.ts';

/** A line of text on the page, millimetres, y downwards; `x` is its left, middle or right as `anchor` says, `y` its baseline. */
export interface PlacedText {
	readonly text: string;
	readonly language: Language;
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly weight: 400 | 600;
	readonly colour: string;
	readonly anchor: 'left' | 'middle' | 'right';
}

/** A part of a page: lines of text, and shapes as SVG, both measured from its own top left corner in millimetres. */
export interface Block {
	readonly width: number;
	readonly height: number;
	readonly texts: readonly PlacedText[];
	readonly shapes: string;
}

/** How letters look. */
export interface Face {
	readonly size: number;
	readonly weight?: 400 | 600;
	readonly colour: string;
	readonly language: Language;
}

export const NOTHING: Block = { width: 0, height: 0, texts: [], shapes: '' };

/** A block moved by so much. */
export function moved(block: Block, dx: number, dy: number): Block {
	const texts = block.texts.map((text) => ({ ...text, x: text.x + dx, y: text.y + dy }));
	const shapes = block.shapes === '' ? '' : `<g transform="translate(${mm(dx)} ${mm(dy)})">${block.shapes}</g>`;
	return { ...block, texts, shapes };
}

/** Blocks one under the other, `gap` between those that are not empty. */
export function stacked(blocks: readonly Block[], gap: number): Block {
	const parts: Block[] = [];
	let height = 0;
	for (const block of blocks) {
		if (block.height === 0) continue;
		const top = height === 0 ? 0 : height + gap;
		parts.push(moved(block, 0, top));
		height = top + block.height;
	}
	return over(parts, Math.max(0, ...blocks.map(({ width }) => width)), height);
}

/** Blocks laid over each other in a box of that size. */
export const over = (blocks: readonly Block[], width: number, height: number): Block => ({
	width,
	height,
	texts: blocks.flatMap(({ texts }) => texts),
	shapes: blocks.map(({ shapes }) => shapes).join('')
});

/** Baseline to baseline, in sizes: Arabic needs room for what hangs and stands. */
const LEADING: Readonly<Record<Language, number>> = { ar: 1.5, fr: 1.34, en: 1.34 };
/** From the top of a line to its baseline, in sizes. */
const ASCENT: Readonly<Record<Language, number>> = { ar: 1.08, fr: 1, en: 1 };
/** What hangs under the last baseline, in sizes. */
const DESCENT = 0.36;

/** A text in as many lines as it needs, beginning where its language begins to read, or as `anchor` says. */
export function paragraph(text: string, width: number, face: Face, anchor: 'left' | 'right' = sideOf(face.language)): Block {
	const { size, weight = 400, colour, language } = face;
	const lines = wrapped(text, width, size, weight);
	if (lines.length === 0) return NOTHING;
	const texts = lines.map((line, i): PlacedText => {
		const y = size * (ASCENT[language] + i * LEADING[language]);
		return { text: line, language, x: anchor === 'left' ? 0 : width, y, size, weight, colour, anchor };
	});
	return { width, height: size * (ASCENT[language] + (lines.length - 1) * LEADING[language] + DESCENT), texts, shapes: '' };
}

/** The side where a language begins to read. */
export const sideOf = (language: Language): 'left' | 'right' => (directionOf(language) === 'rtl' ? 'right' : 'left');

/** What a line covers: left, top, right, bottom in millimetres. */
export function boxOf({ text, x, y, size, weight, anchor }: PlacedText): readonly [number, number, number, number] {
	const width = textWidth(text, size, weight);
	const left = anchor === 'left' ? x : anchor === 'right' ? x - width : x - width / 2;
	return [left, y - 0.78 * size, left + width, y + 0.26 * size];
}

/** Places in a box counted from the side where reading begins. */
export class Sides {
	readonly #isMirrored: boolean;
	readonly #width: number;

	constructor(language: Language, width: number) {
		this.#isMirrored = sideOf(language) === 'right';
		this.#width = width;
	}

	/** Left edge of something `width` wide that begins `distance` from where reading begins. */
	from(distance: number, width = 0): number {
		return this.#isMirrored ? this.#width - distance - width : distance;
	}

	get start(): 'left' | 'right' {
		return this.#isMirrored ? 'right' : 'left';
	}

	get end(): 'left' | 'right' {
		return this.#isMirrored ? 'left' : 'right';
	}
}

/** Millimetres as they are written: to a hundredth. */
export const mm = (value: number): string => String(Math.round(value * 100) / 100);
