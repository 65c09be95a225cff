import { area } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';

/** Spherical area in km², holes taken out. */
export function areaKm2(shape: Polygon | MultiPolygon): number {
	return area(shape) / 1e6;
}
