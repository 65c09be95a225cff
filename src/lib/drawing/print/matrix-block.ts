import type { LegendRow } from '#lib/core/cartography/scene.ts';
import { MAP_TOKENS, TOKENS } from '#lib/core/cartography/tokens.ts';
import { fillOf } from '../map-svg-fills.ts';
import { mm, moved, NOTHING, over, paragraph, Sides, stacked, type Block, type Face, type PlacedText } from './block.ts';
import type { Sizes } from './notes.ts';
import type { PrintParts } from './parts.ts';
import { inkOn, numberOf } from './printed-labels.ts';
import { PREFIX } from './printed-map.ts';

/** A cell in sizes of the letters of the legend. */
const CELL = 3.5;
/** Corners that are said in words: [first, second]. */
const CORNERS = [
	[2, 2],
	[0, 2],
	[2, 0],
	[0, 0]
] as const;
const FADED = 0.25;

/**
 * The legend of a bivariate map: three by three cells with their counts, the first variable growing to the right, the second upwards
 * in every language as axes do, the names of both, and the corners in words. Nothing for another map.
 */
export function matrixBlock(parts: PrintParts, width: number, sizes: Sizes): Block {
	const { scene, language, theme } = parts;
	const pairs = scene.legend.rows.flatMap((row, index) => (row.meaning.kind === 'pair' ? [{ row, index, ...row.meaning }] : []));
	if (pairs.length === 0) return NOTHING;
	const cell = CELL * sizes.body;
	const cells = over(
		pairs.map(({ row, index, first, second }) => moved(cellBlock(parts, row, index, cell, sizes), first * cell, (2 - second) * cell)),
		3 * cell,
		3 * cell
	);
	const [first, second] = namesOf(parts);
	const face: Face = { size: sizes.small, weight: 600, colour: TOKENS.ink[theme], language };
	const sides = new Sides(language, width);
	const [axis, rest] = [1.6 * sizes.small, width - 3 * cell - 1.6 * sizes.small - sizes.gap];
	// Arrows lie left of and under the cells in every language: numbers grow to the right.
	const square = over([moved(cells, axis, 0), arrows(axis, 3 * cell, TOKENS.ink[theme], sizes.scale)], axis + 3 * cell, 3 * cell + axis);
	const corners = stacked(
		CORNERS.flatMap(([x, y]) => {
			const found = pairs.find((pair) => pair.first === x && pair.second === y);
			return found ? [cornerBlock(parts, found.row, found.index, rest, sizes)] : [];
		}),
		0.45 * sizes.gap
	);
	const body = over(
		[
			moved(square, sides.from(0, axis + 3 * cell), 0),
			moved(corners, sides.from(axis + 3 * cell + sizes.gap, rest), Math.max(0, (3 * cell - corners.height) / 2))
		],
		width,
		Math.max(square.height, corners.height)
	);
	return stacked([signed('up', second, width, face, sides), body, signed('right', first, width, face, sides)], 0.35 * sizes.gap);
}

/** The names of the two variables in the language of the page. */
function namesOf({ scene: { legend }, language }: PrintParts): readonly [string, string] {
	const { subject } = legend;
	if (subject.kind !== 'mapped') return ['', ''];
	return [subject.of[0].title[language], subject.of[1]?.title[language] ?? ''];
}

function cellBlock(
	{ theme, text, scene, only, numbered, language }: PrintParts,
	row: LegendRow,
	index: number,
	cell: number,
	sizes: Sizes
): Block {
	const faded = only !== null && !only.includes(index) ? ` opacity="${FADED}"` : '';
	const shapes = `<rect data-row="${index}" width="${mm(cell)}" height="${mm(cell)}" fill="${fillOf(row, theme, PREFIX)}" stroke="${MAP_TOKENS.core[theme]}" stroke-width="${mm(0.12 * sizes.scale)}"${faded}/>`;
	const colour = row.look.kind === 'color' && faded === '' ? inkOn(row.look[theme], theme) : TOKENS.ink[theme];
	const written = (said: string, x: number, y: number, size: number, weight: 400 | 600): PlacedText => ({
		text: said,
		language,
		x,
		y,
		size,
		weight,
		colour,
		anchor: 'middle'
	});
	const number = numbered ? numberOf(scene.legend.rows, index) : null;
	const count = written(text.number(row.count), cell / 2, cell / 2 + (number === null ? 0.36 : 0.85) * sizes.body, sizes.body, 600);
	const small = 0.8 * sizes.small;
	return {
		width: cell,
		height: cell,
		shapes,
		texts: [count, ...(number === null ? [] : [written(`(${number})`, cell / 2, 1.15 * small, small, 400)])]
	};
}

function cornerBlock({ legend, language, theme }: PrintParts, row: LegendRow, index: number, width: number, sizes: Sizes): Block {
	const side = 1.3 * sizes.small;
	const sides = new Sides(language, width);
	const from = side + 0.7 * sizes.small;
	const words = paragraph(legend.rows[index] ?? '', width - from, { size: sizes.small, colour: TOKENS.ink[theme], language });
	const shapes = `<rect x="${mm(sides.from(0, side))}" y="${mm(0.12 * sizes.small)}" width="${mm(side)}" height="${mm(side)}" fill="${fillOf(row, theme, PREFIX)}" stroke="${TOKENS.muted[theme]}" stroke-width="${mm(0.12 * sizes.scale)}"/>`;
	return over(
		[{ width, height: side, texts: [], shapes }, moved(words, sides.from(from, width - from), 0)],
		width,
		Math.max(side, words.height)
	);
}

/** An axis: its arrow, then its name. */
function signed(way: 'up' | 'right', name: string, width: number, face: Face, sides: Sides): Block {
	const side = 1.2 * face.size;
	const from = side + 0.6 * face.size;
	const words = paragraph(name, width - from, face);
	const d = way === 'up' ? 'M0.5 1V0.1M0.2 0.4L0.5 0.1L0.8 0.4' : 'M0 0.5H0.9M0.6 0.2L0.9 0.5L0.6 0.8';
	const shapes = `<path transform="translate(${mm(sides.from(0, side))} ${mm(0.15 * face.size)}) scale(${mm(side)})" d="${d}" fill="none" stroke="${face.colour}" stroke-width="0.11" stroke-linecap="round" stroke-linejoin="round"/>`;
	return over([{ width, height: side, texts: [], shapes }, moved(words, sides.from(from, width - from), 0)], width, words.height);
}

function arrows(axis: number, length: number, colour: string, scale: number): Block {
	const tip = 0.35 * axis;
	const x = axis * 0.45;
	const y = length + axis * 0.55;
	const d =
		`M${mm(x)} ${mm(length)}V0.2M${mm(x - tip)} ${mm(tip + 0.2)}L${mm(x)} 0.2L${mm(x + tip)} ${mm(tip + 0.2)}` +
		`M${mm(axis)} ${mm(y)}H${mm(axis + length)}M${mm(axis + length - tip)} ${mm(y - tip)}L${mm(axis + length)} ${mm(y)}L${mm(axis + length - tip)} ${mm(y + tip)}`;
	const shapes = `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${mm(0.22 * scale)}" stroke-linecap="round" stroke-linejoin="round"/>`;
	return { width: axis + length, height: length + axis, texts: [], shapes };
}
