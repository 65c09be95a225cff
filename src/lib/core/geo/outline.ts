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

/**
 * The lines around groups of areas, in degrees: between two groups, between a group and what is in none, and where a group meets the
 * outside. `groupOf` names the group of a code, null for none. Throws on an object that is absent.
 */
export function groupLines(topology: PolygonTopology, object: string, groupOf: (code: string) => string | null): MultiLineString {
	const collection = topology.objects[object];
	if (!collection) throw new Error(`The topology has no object «${object}».`);
	const group = (area: { id?: string | number | undefined }): string | null => groupOf(String(area.id));
	return mesh(topology, collection, (a, b) => (a === b ? group(a) !== null : group(a) !== group(b)));
}
