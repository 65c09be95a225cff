import type { Coordinates, Geometry } from '#lib/core/geo/geometry.ts';
import { OWN_LIMITS } from './limits.ts';
import type { ReadNote, ShapeCounts } from './own-table.ts';
import { OwnRefused } from './refusal.ts';

/** Turns coordinates of a reference system into [longitude, latitude] in degrees. */
export type ToDegrees = (x: number, y: number) => readonly [number, number];

/** What a file says of the coordinates it holds. */
export type Crs =
	/** Nothing. */
	| { readonly kind: 'none' }
	| { readonly kind: 'degrees' }
	/** `label` is how the file names it. */
	| { readonly kind: 'projected'; readonly label: string; readonly toDegrees: ToDegrees };

/** The kind of a shape as a reader tells it: a collection counts as the largest thing in it; null where there is none. */
export function shapeKind(shape: Geometry | null): 'point' | 'line' | 'area' | null {
	switch (shape?.type) {
		case 'Point':
		case 'MultiPoint':
			return 'point';
		case 'LineString':
		case 'MultiLineString':
			return 'line';
		case 'Polygon':
		case 'MultiPolygon':
			return 'area';
		case 'GeometryCollection': {
			const kinds = shape.geometries.map(shapeKind);
			return (['area', 'line', 'point'] as const).find((kind) => kinds.includes(kind)) ?? null;
		}
		default:
			return null;
	}
}

/** How many shapes there are of each kind. */
export function countShapes(shapes: readonly (Geometry | null)[]): ShapeCounts {
	const kinds = shapes.map(shapeKind);
	const count = (wanted: ReturnType<typeof shapeKind>): number => kinds.filter((kind) => kind === wanted).length;
	return { points: count('point'), lines: count('line'), areas: count('area'), none: count(null) };
}

/** West, south, east, north of the country with some sea. */
const COUNTRY = [-18, 20, 0, 37] as const;

/** Where the positions of all shapes lie, and how many there are. */
interface Extent {
	count: number;
	west: number;
	south: number;
	east: number;
	north: number;
}

/**
 * The shapes of a file in degrees, checked: every position a pair of finite numbers within ±180 and ±90, not more of them than are
 * drawn. Throws when they lie outside without a reference system that is known. Positions are replaced in place.
 */
export function shapesInDegrees(shapes: readonly (Geometry | null)[], crs: Crs): { readonly notes: readonly ReadNote[] } {
	const extent: Extent = { count: 0, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
	const visit = visitor(extent, crs.kind === 'projected' ? crs.toDegrees : null);
	for (const shape of shapes) if (shape) eachPosition(shape, visit, 0);
	if (extent.count === 0) return { notes: [] };
	if (extent.west < -180 || extent.east > 180 || extent.south < -90 || extent.north > 90) throw new OwnRefused('no-crs');
	return { notes: [...notesOfCrs(crs), ...(isFar(extent) ? [{ kind: 'far' } as const] : []), ...notesOfKinds(shapes)] };
}

function notesOfCrs(crs: Crs): readonly ReadNote[] {
	if (crs.kind === 'degrees') return [];
	return [crs.kind === 'projected' ? { kind: 'projected', crs: crs.label } : { kind: 'assumed-degrees' }];
}

function isFar(extent: Extent): boolean {
	const [west, south, east, north] = COUNTRY;
	return extent.east < west || extent.west > east || extent.north < south || extent.south > north;
}

function notesOfKinds(shapes: readonly (Geometry | null)[]): readonly ReadNote[] {
	const counts = countShapes(shapes);
	return Object.values(counts).filter((count) => count > 0).length > 1 ? [{ kind: 'mixed', ...counts }] : [];
}

function visitor(extent: Extent, toDegrees: ToDegrees | null): (position: Coordinates) => void {
	return (position) => {
		if (!Array.isArray(position)) throw new OwnRefused('damaged');
		if (++extent.count > OWN_LIMITS.coordinates) throw new OwnRefused('too-many-coordinates', { limit: OWN_LIMITS.coordinates });
		let [x, y] = position as [unknown, unknown];
		if (typeof x !== 'number' || typeof y !== 'number') throw new OwnRefused('damaged');
		if (toDegrees) [x, y] = toDegrees(x, y);
		if (!Number.isFinite(x) || !Number.isFinite(y)) throw new OwnRefused('damaged');
		position[0] = x as number;
		position[1] = y as number;
		position.length = 2; // heights are not drawn
		extent.west = Math.min(extent.west, x as number);
		extent.east = Math.max(extent.east, x as number);
		extent.south = Math.min(extent.south, y as number);
		extent.north = Math.max(extent.north, y as number);
	};
}

/** How deep collections may lie in one another. */
const DEEPEST = 8;

function eachPosition(shape: Geometry, visit: (position: Coordinates) => void, depth: number): void {
	if (depth > DEEPEST) throw new OwnRefused('damaged');
	switch (shape.type) {
		case 'Point':
			return visit(shape.coordinates);
		case 'MultiPoint':
		case 'LineString':
			return list(shape.coordinates).forEach(visit);
		case 'MultiLineString':
		case 'Polygon':
			return list(shape.coordinates).forEach((line) => list(line).forEach(visit));
		case 'MultiPolygon':
			return list(shape.coordinates).forEach((part) => list(part).forEach((ring) => list(ring).forEach(visit)));
		case 'GeometryCollection':
			return list(shape.geometries).forEach((part) => eachPosition(part, visit, depth + 1));
		default:
			throw new OwnRefused('damaged');
	}
}

function list<Item>(items: Item[]): Item[] {
	if (!Array.isArray(items)) throw new OwnRefused('damaged');
	return items;
}
