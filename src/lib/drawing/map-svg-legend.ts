import type { Legend, LegendRow, SymbolLegend, SymbolLine } from '#lib/core/cartography/scene.ts';
import { TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import type { Language } from '#lib/core/text/text.ts';
import type { SymbolText } from '#lib/i18n/symbols.ts';
import { paintOf, PIXEL } from './map-svg-symbols.ts';
import { directionOf, escape, linesOf } from './map-svg-text.ts';

/** A legend with its words. */
export interface LegendBox extends Pick<Legend, 'rows' | 'symbols'> {
	/** Words of each row, in its order, without the count. */
	readonly words: readonly string[];
	readonly symbolText: SymbolText | null;
	readonly language: Language;
	readonly theme: Theme;
	readonly fillOf: (row: LegendRow) => string;
}

const LEFT = 36;
const TOP = 36;
/** Distance of two rows; smaller when symbols are explained too, for the box must end above the coast of the south. */
const ROW = 46;
const DENSE_ROW = 40;
/** Distance of two lines of one text about symbols, their size, and how many letters they have. */
const LINE = 28;
const SIZE = 23;
const LETTERS = 42;

/** The legend lies in the sea, west of the country, in every language; its rows follow the direction of the text. */
export function legendBox(box: LegendBox): string {
	const { rows, words, theme, language } = box;
	const longest = Math.max(...words.map((text) => text.length), box.symbols ? LETTERS : 0);
	const width = Math.min(620, 210 + longest * 13);
	const sides = new Sides(language, width);
	const step = box.symbols ? DENSE_ROW : ROW;
	const areas = rows.map((row, i) => {
		const y = TOP + 24 + i * step;
		return (
			`<rect x="${sides.from(24, 54)}" y="${y}" width="54" height="30" rx="4" fill="${box.fillOf(row)}" stroke="${TOKENS.muted[theme]}"/>` +
			text(sides.at(96), y + 24, words[i] ?? '', row.count, theme)
		);
	});
	let height = rows.length * step + 32;
	let symbols = '';
	if (box.symbols && box.symbolText) {
		const part = symbolPart(box.symbols, box.symbolText, sides, TOP + height, theme);
		symbols = part.content;
		height += part.height;
	}
	return (
		`<rect x="${LEFT}" y="${TOP}" width="${width}" height="${height}" rx="16" fill="${TOKENS.surface[theme]}" stroke="${TOKENS.line[theme]}" stroke-width="2"/>` +
		`<g font-size="25" direction="${directionOf(language)}" fill="${TOKENS.ink[theme]}">${areas.join('')}</g>` +
		`<g font-size="${SIZE}" direction="${directionOf(language)}" fill="${TOKENS.ink[theme]}">${symbols}</g>`
	);
}

/** Places in the box counted from the side where reading begins. */
class Sides {
	readonly #rtl: boolean;
	readonly #width: number;

	constructor(language: Language, width: number) {
		this.#rtl = language === 'ar';
		this.#width = width;
	}

	/** Where a text begins. */
	at(distance: number): number {
		return this.#rtl ? LEFT + this.#width - distance : LEFT + distance;
	}

	/** Left edge of something `size` wide. */
	from(distance: number, size: number): number {
		return this.#rtl ? this.at(distance) - size : this.at(distance);
	}
}

/** Sample circles side by side, then one row per line, then the caution. */
function symbolPart(legend: SymbolLegend, words: SymbolText, sides: Sides, top: number, theme: Theme): { content: string; height: number } {
	const parts: string[] = [];
	let y = top + 12;
	const write = (content: string, step: number): void => {
		parts.push(content);
		y += step;
	};
	for (const part of linesOf(words.title, LETTERS)) write(text(sides.at(24), y, part, null, theme), LINE);
	if (legend.sizes.length > 0) write(samples(legend, words, sides, y, theme), legend.sizes[0]!.radius * 2 * PIXEL + 8);
	legend.lines.forEach((one, i) => {
		const [first = '', ...rest] = linesOf(words.lines[i] ?? '', LETTERS);
		write(marked(one, sides, y, theme) + text(sides.at(96), y + 24, first, rest.length === 0 ? one.count : null, theme), LINE);
		rest.forEach((part, k) => write(text(sides.at(96), y + 24, part, k === rest.length - 1 ? one.count : null, theme), LINE));
		y += 8;
	});
	for (const part of linesOf(words.note ?? '', LETTERS + 8)) write(text(sides.at(24), y + 24, part, null, theme), LINE);
	return { content: parts.join(''), height: y - top + 14 };
}

function samples({ sizes }: SymbolLegend, { sizes: words }: SymbolText, sides: Sides, top: number, theme: Theme): string {
	const foot = top + sizes[0]!.radius * 2 * PIXEL;
	let start = 24;
	return sizes
		.map(({ radius }, i) => {
			const size = radius * PIXEL;
			const circle = `<circle cx="${sides.at(start + size)}" cy="${foot - size}" r="${size.toFixed(1)}" ${paintOf('disc', theme)}/>`;
			const label = text(sides.at(start + 2 * size + 12), foot - size + 9, words[i] ?? '', null, theme);
			start += 2 * size + 12 + (words[i]?.length ?? 0) * 14 + 24;
			return circle + label;
		})
		.join('');
}

function marked({ mark, radius }: SymbolLine, sides: Sides, y: number, theme: Theme): string {
	const [cx, cy] = [sides.at(51), y + 15];
	switch (mark) {
		case 'none':
			return `<path d="M${cx - 10} ${cy}h20" stroke="${TOKENS.muted[theme]}" stroke-width="3"/>`;
		case 'hexagon':
			return `<path d="M${cx} ${cy - 15}l13 7.5v15l-13 7.5l-13 -7.5v-15Z" ${paintOf(mark, theme)}/>`;
		default:
			return `<circle cx="${cx}" cy="${cy}" r="${radius === undefined ? (mark === 'point' ? 10 : 14) : radius * PIXEL}" ${paintOf(mark, theme)}/>`;
	}
}

const text = (x: number, y: number, words: string, count: number | null, theme: Theme): string =>
	`<text x="${x}" y="${Math.round(y)}">${escape(words)}${count === null ? '' : ` <tspan fill="${TOKENS.muted[theme]}">(${count})</tspan>`}</text>`;
