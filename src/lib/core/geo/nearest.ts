import type { Position as Coordinates } from 'geojson';
import type { Position } from './geography.ts';

/** A straight piece of a line. */
export type Segment = readonly [Position, Position];

/** Mean length of a degree of latitude on the sphere that Turf measures on. */
const KM_PER_DEGREE = 111.195;

/** The straight pieces of some lines, in order. */
export function segmentsOf(lines: readonly (readonly Coordinates[])[]): Segment[] {
	return lines.flatMap((line) => line.slice(1).map((to, i) => [line[i] as unknown as Position, to as unknown as Position] as const));
}

/**
 * Distance in km from a place to the nearest of some segments, Infinity when there is none. Measured on a plane at the
 * latitude of the place: right to a percent within some 200 km, and enough to compare farther ones.
 */
export function nearestKm([lon, lat]: Position, segments: readonly Segment[]): number {
	const shrink = Math.cos((lat * Math.PI) / 180);
	let best = Infinity;
	for (const [from, to] of segments) {
		const [ax, ay] = [(from[0] - lon) * shrink, from[1] - lat];
		const [dx, dy] = [(to[0] - from[0]) * shrink, to[1] - from[1]];
		const along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
		best = Math.min(best, (ax + along * dx) ** 2 + (ay + along * dy) ** 2);
	}
	return Math.sqrt(best) * KM_PER_DEGREE;
}
