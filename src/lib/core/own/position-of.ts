import type { Coordinates, Geometry } from '#lib/core/geo/geometry.ts';

/**
 * The place a shape stands for, [longitude, latitude] in degrees: of points the mean, of a line the middle of its box, of an area the centre of
 * gravity of its largest ring. Null for no shape, or an empty one.
 */
export function positionOf(shape: Geometry | null): readonly [number, number] | null {
	if (shape === null) return null;
	switch (shape.type) {
		case 'Polygon':
			return centre([shape.coordinates[0] ?? []]);
		case 'MultiPolygon':
			return centre(shape.coordinates.map(([outer]) => outer ?? []));
		case 'GeometryCollection':
			return shape.geometries.map(positionOf).find((position) => position !== null) ?? null;
		case 'Point':
			return mean([shape.coordinates]);
		case 'MultiLineString':
			return mean(shape.coordinates.flat());
		default:
			return mean(shape.coordinates);
	}
}

function mean(positions: readonly Coordinates[]): readonly [number, number] | null {
	if (positions.length === 0) return null;
	const sum = (axis: 0 | 1): number => positions.reduce((total, position) => total + position[axis]!, 0);
	return [sum(0) / positions.length, sum(1) / positions.length];
}

/** Of the ring with the largest area; a ring without area has its mean. */
function centre(rings: readonly Coordinates[][]): readonly [number, number] | null {
	const weighed = rings.map((ring) => ({ ring, ...moments(ring) }));
	const [first, ...others] = weighed;
	if (!first) return null;
	const largest = others.reduce((a, b) => (Math.abs(b.area) > Math.abs(a.area) ? b : a), first);
	const [start] = largest.ring;
	if (!start || largest.area === 0) return mean(largest.ring);
	return [start[0]! + largest.x / (3 * largest.area), start[1]! + largest.y / (3 * largest.area)];
}

/** Twice the area of a ring and its moments, counted from its first position so that small rings keep their digits. */
function moments(ring: readonly Coordinates[]): { readonly area: number; readonly x: number; readonly y: number } {
	const [start = [0, 0]] = ring;
	let [area, x, y] = [0, 0, 0];
	for (let i = 1; i < ring.length; i++) {
		const [ax, ay] = [ring[i - 1]![0]! - start[0]!, ring[i - 1]![1]! - start[1]!];
		const [bx, by] = [ring[i]![0]! - start[0]!, ring[i]![1]! - start[1]!];
		const cross = ax * by - bx * ay;
		area += cross;
		x += (ax + bx) * cross;
		y += (ay + by) * cross;
	}
	return { area, x, y };
}
