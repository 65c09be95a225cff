import { feature, mesh } from 'topojson-client';
import type { Feature, FeatureCollection, Geometry, Polygon, MultiPolygon, Position } from 'geojson';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { BorderKind } from './layers/borders.ts';
import { CODE } from './sources.ts';

/** A town of `towns.json`. Rank 1 is the seat of a region, 2 of a province, 3 another large town. */
export interface Town {
	readonly id: string;
	readonly name: Text;
	readonly position: readonly [number, number];
	readonly rank: number;
}

type Shapes = Topology<Record<string, GeometryCollection>>;
/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** One level ready to be drawn. */
export interface LevelGeometry {
	readonly level: Level;
	readonly territories: FeatureCollection;
	readonly borders: FeatureCollection;
	readonly bounds: ReadonlyMap<string, Bounds>;
}

/** How fine the provinces are drawn: `coarse` is enough for the whole country. */
export type Detail = 'coarse' | 'fine';

const OBJECTS: Readonly<Record<Level, string>> = { region: 'regions', province: 'provinces', commune: 'communes' };

/** Reads the geometry of one release; every file is fetched once, when it is first needed. Rejects when a file does not come. */
export function geometryOf(release: string) {
	const files = new Map<string, Promise<unknown>>();
	const read = <T>(file: string): Promise<T> => {
		const known = files.get(file);
		if (known) return known as Promise<T>;
		const answer = fetch(`/data/${release}/${file}`).then((response) => {
			if (!response.ok) throw new Error(`${file}: ${response.status}`);
			return response.json() as Promise<T>;
		});
		files.set(file, answer);
		// A failed file may be asked for again.
		answer.catch(() => files.delete(file));
		return answer;
	};
	return {
		context: async () => features(await read<Shapes>('context.topo.json'), 'neighbours'),
		towns: () => read<readonly Town[]>('towns.json'),
		/** Regions and provinces in the asked detail; communes always in the finest. */
		async level(level: Level, detail: Detail): Promise<LevelGeometry> {
			const fine = detail === 'fine' || level === 'commune';
			const frame = read<Shapes>(fine ? 'provinces-detail.topo.json' : 'provinces.topo.json');
			const units = level === 'commune' ? read<Shapes>('communes.topo.json') : frame;
			return levelGeometry(level, await units, await frame);
		}
	};
}
export type Geometries = ReturnType<typeof geometryOf>;

function levelGeometry(level: Level, units: Shapes, frame: Shapes): LevelGeometry {
	const territories = features(units, OBJECTS[level]);
	const borders = [
		border('country', frame, 'regions', (a, b) => a === b),
		border('region', frame, 'regions', (a, b) => a !== b),
		...(level === 'commune' ? [border('province', frame, 'provinces', (a, b) => a !== b)] : []),
		...(level === 'region' ? [] : [border('unit', units, OBJECTS[level], (a, b) => a !== b)])
	];
	const bounds = new Map(territories.features.map((shape) => [shape.properties?.[CODE] as string, boundsOf(shape.geometry)]));
	return { level, territories, borders: { type: 'FeatureCollection', features: borders }, bounds };
}

function features(topology: Shapes, name: string): FeatureCollection {
	const object = topology.objects[name];
	if (!object) throw new Error(`The geometry has no object «${name}».`);
	const collection = feature(topology, object);
	// MapLibre keeps only numeric ids of features, so the code travels as a property (`promoteId`).
	return { type: 'FeatureCollection', features: collection.features.map((shape) => ({ ...shape, properties: { [CODE]: shape.id } })) };
}

function border(kind: BorderKind, topology: Shapes, name: string, keep: (a: GeometryObject, b: GeometryObject) => boolean): Feature {
	return { type: 'Feature', properties: { kind }, geometry: mesh(topology, topology.objects[name], keep) };
}

/** The box around a shape; an empty shape gives infinite values. */
export function boundsOf(geometry: Geometry): Bounds {
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of ringsOf(geometry).flat() as [number, number][]) {
		box[0] = Math.min(box[0], x);
		box[1] = Math.min(box[1], y);
		box[2] = Math.max(box[2], x);
		box[3] = Math.max(box[3], y);
	}
	return box;
}

const ringsOf = (geometry: Geometry): Position[][] => {
	if (geometry.type === 'Polygon') return (geometry as Polygon).coordinates;
	return geometry.type === 'MultiPolygon' ? (geometry as MultiPolygon).coordinates.flat() : [];
};
