import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';

/**
 * The topology quantised on a fixed grid of `step` degrees whose origin is 0°, 0°, with the code of each shape as its id
 * and no properties. Files of the same step therefore agree to the digit wherever their lines do.
 * `codes` names, per object, the property that holds the code.
 */
export function griddedTopology(source: Topology, step: number, codes: Readonly<Record<string, string>>): PolygonTopology {
	const objects: Record<string, GeometryCollection> = {};
	for (const [object, property] of Object.entries(codes)) {
		const collection = source.objects[object] as GeometryCollection<Record<string, unknown>> | undefined;
		if (!collection) throw new Error(`mapshaper returned no layer «${object}».`);
		objects[object] = { type: 'GeometryCollection', geometries: collection.geometries.map((shape) => withCode(shape, property)).sort(byId) };
	}
	return { type: 'Topology', transform: { scale: [step, step], translate: [0, 0] }, objects, arcs: source.arcs.map((arc) => deltas(arc, step)) };
}

function withCode(shape: GeometryObject<Record<string, unknown>>, property: string): GeometryObject {
	if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') throw new Error(`Expected polygons, got ${String(shape.type)}.`);
	const id = String(shape.properties?.[property]);
	return shape.type === 'Polygon' ? { type: shape.type, id, arcs: shape.arcs } : { type: shape.type, id, arcs: shape.arcs };
}

const byId = (a: GeometryObject, b: GeometryObject): number => (String(a.id) < String(b.id) ? -1 : 1);

function deltas(arc: readonly (readonly number[])[], step: number): [number, number][] {
	let [x, y] = [0, 0];
	return arc.map((position) => {
		const [nextX, nextY] = [Math.round((position[0] as number) / step), Math.round((position[1] as number) / step)];
		const delta: [number, number] = [nextX - x, nextY - y];
		[x, y] = [nextX, nextY];
		return delta;
	});
}
