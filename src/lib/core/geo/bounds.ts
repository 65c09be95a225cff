import { bbox } from '@turf/turf';
import { shapesOf, type PolygonTopology } from './topology.ts';

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** What one area of a topology lies between; null when the object has no such area. */
export function boundsOf(topology: PolygonTopology, object: string, code: string): Bounds | null {
	const shape = shapesOf(topology, object).get(code);
	if (!shape) return null;
	const [west, south, east, north] = bbox(shape);
	return [west, south, east, north];
}
