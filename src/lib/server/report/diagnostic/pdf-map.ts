import { PATTERN_TILES } from '#lib/core/cartography/patterns.ts';
import { PATTERNS, type Look } from '#lib/core/cartography/scene.ts';
import { MAP_TOKENS } from '#lib/core/cartography/tokens.ts';
import type { MapBlock, Report } from '#lib/i18n/diagnostic/report.ts';
import { formatNumber } from '#lib/i18n/numbers.ts';
import { niceBelow } from './pdf-charts.ts';
import type { DiagnosticDocument, MapPicture } from './document.ts';
import { breakable } from './pdf-said.ts';

/** Width of a printed map, and the longest bar of its scale, in millimetres. */
const MAP_WIDTH = 98;
const LONGEST_BAR = 46;
const MM_PER_KM = 1_000_000;
/** Digits that count in a numeric scale: the projection does not allow more. */
const DIGITS = 3;

/** The scale of a map on paper: «1:2 340 000», and a bar of a round number of kilometres. */
export interface PaperScale {
	readonly numeric: string;
	readonly barMm: number;
	/** From nothing over the middle to the end of the bar, the last with its unit. */
	readonly ticks: readonly [string, string, string];
}

/** The scale of a picture as wide as maps are printed. */
export function scaleOnPaper({ width, kmPerUnit }: MapPicture, { language, labels }: Report): PaperScale {
	const kmPerMm = (kmPerUnit * width) / MAP_WIDTH;
	const km = niceBelow(LONGEST_BAR * kmPerMm);
	const number = (value: number): string => formatNumber(language, value, Number.isInteger(value) ? 0 : 1);
	return {
		numeric: `1:${number(Number((kmPerMm * MM_PER_KM).toPrecision(DIGITS)))}`,
		barMm: km / kmPerMm,
		ticks: ['0', number(km / 2), `${number(km)} ${labels.km}`]
	};
}

/** A map with its legend and scale; throws when the document holds no picture of it. */
export function mapOf({ report, pictures }: DiagnosticDocument, { id, title, unit, legend, source, description, note }: MapBlock) {
	const picture = pictures.get(id);
	if (!picture) throw new Error(`The document has no picture of the map «${id}».`);
	return {
		kind: 'map' as const,
		title: breakable(title),
		unit: breakable(unit),
		note: breakable(note),
		source: breakable(source),
		// Said once: a source that names it needs no second line.
		version: source.includes(report.version) ? '' : breakable(report.version),
		description,
		svg: picture.svg,
		width: MAP_WIDTH,
		height: (MAP_WIDTH * picture.height) / picture.width,
		scale: scaleOnPaper(picture, report),
		legend: legend.map(({ label, count, look }) => ({
			label: breakable(label),
			count: formatNumber(report.language, count),
			swatch: swatchOf(look)
		}))
	};
}

const swatchOf = (look: Look) => (look.kind === 'color' ? { colour: look.light, pattern: null } : { colour: null, pattern: look.pattern });

/** Tiles of the hatches by name, with the colours they are drawn in: the same as on the map. */
export const SWATCHES = {
	ink: MAP_TOKENS.patternInk.light,
	ground: MAP_TOKENS.blank.light,
	tiles: Object.fromEntries(PATTERNS.map((pattern) => [pattern, PATTERN_TILES[pattern]]))
};
