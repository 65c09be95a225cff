import { mesh } from 'topojson-client';
import type { MultiLineString } from 'geojson';
import type { PolygonTopology } from './topology.ts';

/** Which lines of a coverage: those between two areas, or the one around them all. */
export type BorderSide = 'inner' | 'outer';

/** The lines of one object in degrees, each drawn once however many areas share it. Throws on an object that is absent. */
export function borderLines(topology: PolygonTopology, object: string, side: BorderSide): MultiLineString {
	const collection = topology.objects[object];
	if (!collection) throw new Error(`The topology has no object «${object}».`);
	return mesh(topology, collection, (a, b) => (a === b) === (side === 'outer'));
}
