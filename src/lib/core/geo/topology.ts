import { feature, mesh, neighbors } from 'topojson-client';
import type { MultiLineString, MultiPolygon, Polygon, Position as Coordinates } from 'geojson';
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from 'topojson-specification';
import type { Adjacency } from './geography.ts';

/** A topology of polygons: what every shipped geometry file holds. */
export type PolygonTopology = Topology<Record<string, GeometryCollection>>;
/** Shapes by code. */
export type Shapes = ReadonlyMap<string, Polygon | MultiPolygon>;

type Area = TopoPolygon | TopoMultiPolygon;

/** Polygons of one object, in the order of the file. Throws on an object that is absent or holds anything but polygons. */
export function areasOf(topology: PolygonTopology, object: string): (Area & { id: string })[] {
	const collection = topology.objects[object];
	if (!collection) throw new Error(`The topology has no object «${object}».`);
	return collection.geometries.map((geometry) => {
		if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') throw new Error(`«${object}» holds a ${geometry.type}.`);
		return { ...geometry, id: String(geometry.id) };
	});
}

/** Shapes of one object in degrees, by code. */
export function shapesOf(topology: PolygonTopology, object: string): Shapes {
	return new Map(areasOf(topology, object).map((area) => [area.id, shapeOf(topology, area)]));
}

function shapeOf(topology: PolygonTopology, area: Area): Polygon | MultiPolygon {
	// Two calls, because the types of the library tell a polygon from a collection by the type of the argument.
	return area.type === 'Polygon' ? feature(topology, area).geometry : feature(topology, area).geometry;
}

/** Who shares a border line with whom; two territories that meet at a corner only are not neighbours. */
export function adjacencyOf(topology: PolygonTopology, object: string): Adjacency {
	const areas = areasOf(topology, object);
	const links = neighbors(areas);
	const codeAt = (index: number): string => (areas[index] as { id: string }).id;
	return Object.fromEntries(areas.map((area, index) => [area.id, (links[index] ?? []).map(codeAt).sort()]));
}

/** Codes of the owners of each arc: two for an inner border, one for the outline, none when unused by the object. */
export function arcOwners(topology: PolygonTopology, object: string): string[][] {
	const owners: string[][] = topology.arcs.map(() => []);
	for (const area of areasOf(topology, object)) {
		const parts = area.type === 'Polygon' ? [area.arcs] : area.arcs;
		for (const index of parts.flat(2)) owners[index < 0 ? ~index : index]?.push(area.id);
	}
	return owners;
}

/** Coordinates of every arc in degrees, whether the file is quantised or not. */
export function arcLines(topology: PolygonTopology): Coordinates[][] {
	return topology.arcs.map((_, index) => feature(topology, { type: 'LineString', arcs: [index] }).geometry.coordinates);
}

/** The lines between shapes of an object (`inner`), or those around all of them (`outline`), each once, in degrees. */
export function bordersOf(topology: PolygonTopology, object: string, which: 'inner' | 'outline'): MultiLineString {
	const collection = { type: 'GeometryCollection' as const, geometries: areasOf(topology, object) };
	return mesh(topology, collection, which === 'inner' ? (a, b) => a !== b : (a, b) => a === b);
}
