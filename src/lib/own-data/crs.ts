import proj4 from 'proj4';
import type { Crs } from '#lib/core/own/shapes.ts';
import { OwnRefused } from '#lib/core/own/refusal.ts';

const DEGREES = '+proj=longlat +datum=WGS84 +no_defs';
/** Merchich to WGS 84 (EPSG transformation 1165): 31, 146 and 47 m along the axes. */
const MERCHICH_SHIFT = '31,146,47,0,0,0,0';
const MERCHICH = `+a=6378249.2 +b=6356515 +towgs84=${MERCHICH_SHIFT} +no_defs`;
const lambert = (lat: number, scale: number, x: number, y: number): string =>
	`+proj=lcc +lat_1=${lat} +lat_0=${lat} +lon_0=-5.4 +k_0=${scale} +x_0=${x} +y_0=${y} +units=m ${MERCHICH}`;

/** Reference systems by EPSG number, of what is used in Morocco: degrees, the Lambert zones of Merchich, web maps; UTM follows a rule. */
const KNOWN: Readonly<Record<number, string>> = {
	4326: DEGREES,
	4979: DEGREES,
	4258: DEGREES,
	4261: `+proj=longlat ${MERCHICH}`,
	26191: lambert(33.3, 0.999625769, 500_000, 300_000),
	26192: lambert(29.7, 0.9996155960000001, 500_000, 300_000),
	26194: lambert(26.1, 0.999616304, 1_200_000, 400_000),
	26195: lambert(22.5, 0.999616437, 1_500_000, 400_000),
	3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs'
};

/** Datums that a shift of less than a metre parts from WGS 84, or whose shift is known. */
const DATUM = /WGS[\s_]*(?:19)?84|ETRS|RGF[\s_]*93|GRS[\s_]*(?:19)?80|NAD[\s_]*(?:19)?83|Merchich/i;

function definitionOf(epsg: number): string | null {
	const [, side, zone] = /^32([67])(\d\d)$/.exec(String(epsg)) ?? [];
	if (side && Number(zone) >= 1 && Number(zone) <= 60)
		return `+proj=utm +zone=${Number(zone)}${side === '7' ? ' +south' : ''} +datum=WGS84 +units=m`;
	return Object.hasOwn(KNOWN, epsg) ? KNOWN[epsg]! : null;
}

/** The reference system of an EPSG number; null when it is none of those known here. */
export function crsOfEpsg(epsg: number): Crs | null {
	const definition = definitionOf(epsg);
	if (definition === null) return null;
	return definition === DEGREES ? { kind: 'degrees' } : projected(`EPSG:${epsg}`, definition);
}

/** The reference system that a name of GeoJSON gives («urn:ogc:def:crs:EPSG::26191», «CRS84»). Throws when it is not known. */
export function crsOfName(name: string): Crs {
	if (/CRS:?84$/i.test(name)) return { kind: 'degrees' };
	const [, number] = /EPSG:[\d.]*:?(\d{4,6})$/i.exec(name) ?? [];
	const crs = number === undefined ? null : crsOfEpsg(Number(number));
	if (!crs) throw new OwnRefused('unknown-crs', { text: name });
	return crs;
}

/** The reference system that a text of a `.prj` or a GeoPackage gives. Throws when its datum or its projection is not known. */
export function crsOfWkt(wkt: string): Crs {
	const [, name = wkt] = /^\s*\w+\s*\[\s*"([^"]*)"/.exec(wkt) ?? [];
	if (!DATUM.test(wkt) && !/TOWGS84/i.test(wkt)) throw new OwnRefused('unknown-crs', { text: name });
	if (/^\s*GEOGCS/i.test(wkt) && !/Merchich|TOWGS84/i.test(wkt)) return { kind: 'degrees' };
	try {
		return projected(name.replaceAll('_', ' '), withShift(wkt));
	} catch (cause) {
		throw new OwnRefused('unknown-crs', { text: name }, { cause });
	}
}

/** A text that names Merchich with the shift that software of Esri and GDAL leaves out; 100 to 150 m on the ground. */
function withShift(wkt: string): string {
	if (!/Merchich/i.test(wkt) || /TOWGS84/i.test(wkt)) return wkt;
	return wkt.replace(/(DATUM\s*\[\s*"[^"]*"\s*,\s*SPHEROID\s*\[[^[\]]*(?:\[[^\]]*\])?[^[\]]*\])/i, `$1,TOWGS84[${MERCHICH_SHIFT}]`);
}

function projected(label: string, definition: string): Crs {
	const { forward } = proj4(definition, DEGREES);
	return { kind: 'projected', label, toDegrees: (x, y) => forward([x, y]) as [number, number] };
}
