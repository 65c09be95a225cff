import { kinks, length } from '@turf/turf';
import type { LineString, Polygon } from 'geojson';
import { areaKm2 } from './area.ts';
import type { Position } from './geography.ts';

/** Length of a line in km along great circles from corner to corner, on a sphere; 0 for fewer than two corners. */
export function lengthKm(corners: readonly Position[]): number {
	if (corners.length < 2) return 0;
	const line: LineString = { type: 'LineString', coordinates: corners.map(([lng, lat]) => [lng, lat]) };
	return length({ type: 'Feature', properties: {}, geometry: line }, { units: 'kilometers' });
}

/** Area inside a ring in km² on a sphere, the ring closed or not; null for fewer than three corners and for a ring that crosses itself. */
export function ringAreaKm2(corners: readonly Position[]): number | null {
	const ring = openRing(corners);
	if (ring.length < 3) return null;
	const shape: Polygon = { type: 'Polygon', coordinates: [[...ring, ring[0]!].map(([lng, lat]) => [lng, lat])] };
	return kinks(shape).features.length > 0 ? null : areaKm2(shape);
}

/** Corners without the repeated one, at the end of a closed ring or where a pointer stood still. */
function openRing(corners: readonly Position[]): readonly Position[] {
	const apart = corners.filter((corner, i) => i === 0 || !same(corner, corners[i - 1]!));
	return apart.length > 1 && same(apart[0]!, apart.at(-1)!) ? apart.slice(0, -1) : apart;
}

const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];
