import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
import { shipped } from '../shipped.ts';

/** Whether GDAL is here; without it the tests that need it are skipped, and fail where CI runs. */
export const hasGdal = (): boolean => existsSync('/usr/bin/ogr2ogr');

/** Provinces of the region of Fès-Meknès, as the release has them. Their figures are made up: 10, 20, 30 … */
export const PROVINCES = ['MA-BOM', 'MA-FES', 'MA-HAJ', 'MA-IFR', 'MA-MEK', 'MA-MOU', 'MA-SEF', 'MA-TAO', 'MA-TAZ'];
/** The invented figure of a province. */
export const figureOf = (code: string): number => 10 * (PROVINCES.indexOf(code) + 1);

interface Made {
	readonly file: string;
	/** Driver of GDAL and how it is asked to write. */
	readonly options: readonly string[];
}

/** One file per format, and shapefile and GeoPackage in the two systems that Moroccan offices use. */
export const MADE = {
	geojson: { file: 'areas.geojson', options: ['-f', 'GeoJSON'] },
	'geojson in UTM': { file: 'utm.geojson', options: ['-f', 'GeoJSON', '-lco', 'RFC7946=NO', '-t_srs', 'EPSG:32630'] },
	shapefile: { file: 'areas.shp.zip', options: ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=UTF-8'] },
	'shapefile in Merchich': {
		file: 'merchich.shp.zip',
		options: ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=CP1256', '-t_srs', 'EPSG:26191']
	},
	geopackage: { file: 'areas.gpkg', options: ['-f', 'GPKG'] },
	'geopackage in Merchich': { file: 'merchich.gpkg', options: ['-f', 'GPKG', '-t_srs', 'EPSG:26191'] },
	'geopackage in UTM': { file: 'utm.gpkg', options: ['-f', 'GPKG', '-t_srs', 'EPSG:32630'] },
	kml: { file: 'areas.kml', options: ['-f', 'LIBKML'] },
	csv: { file: 'areas.csv', options: ['-f', 'CSV', '-lco', 'SEPARATOR=SEMICOLON'] },
	xlsx: { file: 'areas.xlsx', options: ['-f', 'XLSX'] }
} as const satisfies Record<string, Made>;
export type MadeName = keyof typeof MADE;

/** Writes every file of `MADE` into a folder, from shapes of the release. TopoJSON is not among them: GDAL reads it only. */
export function makeFiles(folder: string): void {
	mkdirSync(folder, { recursive: true });
	const topology = shipped<PolygonTopology>('provinces.topo.json');
	const shapes = shapesOf(topology, 'provinces');
	const features = PROVINCES.map((code) => ({
		type: 'Feature',
		properties: { code, nom: NAMES[code], valeur: figureOf(code), taux: figureOf(code) / 8 },
		geometry: shapes.get(code)
	}));
	const source = join(folder, 'source.geojson');
	writeFileSync(source, JSON.stringify({ type: 'FeatureCollection', features }));
	for (const { file, options } of Object.values(MADE)) {
		execFileSync('/usr/bin/ogr2ogr', [...options, join(folder, file), source, '-nln', file.replace(/\..*/, '')], { stdio: 'pipe' });
	}
}

/** The file of a name. */
export const fileNameOf = (name: MadeName): string => MADE[name].file;

/** The bytes of a file made. */
export const bytesOf = (folder: string, name: MadeName): Uint8Array => readFileSync(join(folder, fileNameOf(name)));

/** Arabic names with letters that Windows-1256 has; one is an alias of ours, none is exact everywhere. */
const NAMES: Readonly<Record<string, string>> = {
	'MA-BOM': 'بولمان',
	'MA-FES': 'فاس',
	'MA-HAJ': 'الحاجب',
	'MA-IFR': 'إفران',
	'MA-MEK': 'مكناس',
	'MA-MOU': 'مولاي يعقوب',
	'MA-SEF': 'صفرو',
	'MA-TAO': 'تاونات',
	'MA-TAZ': 'تازة'
};
