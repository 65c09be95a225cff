import type { Shapes } from '../geo/topology.ts';

/** A polygon or a set of polygons in degrees. */
export type Shape = Shapes extends ReadonlyMap<string, infer S> ? S : never;
/** [longitude, latitude] in degrees. */
export type Point = readonly [number, number];
/** A closed line: its last point is its first. */
export type Ring = readonly Point[];
/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** 11 cm on the ground: finer than any of our lines. */
const UNIT = 1e6;
const rounded = (degrees: number): number => Math.round(degrees * UNIT) / UNIT || 0;

/** The polygons of a shape as RFC 7946 wants them: six decimals, outer rings counterclockwise, holes clockwise. */
export function polygonsOf(shape: Shape): readonly (readonly Ring[])[] {
	const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
	return parts.map((rings) =>
		rings.map((ring, index) => {
			const points = ring.map(([x, y]): Point => [rounded(x!), rounded(y!)]);
			return signedArea(points) > 0 === (index === 0) ? points : points.toReversed();
		})
	);
}

/** In square degrees; positive when the ring runs counterclockwise. */
export function signedArea(ring: Ring): number {
	let twice = 0;
	for (let i = 0; i + 1 < ring.length; i++) twice += ring[i]![0] * ring[i + 1]![1] - ring[i + 1]![0] * ring[i]![1];
	return twice / 2;
}

/** The box around polygons; null around none. */
export function boxOf(polygons: readonly (readonly Ring[])[]): Box | null {
	const points = polygons.flat(2);
	if (points.length === 0) return null;
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of points) {
		box[0] = Math.min(box[0], x);
		box[1] = Math.min(box[1], y);
		box[2] = Math.max(box[2], x);
		box[3] = Math.max(box[3], y);
	}
	return box;
}
