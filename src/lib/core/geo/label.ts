import { booleanPointInPolygon, pointOnFeature, polygon } from '@turf/turf';
import type { MultiPolygon, Polygon, Position as Coordinates } from 'geojson';
import { areaKm2 } from './area.ts';
import type { Position } from './geography.ts';

/** The largest part of a shape; the shape itself when it has one part. Throws on a shape without parts. */
export function largestPart(shape: Polygon | MultiPolygon): Polygon {
	const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
	const polygons = parts.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
	const [largest] = polygons.sort((a, b) => areaKm2(b) - areaKm2(a));
	if (!largest) throw new Error('A shape without any part has no largest part.');
	return largest;
}

/**
 * A point strictly inside the largest part: its centre where that lies inside, else the middle of the widest
 * horizontal chord at that height (Turf then answers with a vertex, which would put the label on the border).
 */
export function labelPoint(shape: Polygon | MultiPolygon): Position {
	const part = largestPart(shape);
	const [x, y] = pointOnFeature(polygon(part.coordinates)).geometry.coordinates as [number, number];
	if (booleanPointInPolygon([x, y], part, { ignoreBoundary: true })) return [x, y];
	return middleOfWidestChord(part, heightsToTry(part, y));
}

/** The height Turf proposed, then heights across the part: a chord exactly through a vertex may be empty. */
function heightsToTry(part: Polygon, first: number): number[] {
	const ys = (part.coordinates[0] ?? []).map((position) => position[1] ?? first);
	const [low, high] = [Math.min(...ys), Math.max(...ys)];
	const across = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].map((share) => low + share * (high - low) + 1e-7);
	return [first + 1e-7, ...across];
}

function middleOfWidestChord(part: Polygon, heights: readonly number[]): Position {
	let best: { width: number; middle: Position } | null = null;
	for (const y of heights) {
		const crossings = part.coordinates.flatMap((ring) => crossingsAt(ring, y)).sort((a, b) => a - b);
		for (let i = 0; i + 1 < crossings.length; i += 2) {
			const [from, to] = [crossings[i] as number, crossings[i + 1] as number];
			if (!best || to - from > best.width) best = { width: to - from, middle: [(from + to) / 2, y] };
		}
	}
	if (!best) throw new Error('No interior point: the part has no area.');
	return best.middle;
}

function crossingsAt(ring: readonly Coordinates[], y: number): number[] {
	const found: number[] = [];
	for (let i = 0; i + 1 < ring.length; i++) {
		const [x1, y1] = ring[i] as [number, number];
		const [x2, y2] = ring[i + 1] as [number, number];
		if (y1 > y !== y2 > y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
	}
	return found;
}
