import type { Position as Coordinates } from 'geojson';
import { wholeBlocks } from './locate-blocks.ts';

/** A polygon as its outer ring and its holes; an area is one or several of them. */
export type Part = readonly Coordinates[][];

/** A straight line between two positions. */
export type Line = readonly [x1: number, y1: number, x2: number, y2: number];

/** A raster laid over some shapes, in degrees. Rows go north, columns east; both start at 0. */
export interface Frame {
	readonly west: number;
	readonly south: number;
	readonly columns: number;
	readonly rows: number;
	/** Cells per degree. */
	readonly perLon: number;
	readonly perLat: number;
	/** What a cell is widened by on each side, so that no rounding puts a point into a cell that a line of its place does not touch. */
	readonly margin: number;
	/** Largest distance of a coordinate from 0: what rounding is measured by. */
	readonly reach: number;
}

/** A relative error far above what a few operations on doubles lose. */
const ROUNDING = 1e-14;

/** The frame of about `cells` square cells around some parts; null when they hold no coordinate. */
export function frameOf(areas: readonly (readonly Part[])[], cells: number): Frame | null {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lon, lat] of areas.flat(3) as unknown as [number, number][]) {
		west = Math.min(west, lon);
		south = Math.min(south, lat);
		east = Math.max(east, lon);
		north = Math.max(north, lat);
	}
	if (!(west <= east && south <= north)) return null;
	const reach = Math.max(Math.abs(west), Math.abs(south), Math.abs(east), Math.abs(north), Number.MIN_VALUE);
	const side = Math.sqrt(((east - west) * (north - south)) / cells);
	const margin = Math.max(side * 1e-6, reach * ROUNDING * 100);
	const axis = (from: number, to: number) => {
		// A cell is many margins wide, however small the shapes and however far from 0: so one block of cells spans a thousand.
		const extent = Math.max(to - from, 1000 * margin) + 4 * margin;
		const count = wholeBlocks(Math.min(cells / 16, extent / Math.max(side, 50 * margin)));
		return { from: from - 2 * margin, count, per: count / extent };
	};
	const [lon, lat] = [axis(west, east), axis(south, north)];
	return { west: lon.from, south: lat.from, columns: lon.count, rows: lat.count, perLon: lon.per, perLat: lat.per, margin, reach };
}

/** South and north of a row, each a margin farther out. */
export function bandOf({ south, perLat, margin }: Frame, row: number): readonly [south: number, north: number] {
	return [south + row / perLat - margin, south + (row + 1) / perLat + margin];
}

/** The row of the frame that a latitude lies in; the nearest one for a latitude outside. */
export function rowOf({ south, perLat, rows }: Frame, lat: number): number {
	return Math.max(0, Math.min(rows - 1, Math.floor((lat - south) * perLat)));
}

/** Calls `visit` with the first and the last column that a line which touches a row touches in it. */
export function columnsOfLine(
	frame: Frame,
	[south, north]: readonly [number, number],
	[x1, y1, x2, y2]: Line,
	visit: (first: number, last: number) => void
): void {
	let [west, east] = [Math.min(x1, x2), Math.max(x1, x2)];
	const [dx, dy] = [x2 - x1, y2 - y1];
	if (dy !== 0) {
		const at = (lat: number): number => x1 + dx * Math.max(0, Math.min(1, (lat - y1) / dy));
		const [a, b] = [at(south), at(north)];
		// A line that is almost level crosses a parallel at a place that rounding moves far.
		const slack = Math.abs(dx / dy) * frame.reach * ROUNDING;
		west = Math.max(west, Math.min(a, b) - slack);
		east = Math.min(east, Math.max(a, b) + slack);
	}
	const column = (lon: number): number => Math.max(0, Math.min(frame.columns - 1, Math.floor((lon - frame.west) * frame.perLon)));
	visit(column(west - frame.margin), column(east + frame.margin));
}
