import type { Geometry } from '#lib/core/geo/geometry.ts';
import { featuresOf, objectsOf, positionsOf, type Topology } from '#lib/core/geo/topology-features.ts';
import { cellOf } from '#lib/core/own/cell.ts';
import { checkRows, columnsOfProperties } from '#lib/core/own/columns.ts';
import { OWN_LIMITS } from '#lib/core/own/limits.ts';
import type { OwnCell, ReadTable } from '#lib/core/own/own-table.ts';
import { OwnRefused } from '#lib/core/own/refusal.ts';
import { shapesInDegrees, type Crs } from '#lib/core/own/shapes.ts';
import { crsOfName } from './crs.ts';
import { decoded } from './text.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const GEOMETRIES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection'];

/** The things of a GeoJSON or TopoJSON file; of a topology the object asked for, or its first. Throws when it is neither. */
export function readJson(bytes: Uint8Array, part: string | null): ReadTable {
	const content = parsed(decoded(bytes).text);
	if (!isObject(content)) throw new OwnRefused('not-geojson');
	if (content.type === 'Topology') return readTopology(content, part);
	const features = featuresIn(content);
	if (features.length === 0) throw new OwnRefused('no-rows');
	checkRows(features.length);
	const shapes = features.map(({ geometry }) => shapeOf(geometry));
	return tableOf('geojson', features, shapes, crsOf(content));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		// A whole file ends where its first bracket closes.
		throw new OwnRefused(/[\]}]\s*$/.test(text) ? 'damaged' : 'truncated', {}, { cause });
	}
}

function featuresIn(content: Json): readonly Json[] {
	if (content.type === 'FeatureCollection') {
		if (!Array.isArray(content.features) || !content.features.every(isObject)) throw new OwnRefused('damaged');
		return content.features;
	}
	if (content.type === 'Feature') return [content];
	if (GEOMETRIES.includes(String(content.type))) return [{ type: 'Feature', properties: {}, geometry: content }];
	throw new OwnRefused('not-geojson');
}

function shapeOf(geometry: unknown): Geometry | null {
	if (geometry === null || geometry === undefined) return null;
	if (!isObject(geometry) || !GEOMETRIES.includes(String(geometry.type))) throw new OwnRefused('damaged');
	return geometry as unknown as Geometry;
}

/** The member that GeoJSON had before 2016, and that GIS software still writes for anything but degrees. */
function crsOf({ crs }: Json): Crs {
	if (crs === undefined || crs === null) return { kind: 'degrees' };
	const name = isObject(crs) && isObject(crs.properties) ? crs.properties.name : null;
	if (typeof name !== 'string') throw new OwnRefused('unknown-crs', { text: JSON.stringify(crs) });
	return crsOfName(name);
}

function readTopology(content: Json, part: string | null): ReadTable {
	const topology = content as unknown as Topology;
	if (!isObject(topology.objects) || !Array.isArray(topology.arcs)) throw new OwnRefused('damaged');
	const parts = objectsOf(topology);
	const object = part !== null && parts.includes(part) ? part : parts[0];
	if (object === undefined) throw new OwnRefused('no-layer');
	try {
		const positions = positionsOf(topology, object);
		if (positions > OWN_LIMITS.coordinates) throw new OwnRefused('too-many-coordinates', { limit: OWN_LIMITS.coordinates });
		const features = featuresOf(topology, object);
		const shapes = features.map(({ geometry }) => geometry);
		return { ...tableOf('topojson', features, shapes, { kind: 'degrees' }), part: object, parts };
	} catch (cause) {
		if (cause instanceof OwnRefused) throw cause;
		throw new OwnRefused('damaged', {}, { cause });
	}
}

function tableOf(
	format: 'geojson' | 'topojson',
	features: readonly { readonly id?: unknown; readonly properties?: unknown }[],
	shapes: readonly (Geometry | null)[],
	crs: Crs
): ReadTable {
	const { columns, rows, notes } = columnsOfProperties(features.map(propertiesOf));
	const checked = shapesInDegrees(shapes, crs);
	const hasShapes = shapes.some((shape) => shape !== null);
	return { format, part: '', parts: [], columns, rows, shapes: hasShapes ? shapes : null, notes: [...notes, ...checked.notes] };
}

/** Properties in their order; the id of a thing is one of them unless they name one. */
function propertiesOf({ id, properties }: { readonly id?: unknown; readonly properties?: unknown }): [string, OwnCell][] {
	const named = isObject(properties) ? Object.entries(properties).map(([name, value]): [string, OwnCell] => [name, cellOf(value)]) : [];
	const isNamed = named.some(([name]) => name === 'id');
	return id === undefined || id === null || isNamed ? named : [['id', cellOf(id)], ...named];
}
