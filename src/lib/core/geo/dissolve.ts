import { featureCollection, feature, union } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';

/** One outline around shapes that touch each other: the lines between them are gone. Throws on an empty list. */
export function dissolve(shapes: readonly (Polygon | MultiPolygon)[]): Polygon | MultiPolygon {
	const [only] = shapes;
	if (!only) throw new Error('There is nothing to dissolve.');
	if (shapes.length === 1) return only;
	return union(featureCollection(shapes.map((shape) => feature(shape))))!.geometry;
}
