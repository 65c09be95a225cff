import type { LegendRow } from '#lib/core/cartography/scene.ts';
import { TOKENS } from '#lib/core/cartography/tokens.ts';
import { fillOf, patternOf } from '../map-svg-fills.ts';
import { mm, moved, NOTHING, over, paragraph, Sides, stacked, type Block, type Face } from './block.ts';
import { pixelMm } from './map-layout.ts';
import { matrixBlock } from './matrix-block.ts';
import type { Sizes } from './notes.ts';
import type { PrintParts } from './parts.ts';
import { inkOn, numberOf } from './printed-labels.ts';

import { samplesWidth, symbolBlock } from './symbol-block.ts';
import { textWidth } from './text-width.ts';

/** Swatch of a row in sizes of its letters. */
const SWATCH = { width: 2.5, height: 1.4 } as const;
/** What ids of hatches in the legend begin with: it is drawn in other units than the map. */
const KEY_PREFIX = 'print-key';
/** Of what fades beside rows that are shown alone: still told apart. */
const FADED = 0.25;

/** The whole legend: what and in which unit, every row with its count, also those without a territory, what the symbols mean, the total. */
export function legendBlock(parts: PrintParts, width: number, sizes: Sizes): Block {
	const { legend, scene, language, theme } = parts;
	const sides = new Sides(language, width);
	const muted: Face = { size: sizes.small, colour: TOKENS.muted[theme], language };
	const rows = scene.legend.rows;
	const unit = [legend.unit, ...(legend.year === null ? [] : [legend.year])].filter((part) => part !== '').join(' · ');
	const narrow = rowWidth(parts, width, sizes);
	const listed = rows.flatMap((row, index) => (row.meaning.kind === 'pair' ? [] : [rowBlock(parts, row, index, narrow, sizes)]));
	const hatches: Block = { ...NOTHING, shapes: hatchesOf(parts, sizes) };
	const block = stacked(
		[
			stacked(
				[
					paragraph(legend.title, width, { size: sizes.heading, weight: 600, colour: TOKENS.primary[theme], language }),
					unit === '' ? NOTHING : paragraph(unit, width, muted)
				],
				0.1 * sizes.gap
			),
			matrixBlock(parts, width, sizes),
			moved(stacked([...listed, totalBlock(parts, narrow, sizes)], 0.3 * sizes.gap), sides.from(0, narrow), 0),
			scene.legend.symbols && legend.symbols
				? moved(symbolBlock(parts, scene.legend.symbols, legend.symbols, narrow, sizes, pixelMm(sizes.scale)), sides.from(0, narrow), 0)
				: NOTHING
		],
		0.7 * sizes.gap
	);
	return over([hatches, block], width, block.height);
}

/** Between the longest words and their count, in sizes: near enough for the eye to go from one to the other. */
const REACH = 4;

/** As wide as the longest row needs, so that counts stand near their words. */
function rowWidth({ scene, legend, text }: PrintParts, width: number, { body, small, scale }: Sizes): number {
	const from = (SWATCH.width + 0.9) * body;
	const total = scene.legend.rows.reduce((sum, { count }) => sum + count, 0);
	const words = [
		...scene.legend.rows.flatMap(({ meaning }, i) => (meaning.kind === 'pair' ? [] : [textWidth(legend.rows[i] ?? '', body)])),
		...(legend.symbols?.lines.map((line) => textWidth(line, small)) ?? []),
		textWidth(text.total, small) - from,
		samplesWidth(scene.legend.symbols?.sizes ?? [], legend.symbols?.sizes ?? [], body, pixelMm(scale)) - from - REACH * body
	];
	return Math.min(width, from + Math.max(...words) + REACH * body + textWidth(text.number(total), body, 600));
}

function hatchesOf({ scene, theme }: PrintParts, { scale }: Sizes): string {
	const used = new Set(scene.legend.rows.flatMap(({ look }) => (look.kind === 'pattern' ? [look.pattern] : [])));
	return `<defs>${[...used].map((pattern) => patternOf(pattern, theme, pixelMm(scale), KEY_PREFIX)).join('')}</defs>`;
}

/** Swatch, words, count: the count stands at the far side, so that a column of figures can be read. */
function rowBlock(parts: PrintParts, row: LegendRow, index: number, width: number, sizes: Sizes): Block {
	const { legend, language, theme, text, only } = parts;
	const size = sizes.body;
	const sides = new Sides(language, width);
	const count = text.number(row.count);
	const [swatchWidth, swatchHeight] = [SWATCH.width * size, SWATCH.height * size];
	const from = swatchWidth + 0.9 * size;
	const room = width - from - textWidth(count, size, 600) - size;
	const face: Face = { size, colour: TOKENS.ink[theme], language };
	const words = moved(paragraph(legend.rows[index] ?? '', room, face), sides.from(from, room), 0);
	const figure = paragraph(count, width, { ...face, weight: 600 }, sides.end);
	const height = Math.max(swatchHeight, words.height);
	const faded = only !== null && !only.includes(index) ? ` opacity="${FADED}"` : '';
	const [x, y] = [sides.from(0, swatchWidth), Math.max(0, (0.72 + (language === 'ar' ? 0.08 : 0)) * size - swatchHeight / 2)];
	const shapes =
		`<rect data-row="${index}" x="${mm(x)}" y="${mm(y)}" width="${mm(swatchWidth)}" height="${mm(swatchHeight)}" rx="0.3"` +
		` fill="${fillOf(row, theme, KEY_PREFIX)}" stroke="${TOKENS.muted[theme]}" stroke-width="${mm(0.15 * sizes.scale)}"${faded}/>`;
	const swatch: Block = { width, height, shapes, texts: numberIn(parts, row, index, x + swatchWidth / 2, y + swatchHeight / 2, size) };
	return over([swatch, words, figure], width, height);
}

/** The number of a class in its swatch, where the map is to be printed without colours. */
function numberIn(parts: PrintParts, row: LegendRow, index: number, x: number, middle: number, bodySize: number): Block['texts'] {
	const number = parts.numbered ? numberOf(parts.scene.legend.rows, index) : null;
	if (number === null || row.look.kind !== 'color') return [];
	const size = 0.85 * bodySize;
	const colour = inkOn(row.look[parts.theme], parts.theme);
	return [{ text: String(number), language: parts.language, x, y: middle + 0.36 * size, size, weight: 600, colour, anchor: 'middle' }];
}

/** The number of territories under a line: what the rows add up to. */
function totalBlock({ scene, language, theme, text }: PrintParts, width: number, sizes: Sizes): Block {
	const total = scene.legend.rows.reduce((sum, { count }) => sum + count, 0);
	const face: Face = { size: sizes.small, colour: TOKENS.muted[theme], language };
	const label = paragraph(text.total, width, face);
	const figure = paragraph(text.number(total), width, { ...face, weight: 600 }, new Sides(language, width).end);
	const shapes = `<path d="M0 0h${mm(width)}" stroke="${TOKENS.line[theme]}" stroke-width="${mm(0.25 * sizes.scale)}"/>`;
	const line: Block = { width, height: 0, texts: [], shapes };
	return over([line, moved(label, 0, 0.3 * sizes.small), moved(figure, 0, 0.3 * sizes.small)], width, label.height + 0.3 * sizes.small);
}
