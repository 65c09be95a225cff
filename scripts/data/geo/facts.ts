import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Position } from '#lib/core/geo/geography.ts';

/** One province or prefecture as the geometry needs it. */
export interface ProvinceRow {
	readonly code: string;
	readonly region: string;
	readonly seat: string;
	readonly seatPosition: Position;
}

/** One commune as the geometry needs it; `point` is null where the source has none. */
export interface CommuneRow {
	readonly code: string;
	readonly nameFr: string;
	readonly nameAr: string;
	readonly province: string;
	readonly population: number;
	readonly populationUrban: number;
	readonly point: Position | null;
}

/** One region and the name of its seat. */
export interface RegionRow {
	readonly code: string;
	readonly seat: string;
}

/** The rows of the fact tables that the geometry is built from. */
export interface GeoFacts {
	readonly regions: readonly RegionRow[];
	readonly provinces: readonly ProvinceRow[];
	readonly communes: readonly CommuneRow[];
}

type Row = Record<string, string>;

/** Reads the territory tables and the points of `folder` (the `data/facts` of the checkout). Throws on a missing column or seat. */
export function geoFacts(folder: string): GeoFacts {
	const table = (path: string, columns: readonly string[]): Row[] => rowsOf(join(folder, path), columns);
	const seats = [
		...table('geonames/seats/2026/province_seats.csv', ['iso_3166_2', 'lat', 'lon']),
		...table('osm/points/2026/province_seats.csv', ['iso_3166_2', 'lat', 'lon'])
	];
	const seatOf = new Map(seats.map((row) => [cell(row, 'iso_3166_2'), positionOf(row)]));
	const points = new Map(table('osm/points/2026/commune_points.csv', ['code', 'lat', 'lon']).map((row) => [cell(row, 'code'), positionOf(row)]));
	return {
		regions: table('hcp/rgph/2024/regions.csv', ['iso_3166_2', 'chef_lieu']).map((row) => ({
			code: cell(row, 'iso_3166_2'),
			// «Tanger (préfecture de Tanger-Assilah)» → «Tanger»
			seat: cell(row, 'chef_lieu').replace(/\s*\(.*$/, '')
		})),
		provinces: table('hcp/rgph/2024/provinces.csv', ['iso_3166_2', 'region_iso', 'chef_lieu_fr']).map((row) => {
			const code = cell(row, 'iso_3166_2');
			const seatPosition = seatOf.get(code);
			if (!seatPosition) throw new Error(`No coordinates for the seat of ${code}.`);
			return { code, region: cell(row, 'region_iso'), seat: cell(row, 'chef_lieu_fr'), seatPosition };
		}),
		communes: table('hcp/rgph/2024/communes.csv', ['code', 'name_fr', 'name_ar', 'province_iso', 'pop_2024', 'pop_2024_urban']).map((row) => ({
			code: cell(row, 'code'),
			nameFr: cell(row, 'name_fr'),
			nameAr: cell(row, 'name_ar'),
			province: cell(row, 'province_iso'),
			population: Number(cell(row, 'pop_2024')),
			populationUrban: Number(cell(row, 'pop_2024_urban')),
			point: points.get(cell(row, 'code')) ?? null
		}))
	};
}

function rowsOf(path: string, columns: readonly string[]): Row[] {
	const rows = parse(readFileSync(path), { columns: true, bom: true }) as Row[];
	const missing = columns.filter((column) => rows[0]?.[column] === undefined);
	if (missing.length > 0) throw new Error(`${path} has no column ${missing.join(', ')}.`);
	return rows;
}

function cell(row: Row, column: string): string {
	const value = row[column];
	if (value === undefined || value === '') throw new Error(`Empty «${column}» in ${JSON.stringify(row)}.`);
	return value;
}

function positionOf(row: Row): Position {
	return [Number(cell(row, 'lon')), Number(cell(row, 'lat'))];
}
