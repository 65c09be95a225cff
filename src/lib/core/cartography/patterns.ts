import type { Pattern } from './scene.ts';

/** One tile of a pattern in CSS pixels: lines and dots drawn in `patternInk` on `blank`, the same in map, SVG and legend swatch. */
export interface PatternTile {
	readonly size: number;
	/** Lines as [x1, y1, x2, y2], reaching over the edges so that tiles join. */
	readonly lines: readonly (readonly [number, number, number, number])[];
	readonly lineWidth: number;
	/** Dots as [x, y, radius]. */
	readonly dots: readonly (readonly [number, number, number])[];
}

const rising = (size: number): PatternTile['lines'] => [
	[-1, 1, 1, -1],
	[-1, size + 1, size + 1, -1],
	[size - 1, size + 1, size + 1, size - 1]
];
const falling = (size: number): PatternTile['lines'] => rising(size).map(([x1, y1, x2, y2]) => [x1, size - y1, x2, size - y2] as const);

/** Thin hatch, dense hatch, dots, cross-hatch: told apart by shape, not by colour. */
export const PATTERN_TILES: Readonly<Record<Pattern, PatternTile>> = {
	hatch: { size: 7, lines: rising(7), lineWidth: 0.7, dots: [] },
	'dense-hatch': { size: 4, lines: rising(4), lineWidth: 1.2, dots: [] },
	dots: {
		size: 6,
		lines: [],
		lineWidth: 0,
		dots: [
			[1.5, 1.5, 0.95],
			[4.5, 4.5, 0.95]
		]
	},
	'cross-hatch': { size: 8, lines: [...rising(8), ...falling(8)], lineWidth: 0.7, dots: [] }
};

/** The lines of a tile as SVG path data («M0 0L8 8…»); empty for dots. */
export const pathOfTile = ({ lines }: PatternTile): string => lines.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join('');

/** How much of the pixel centred on (x, y) the marks of a tile cover, 0–1, in tile units with `pixel` the width of one pixel. */
export function coverageOfTile({ lines, lineWidth, dots }: PatternTile, x: number, y: number, pixel: number): number {
	let coverage = 0;
	for (const [x1, y1, x2, y2] of lines) {
		const length = Math.hypot(x2 - x1, y2 - y1);
		const distance = Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length;
		coverage = Math.max(coverage, (lineWidth / 2 - distance) / pixel + 0.5);
	}
	for (const [cx, cy, radius] of dots) coverage = Math.max(coverage, (radius - Math.hypot(x - cx, y - cy)) / pixel + 0.5);
	return Math.min(1, Math.max(0, coverage));
}
