import { TOKENS } from '#lib/core/cartography/tokens.ts';
import { mm, moved, NOTHING, over, paragraph, Sides, stacked, type Block, type Face, type PlacedText } from './block.ts';
import { legendBlock } from './legend-block.ts';
import { kilometresPerMm, layoutOf } from './map-layout.ts';
import { insetBlock, notesBlock, type Sizes } from './notes.ts';
import { sheetOf, type Sheet } from './paper.ts';
import type { PrintParts } from './parts.ts';
import { printedMap } from './printed-map.ts';
import { paperScale, scaleStrip } from './scale-bar.ts';

/** A page ready to be written as SVG or PDF, in millimetres. */
export interface PrintPage {
	readonly width: number;
	readonly height: number;
	/** Of the paper. */
	readonly ground: string;
	/** Everything that is drawn, as SVG, without what `texts` says. */
	readonly shapes: string;
	readonly texts: readonly PlacedText[];
	/** Where the map lies: left, top, width, height. */
	readonly map: readonly [number, number, number, number];
	readonly title: string;
	readonly description: string;
}

/** How much smaller letters and gaps are tried until everything has its place. */
const TRIED = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46] as const;

/** Sizes of letters in millimetres on an A4 page: 8 points for the legend, 6 for the small print. */
function sizesOf(scale: number, tried: number): Sizes {
	const s = scale * tried;
	return { scale, heading: 3.2 * s, body: 2.75 * s, small: 2.2 * s, gap: 4 * s };
}

/** Where the parts of a page go; null when the letters must be smaller. */
interface Composed {
	readonly blocks: readonly Block[];
	readonly map: readonly [number, number, number, number];
}

/** The page of a map: everything it must say has its place, and nothing lies over anything else. */
export function printPage(parts: PrintParts): PrintPage {
	const sheet = sheetOf(parts.paper, parts.orientation);
	const composed = TRIED.map((tried) => () => compose(parts, sheet, sizesOf(sheet.scale, tried))).reduce<Composed | null>(
		(found, next) => found ?? next(),
		null
	);
	if (composed === null) throw new Error(`The words of this map do not fit on ${parts.paper}.`);
	const [x, y, width, height] = composed.map;
	const map: Block = { width, height, texts: [], shapes: printedMap(parts, width, height, sheet.scale) };
	const page = over([moved(map, x, y), ...composed.blocks], sheet.width, sheet.height);
	return {
		width: sheet.width,
		height: sheet.height,
		ground: parts.theme === 'light' ? '#ffffff' : TOKENS.paper.dark,
		shapes: page.shapes,
		texts: page.texts,
		map: composed.map,
		title: parts.titles[0].text,
		description: parts.description
	};
}

const compose = (parts: PrintParts, sheet: Sheet, sizes: Sizes): Composed | null =>
	parts.orientation === 'portrait' ? upright(parts, sheet, sizes) : lying(parts, sheet, sizes);

/** A map is at least so high, as a share of its page. */
const LEAST_MAP = 0.42;

/** Upright: map over its legend, what it rests on beside the legend. */
function upright(parts: PrintParts, sheet: Sheet, sizes: Sizes): Composed | null {
	const { margin, height } = sheet;
	const width = sheet.width - 2 * margin;
	const head = headBlock(parts, width, sizes);
	const gutter = 2 * sizes.gap;
	const start = (width - gutter) * 0.5;
	const end = width - gutter - start;
	const sides = new Sides(parts.language, width);
	const legend = legendBlock(parts, start, sizes);
	const rest = stacked([insetBlock(parts, end, sizes), notesBlock(parts, end, sizes)], sizes.gap);
	const foot = over(
		[moved(legend, sides.from(0, start), 0), moved(rest, sides.from(start + gutter, end), 0)],
		width,
		Math.max(legend.height, rest.height)
	);
	const top = margin + head.height + sizes.gap;
	const strip = (mapHeight: number): Block => stripBlock(parts, width, mapHeight, sheet, sizes);
	const left = height - margin - top - foot.height - 1.5 * sizes.gap;
	const mapHeight = left - strip(left).height - 0.5 * sizes.gap;
	if (mapHeight < LEAST_MAP * height) return null;
	const under = top + mapHeight + 0.5 * sizes.gap;
	return {
		blocks: [moved(head, margin, margin), moved(strip(mapHeight), margin, under), moved(foot, margin, height - margin - foot.height)],
		map: [margin, top, width, mapHeight]
	};
}

