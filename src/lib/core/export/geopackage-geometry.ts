import { boxOf, type Ring } from './rings.ts';

const LITTLE_ENDIAN = 1;
const ENVELOPE_XY = 1;
const HEADER = 8 + 4 * 8;
const POLYGON = 3;
const MULTI_POLYGON = 6;
/** EPSG code of WGS 84 in degrees. */
export const WGS84 = 4326;

/** Polygons as a MultiPolygon of a GeoPackage (OGC 12-128r18, 2.1.3): header with envelope, then WKB, both little-endian. */
export function geoPackageGeometry(polygons: readonly (readonly Ring[])[]): Uint8Array {
	const box = boxOf(polygons);
	if (box === null) throw new Error('A geometry without a point has no envelope.');
	const bytes = new Uint8Array(HEADER + sizeOf(polygons));
	const writer = writerOf(new DataView(bytes.buffer));
	const [west, south, east, north] = box;
	bytes.set([0x47, 0x50, 0, LITTLE_ENDIAN | (ENVELOPE_XY << 1)]);
	writer.skip(4);
	writer.uint32(WGS84);
	for (const edge of [west, east, south, north]) writer.float64(edge);
	writer.start(MULTI_POLYGON, polygons.length);
	for (const rings of polygons) {
		writer.start(POLYGON, rings.length);
		for (const ring of rings) {
			writer.uint32(ring.length);
			for (const point of ring) point.forEach(writer.float64);
		}
	}
	return bytes;
}

/** Bytes of the WKB: nine before each geometry, four before each ring, sixteen a point. */
function sizeOf(polygons: readonly (readonly Ring[])[]): number {
	const rings = polygons.flat();
	const points = rings.reduce((sum, ring) => sum + ring.length, 0);
	return 9 * (1 + polygons.length) + 4 * rings.length + 16 * points;
}

function writerOf(view: DataView) {
	let at = 0;
	const uint32 = (value: number): void => {
		view.setUint32(at, value, true);
		at += 4;
	};
	return {
		skip(bytes: number) {
			at += bytes;
		},
		uint32,
		float64(value: number) {
			view.setFloat64(at, value, true);
			at += 8;
		},
		/** Byte order, type and number of parts. */
		start(type: number, parts: number) {
			view.setUint8(at, LITTLE_ENDIAN);
			at += 1;
			uint32(type);
			uint32(parts);
		}
	};
}
