import { feature } from 'topojson-client';
import type { Geometry } from './geometry.ts';
import type { GeometryObject, Properties, Topology } from 'topojson-specification';

export type { Topology };

/** One thing of a topology with its shape and what it says of itself. */
export interface TopologyFeature {
	readonly id: string | number | null;
	readonly properties: Readonly<Record<string, unknown>>;
	readonly geometry: Geometry | null;
}

/** Names of the objects of any topology. */
export const objectsOf = (topology: Topology): readonly string[] => Object.keys(topology.objects);

/** Positions that an object needs once its arcs are drawn out, before any is: arcs may be used over and over. */
export function positionsOf(topology: Topology, object: string): number {
	const lengths = topology.arcs.map((arc) => arc.length);
	const ofArcs = (arcs: unknown): number => {
		if (typeof arcs === 'number') return lengths[arcs < 0 ? ~arcs : arcs] ?? NaN;
		return Array.isArray(arcs) ? arcs.reduce<number>((sum, part) => sum + ofArcs(part), 0) : NaN;
	};
	const ofGeometry = (geometry: GeometryObject<Properties>): number => {
		if (geometry.type === 'GeometryCollection') return geometry.geometries.reduce((sum, part) => sum + ofGeometry(part), 0);
		if (geometry.type === 'MultiPoint') return geometry.coordinates.length;
		return 'arcs' in geometry ? ofArcs(geometry.arcs) : 1;
	};
	return ofGeometry(topology.objects[object]!);
}

/** The things of one object of a topology in the coordinates of the file. Throws when its arcs do not hold together. */
export function featuresOf(topology: Topology, object: string): readonly TopologyFeature[] {
	const found = feature(topology, topology.objects[object]!);
	const features = found.type === 'FeatureCollection' ? found.features : [found];
	return features.map(({ id = null, properties, geometry }) => ({ id, properties: { ...properties }, geometry }));
}