/** A lying map is at most so much wider than high: the country is as high as wide, and what is beside it is sea. */
const WIDEST = 1.13;
const LEAST_COLUMN = 62;

/** Lying: all that is said of the map in one column beside it, the legend at the top, what it rests on at the bottom. */
function lying(parts: PrintParts, sheet: Sheet, sizes: Sizes): Composed | null {
	const { margin, scale } = sheet;
	const width = sheet.width - 2 * margin;
	const head = headBlock(parts, width, sizes);
	const top = margin + head.height + sizes.gap;
	const gutter = 1.6 * sizes.gap;
	const room = sheet.height - margin - top;
	const mapHeight = room - stripBlock(parts, width / 2, room, sheet, sizes).height - 0.5 * sizes.gap;
	const mapWidth = Math.min(width - gutter - LEAST_COLUMN * scale, WIDEST * mapHeight);
	const column = width - gutter - mapWidth;
	const sides = new Sides(parts.language, width);
	const legend = legendBlock(parts, column, sizes);
	const inset = insetBlock(parts, column, sizes);
	const notes = notesBlock(parts, column, sizes);
	const said = stacked([legend, inset], 1.2 * sizes.gap);
	if (said.height + notes.height + sizes.gap > room) return null;
	const strip = stripBlock(parts, mapWidth, mapHeight, sheet, sizes);
	const [mapLeft, columnLeft] = [margin + sides.from(0, mapWidth), margin + sides.from(mapWidth + gutter, column)];
	return {
		blocks: [
			moved(head, margin, margin),
			moved(strip, mapLeft, top + mapHeight + 0.5 * sizes.gap),
			moved(said, columnLeft, top),
			moved(notes, columnLeft, top + room - notes.height)
		],
		map: [mapLeft, top, mapWidth, mapHeight]
	};
}

const TITLE = 6;
const OTHER_TITLE = 4;

/** The title where the page begins to read, its translations at the far side, what is mapped under them, and a rule. */
function headBlock({ titles, subtitle, language, theme }: PrintParts, width: number, { scale, heading, gap }: Sizes): Block {
	const sides = new Sides(language, width);
	const [first, ...others] = titles;
	const main = others.length === 0 ? width : (width - gap) * 0.6;
	const other = width - main - gap;
	const ink: Omit<Face, 'language'> = { size: (TITLE * heading) / 3.2, weight: 600, colour: TOKENS.ink[theme] };
	const muted: Omit<Face, 'language'> = { ...ink, size: (OTHER_TITLE * heading) / 3.2, colour: TOKENS.muted[theme] };
	const own = stacked(
		[
			paragraph(first.text, main, { ...ink, language: first.language }, sides.start),
			subtitle === '' ? NOTHING : paragraph(subtitle, main, { size: heading, colour: TOKENS.muted[theme], language })
		],
		0.25 * gap
	);
	const translated = stacked(
		others.map((title) => paragraph(title.text, other, { ...muted, language: title.language }, sides.end)),
		0.2 * gap
	);
	const height = Math.max(own.height, translated.height);
	const rule = height + 0.5 * gap;
	const shapes = `<path d="M0 ${mm(rule)}h${mm(width)}" stroke="${TOKENS.primary[theme]}" stroke-width="${mm(0.5 * scale)}"/>`;
	return over(
		[moved(own, sides.from(0, main), 0), moved(translated, sides.from(main + gap, other), 0), { width, height: rule, texts: [], shapes }],
		width,
		rule
	);
}

/** Bar and numeric scale of a map of that size. */
function stripBlock(parts: PrintParts, width: number, height: number, { scale }: Sheet, sizes: Sizes): Block {
	const kmPerMm = kilometresPerMm(parts.within, layoutOf(parts.within, width, height, scale));
	const paper = paperScale(kmPerMm, width * 0.34);
	const { kilometres, number } = parts.text;
	const said = parts.text.scale(number(paper.denominator));
	return scaleStrip(paper, width, { language: parts.language, theme: parts.theme, size: sizes.small, kilometres, number, said });
}
