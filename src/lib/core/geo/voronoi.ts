import {
	bbox,
	booleanPointInPolygon,
	featureCollection,
	intersect,
	nearestPointOnLine,
	point,
	polygon,
	polygonToLine,
	voronoi
} from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Position } from './geography.ts';
import { largestPart } from './label.ts';

/** A place that a cell grows around. */
export interface Seed {
	readonly code: string;
	readonly position: Position;
}

/** The part of a boundary that is nearer to one seed than to any other; several parts where the boundary is not convex. */
export interface Cell {
	readonly code: string;
	readonly shape: Polygon | MultiPolygon;
}

/**
 * One cell per seed, in the order of the seeds; together they fill `boundary`. Distances are compared on a plane in
 * which a degree of longitude is shrunk at the latitude of the boundary. A seed outside is first moved to the nearest
 * place on the boundary. Throws when two seeds coincide or a cell is empty.
 */
export function voronoiCells(seeds: readonly Seed[], boundary: Polygon | MultiPolygon): Cell[] {
	const [only] = seeds;
	if (!only) throw new Error('No seed to grow a cell around.');
	if (seeds.length === 1) return [{ code: only.code, shape: boundary }];
	const [, south, , north] = bbox(boundary);
	const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const flat = scaledX(boundary, shrink);
	const points = seeds.map((seed) => {
		const [lon, lat] = withinBoundary(seed.position, boundary);
		return point([lon * shrink, lat]);
	});
	const open = voronoi(featureCollection(points), { bbox: [-40, 0, 40, 60] });
	return seeds.map((seed, index) => {
		const cell = open.features[index] as Feature<Polygon> | undefined;
		const shape = cell && intersect(featureCollection<Polygon | MultiPolygon>([cell, { type: 'Feature', properties: {}, geometry: flat }]));
		if (!shape) throw new Error(`The cell of ${seed.code} is empty: does it share its place with another seed?`);
		return { code: seed.code, shape: scaledX(shape.geometry, 1 / shrink) };
	});
}

function withinBoundary(position: Position, boundary: Polygon | MultiPolygon): Position {
	if (booleanPointInPolygon([...position], boundary)) return position;
	const rim = polygonToLine(polygon([largestPart(boundary).coordinates[0] ?? []]));
	if (rim.type !== 'Feature') throw new Error('The rim of one part is one line.');
	return nearestPointOnLine(rim, [...position]).geometry.coordinates as unknown as Position;
}

function scaledX<Shape extends Polygon | MultiPolygon>(shape: Shape, factor: number): Shape {
	const ring = (positions: number[][]): number[][] => positions.map(([x, y]) => [(x as number) * factor, y as number]);
	if (shape.type === 'Polygon') return { ...shape, coordinates: shape.coordinates.map(ring) };
	return { ...shape, coordinates: shape.coordinates.map((part) => part.map(ring)) };
}
