import type { SymbolLegend, SymbolLine } from '#lib/core/cartography/scene.ts';
import { TOKENS } from '#lib/core/cartography/tokens.ts';
import type { SymbolText } from '#lib/i18n/symbols.ts';
import { paintOf } from '../map-svg-symbols.ts';
import { mm, moved, NOTHING, over, paragraph, Sides, stacked, type Block, type Face } from './block.ts';
import type { Sizes } from './notes.ts';
import type { PrintParts } from './parts.ts';
import { textWidth } from './text-width.ts';

/** What the symbols mean: circles as large as on the map, then a row for each kind with its count, then the caution. */
export function symbolBlock(parts: PrintParts, legend: SymbolLegend, words: SymbolText, width: number, sizes: Sizes, pixel: number): Block {
	const { language, theme } = parts;
	const heading: Face = { size: sizes.body, weight: 600, colour: TOKENS.ink[theme], language };
	return stacked(
		[
			words.title === parts.legend.title ? NOTHING : paragraph(words.title, width, heading),
			samples(parts, legend, words, width, sizes, pixel),
			...legend.lines.map((line, i) => lineBlock(parts, line, words.lines[i] ?? '', width, sizes, pixel)),
			words.note === null ? NOTHING : paragraph(words.note, width, { size: sizes.small, colour: TOKENS.muted[theme], language })
		],
		0.35 * sizes.gap
	);
}

/** Between two sample circles, in sizes. */
const APART = 1.6;

/** Width of the sample circles with their numbers, side by side. */
export const samplesWidth = (circles: SymbolLegend['sizes'], said: readonly string[], size: number, pixel: number): number =>
	circles.reduce((sum, { radius }, i) => sum + 2 * radius * pixel + (0.5 + APART) * size + textWidth(said[i] ?? '', size), 0);

/** Sample circles side by side on one foot, each with its number; in a second row where one is not enough. */
function samples(
	{ language, theme }: PrintParts,
	{ sizes: circles }: SymbolLegend,
	{ sizes: said }: SymbolText,
	width: number,
	sizes: Sizes,
	pixel: number
): Block {
	if (circles.length === 0) return NOTHING;
	const sides = new Sides(language, width);
	const size = sizes.body;
	const rows: Block[] = [];
	let parts: Block[] = [];
	let [start, tallest] = [0, 0];
	const close = (): void => {
		const foot = tallest;
		rows.push(
			over(
				parts.map((part) => moved(part, 0, foot - part.height)),
				width,
				foot
			)
		);
		[parts, start, tallest] = [[], 0, 0];
	};
	circles.forEach(({ radius }, i) => {
		const [label, r] = [said[i] ?? '', radius * pixel];
		const wide = 2 * r + 0.5 * size + textWidth(label, size);
		if (start > 0 && start + wide > width) close();
		const height = Math.max(2 * r, 1.3 * size);
		const shapes = `<circle data-sample="${i}" cx="${mm(sides.from(start + r))}" cy="${mm(height - r)}" r="${mm(r)}" ${paintOf('disc', theme, pixel)}/>`;
		const room = textWidth(label, size) + 0.01;
		const words = moved(
			paragraph(label, room, { size, colour: TOKENS.ink[theme], language }, sides.start),
			sides.from(start + 2 * r + 0.5 * size, room),
			height - r - 0.7 * size
		);
		parts.push(over([{ width, height, texts: [], shapes }, words], width, height));
		start += wide + APART * size;
		tallest = Math.max(tallest, height);
	});
	close();
	return stacked(rows, 0.4 * sizes.gap);
}

function lineBlock(
	{ language, theme, text }: PrintParts,
	line: SymbolLine,
	said: string,
	width: number,
	sizes: Sizes,
	pixel: number
): Block {
	const size = sizes.small;
	const sides = new Sides(language, width);
	const count = text.number(line.count);
	const from = 2.5 * sizes.body + 0.9 * sizes.body;
	const room = width - from - textWidth(count, size, 600) - size;
	const face: Face = { size, colour: TOKENS.ink[theme], language };
	const words = moved(paragraph(said, room, face), sides.from(from, room), 0);
	const figure = paragraph(count, width, { ...face, weight: 600 }, sides.end);
	const shapes = marked(line, sides.from(1.25 * sizes.body), 0.75 * size, theme, size, pixel);
	return over([{ width, height: 0, texts: [], shapes }, words, figure], width, Math.max(1.4 * size, words.height));
}

function marked({ mark, radius }: SymbolLine, x: number, y: number, theme: PrintParts['theme'], size: number, pixel: number): string {
	const r = 0.6 * size;
	switch (mark) {
		case 'none':
			return `<path d="M${mm(x - r)} ${mm(y)}h${mm(2 * r)}" stroke="${TOKENS.muted[theme]}" stroke-width="0.3"/>`;
		case 'hexagon':
			return `<path d="M${mm(x)} ${mm(y - r)}l${mm(0.87 * r)} ${mm(r / 2)}v${mm(r)}l${mm(-0.87 * r)} ${mm(r / 2)}l${mm(-0.87 * r)} ${mm(-r / 2)}v${mm(-r)}Z" ${paintOf(mark, theme, pixel)}/>`;
		default:
			return `<circle cx="${mm(x)}" cy="${mm(y)}" r="${mm(radius === undefined ? (mark === 'point' ? 0.75 * r : r) : Math.min(radius * pixel, 1.2 * size))}" ${paintOf(mark, theme, pixel)}/>`;
	}
}
