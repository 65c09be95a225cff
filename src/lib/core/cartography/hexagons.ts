import type { MapSymbol } from './scene.ts';

/** Named places counted in one hexagon. */
export interface Hexagon {
	/** Corner points as [longitude, latitude] in degrees, not closed. */
	readonly corners: readonly (readonly [number, number])[];
	/** How many places it holds, > 0. */
	readonly value: number;
}

/** Width of a hexagon of named places in degrees of longitude: about 45 km. */
export const HEXAGON_WIDTH = 0.5;

/** Opacity of a hexagon of `value` places when the fullest holds `most`: the more, the denser; never so thin that it is not seen. */
export const hexagonOpacity = (value: number, most: number): number => 0.5 + (0.45 * value) / Math.max(1, most);

type Point = readonly [number, number];
const ROW = Math.sqrt(3) / 2;

/**
 * Points counted in a grid of hexagons `width` degrees of longitude wide, equal on the (Mercator) map. The grid is anchored at
 * 0° so the same place always falls into the same hexagon, whatever else is shown. Counts add up to the points given.
 */
export function hexagonsOf(symbols: readonly MapSymbol[], width: number): Hexagon[] {
	const bins = new Map<string, { center: Point; value: number }>();
	for (const { kind, position, value } of symbols) {
		if (kind !== 'point') continue;
		const center = nearestCenter([position[0] / width, mercator(position[1]) / width]);
		const key = center.join();
		const bin = bins.get(key);
		if (bin) bin.value += value;
		else bins.set(key, { center, value });
	}
	return [...bins.values()].map(({ center, value }) => ({ value, corners: cornersOf(center, width) }));
}

/** Two shifted rectangular grids hold all centres of a hexagonal one; the nearer of their two candidates is the cell. */
function nearestCenter([x, y]: Point): Point {
	const even: Point = [Math.round(x), Math.round(y / (2 * ROW)) * 2 * ROW];
	const odd: Point = [Math.round(x - 0.5) + 0.5, (Math.round(y / (2 * ROW) - 0.5) + 0.5) * 2 * ROW];
	const distance = (center: Point) => Math.hypot(center[0] - x, center[1] - y);
	return distance(even) <= distance(odd) ? even : odd;
}

function cornersOf([x, y]: Point, width: number): Point[] {
	const radius = 1 / Math.sqrt(3);
	return [30, 90, 150, 210, 270, 330].map((degrees) => {
		const angle = (degrees * Math.PI) / 180;
		return [(x + radius * Math.cos(angle)) * width, latitude((y + radius * Math.sin(angle)) * width)] as const;
	});
}

const mercator = (degrees: number): number => (Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * 180) / Math.PI;
const latitude = (y: number): number => (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;
