import { contrast } from '#lib/core/cartography/contrast.ts';
import type { LegendRow } from '#lib/core/cartography/scene.ts';
import { radiiOf } from '#lib/core/cartography/symbols.ts';
import { MAP_TOKENS, TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import type { Language } from '#lib/core/text/text.ts';
import type { TopologyPaths } from '../map-svg-paths.ts';
import { directionOf, escape } from '../map-svg-text.ts';
import { UNITS, type Layout } from './map-layout.ts';
import type { PrintParts } from './parts.ts';
import { textWidth } from './text-width.ts';

/** Sizes of names in millimetres on an A4 page: of areas, of towns; of the number of a class. */
const SIZES = { area: 2.7, town: 2.2, number: 2 } as const;
/** A number is written into an area that is so many sizes wide and high. */
const ROOM = 1.5;
/** Space between two names, and to the edge, in millimetres. */
const GAP = 0.6;

interface Label {
	readonly text: string;
	readonly at: readonly [number, number];
	/** True where it may stand beside its place: a name may, a number may not. */
	readonly mayMove: boolean;
	/** In units of the drawing. */
	readonly size: number;
	readonly weight: 400 | 600;
	readonly colour: string;
	/** Null for a number on its own colour. */
	readonly halo: string | null;
}

/** Names of areas and towns, and where asked the numbers of the classes, as many as fit: none lies on another or on the edge. */
export function printedLabels(parts: PrintParts, paths: TopologyPaths, layout: Layout): string {
	const { theme, language } = parts;
	const size = (kind: keyof typeof SIZES): number => SIZES[kind] * layout.scale * UNITS;
	const name = { weight: 600, mayMove: true, colour: MAP_TOKENS.label[theme], halo: MAP_TOKENS.halo[theme] } as const;
	const areas = parts.named.flatMap((code): Label[] => {
		const at = parts.labelAt(code);
		return at ? [{ ...name, text: parts.names(code), at: layout.project(at), size: size('area') }] : [];
	});
	const towns = parts.geometry.towns.map(({ name: text, position }): Label => ({
		...name,
		text,
		at: layout.project(position),
		size: size('town'),
		weight: 400
	}));
	const numbers = parts.numbered ? numbersOf(parts, paths, layout, size('number')) : [];
	// A town often bears the name of its province.
	const known = new Set(areas.map(({ text }) => text));
	const labels = placed([...numbers, ...areas, ...towns.filter(({ text }) => !known.has(text))], covered(parts, layout), layout);
	// Readers of PDF take the kerning of Arabic for a space between words.
	return `<g text-anchor="middle" direction="ltr" font-kerning="none" stroke-linejoin="round" paint-order="stroke">${labels.map((label) => written(label, language)).join('')}</g>`;
}

/** Rows that are told apart by their colour alone. */
const isColoured = ({ meaning }: LegendRow): boolean => ['class', 'type', 'cluster', 'pair'].includes(meaning.kind);

/** The number of a legend row among those that are told apart by colour, from 1; null for any other, which needs none. */
export const numberOf = (rows: readonly LegendRow[], index: number): number | null =>
	isColoured(rows[index]!) ? rows.slice(0, index + 1).filter(isColoured).length : null;

/** Ink that is read on a colour. */
export function inkOn(colour: string, theme: Theme): string {
	const [ink, paper] = [TOKENS.ink.light, theme === 'light' ? TOKENS.surface.light : TOKENS.ink.dark];
	return contrast(ink, colour) >= contrast(paper, colour) ? ink : paper;
}

function numbersOf({ scene, theme, labelAt }: PrintParts, { boxes }: TopologyPaths, { project }: Layout, size: number): Label[] {
	return scene.codes.flatMap((code, i): Label[] => {
		const row = scene.legend.rows[scene.rows[i]!]!;
		const [number, at, box] = [numberOf(scene.legend.rows, scene.rows[i]!), labelAt(code), boxes.get(code)];
		if (number === null || !at || !box || row.look.kind !== 'color') return [];
		if (box[2] - box[0] < ROOM * size || box[3] - box[1] < ROOM * size) return [];
		return [
			{ text: String(number), at: project(at), mayMove: false, size, weight: 600, colour: inkOn(row.look[theme], theme), halo: null }
		];
	});
}

type Rect = readonly [left: number, top: number, right: number, bottom: number];

/** Where a name is tried, in heights and halves of itself from its place: on it, under and over it, beside it. */
const TRIED = [
	[0, 0],
	[0, 1.2],
	[0, -1.2],
	[0, 2.2],
	[0, -2.2],
	[1.15, 0],
	[-1.15, 0]
] as const;

/** Those labels, in the given order, that find a place where they touch nothing: no other label, no symbol, no edge. */
function placed(labels: readonly Label[], taken: readonly Rect[], { frame, scale }: Layout): Label[] {
	const rects = [...taken];
	const gap = GAP * scale * UNITS;
	return labels.flatMap((label) => {
		const half = textWidth(label.text, label.size, label.weight) / 2 + gap;
		const tall = 0.62 * label.size + gap;
		for (const [sideways, down] of label.mayMove ? TRIED : TRIED.slice(0, 1)) {
			const [x, y] = [label.at[0] + sideways * half, label.at[1] + down * label.size];
			const rect: Rect = [x - half, y - tall, x + half, y + tall];
			if (rect[0] < 0 || rect[1] < 0 || rect[2] > frame.width || rect[3] > frame.height) continue;
			if (rects.some((other) => rect[0] < other[2] && other[0] < rect[2] && rect[1] < other[3] && other[1] < rect[3])) continue;
			rects.push(rect);
			return [{ ...label, at: [x, y] as const }];
		}
		return [];
	});
}

/** What the symbols cover. */
function covered({ scene, points }: PrintParts, { project, pixel }: Layout): Rect[] {
	if (points === 'hexagons') return [];
	const radii = radiiOf(scene.symbols);
	return scene.symbols.map(({ position }, i) => {
		const [[x, y], r] = [project(position), radii[i]! * pixel];
		return [x - r, y - r, x + r, y + r];
	});
}

function written({ text, at: [x, y], size, weight, colour, halo }: Label, language: Language): string {
	const edge = halo === null ? '' : ` stroke="${halo}" stroke-width="${Math.round(size / 3.8)}"`;
	return (
		`<text x="${Math.round(x)}" y="${Math.round(y + size / 3)}" font-size="${Math.round(size)}" font-weight="${weight}" fill="${colour}"${edge}>` +
		`${escape(inItsDirection(text, language))}</text>`
	);
}

/** A number, or a text all of whose letters run from right to left, first and last sign included: its order is the same in every line. */
const ORDERED = /^(\d+|\p{Script=Arabic}([\p{Script=Arabic}\p{M} \u2019'-]*\p{Script=Arabic})?)$/u;

/**
 * A text that keeps its own direction in a line that runs from left to right, as all lines of a drawing do. Where it would anyway, it
 * has no marks: a PDF made from a drawing takes them for spaces.
 */
export const inItsDirection = (text: string, language: Language): string =>
	directionOf(language) === 'rtl' && !ORDERED.test(text) ? `\u2067${text}\u2069` : text;
