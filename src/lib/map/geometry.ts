import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { LEVEL_OBJECTS } from '#lib/core/geo/geography.ts';
import { borderLines, groupLines, type BorderSide } from '#lib/core/geo/outline.ts';
import { shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
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

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** One level ready to be drawn. */
export interface LevelGeometry {
	readonly level: Level;
	readonly territories: FeatureCollection;
	readonly borders: FeatureCollection;
	readonly bounds: ReadonlyMap<string, Bounds>;
	/** The lines around groups of territories; `groupOf` names the group of a code, null for none. */
	outlines(groupOf: (code: string) => string | null): MultiLineString;
}

/** How fine the provinces are drawn: `coarse` is enough for the whole country. */
export type Detail = 'coarse' | 'fine';

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
		context: async () => features(await read<PolygonTopology>('context.topo.json'), 'neighbours'),
		towns: () => read<readonly Town[]>('towns.json'),
		/** Regions and provinces in the asked detail; communes always in the finest. */
		async level(level: Level, detail: Detail): Promise<LevelGeometry> {
			const fine = detail === 'fine' || level === 'commune';
			const frame = read<PolygonTopology>(fine ? 'provinces-detail.topo.json' : 'provinces.topo.json');
			const units = level === 'commune' ? read<PolygonTopology>('communes.topo.json') : frame;
			return levelGeometry(level, await units, await frame);
		}
	};
}
export type Geometries = ReturnType<typeof geometryOf>;

function levelGeometry(level: Level, units: PolygonTopology, frame: PolygonTopology): LevelGeometry {
	const territories = features(units, LEVEL_OBJECTS[level]);
	const borders = [
		border('country', frame, 'regions', 'outer'),
		border('region', frame, 'regions', 'inner'),
		...(level === 'commune' ? [border('province', frame, 'provinces', 'inner')] : []),
		...(level === 'region' ? [] : [border('unit', units, LEVEL_OBJECTS[level], 'inner')])
	];
	const bounds = new Map(
		territories.features.map(({ properties, geometry }) => [properties![CODE] as string, boundsOf(geometry as Polygon | MultiPolygon)])
	);
	return {
		level,
		territories,
		borders: { type: 'FeatureCollection', features: borders },
		bounds,
		outlines: (groupOf) => groupLines(units, LEVEL_OBJECTS[level], groupOf)
	};
}

/** MapLibre keeps only numeric ids of features, so the code travels as a property (`promoteId`). */
function features(topology: PolygonTopology, object: string): FeatureCollection {
	const shapes = [...shapesOf(topology, object)];
	return {
		type: 'FeatureCollection',
		features: shapes.map(([code, geometry]) => ({ type: 'Feature', properties: { [CODE]: code }, geometry }))
	};
}

const border = (kind: BorderKind, topology: PolygonTopology, object: string, side: BorderSide): Feature => ({
	type: 'Feature',
	properties: { kind },
	geometry: borderLines(topology, object, side)
});

/** The box around a shape; an empty shape gives infinite values. */
function boundsOf(shape: Polygon | MultiPolygon): Bounds {
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
	for (const [x, y] of rings.flat() as [number, number][]) {
		box[0] = Math.min(box[0], x);
		box[1] = Math.min(box[1], y);
		box[2] = Math.max(box[2], x);
		box[3] = Math.max(box[3], y);
	}
	return box;
}
