import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEPARATORS, type Cell } from '#lib/core/export/csv.ts';
import { fieldsOf } from '#lib/core/export/fields.ts';
import { geoJson, layerName } from '#lib/core/export/geojson.ts';
import { geoPackageStatements } from '#lib/core/export/geopackage.ts';
import { boxOf, polygonsOf } from '#lib/core/export/rings.ts';
import { keyLabels } from '#lib/core/export/scenarios/key-labels.ts';
import { tableCsv } from '#lib/core/export/table-csv.ts';
import { LANGUAGES, type Language } from '#lib/core/text/text.ts';
import { sqliteFile } from '#lib/export/sqlite-file.ts';
import type { Checked } from './checked.ts';
import { invalidShapes, layerOf, rowsOf, type Layer, type Row } from './gdal.ts';
import { releaseTables, type ReleaseTable } from './release-tables.ts';

/** Degrees: files keep six decimals. */
const TOLERANCE = 1e-6;

/** Does GDAL read our GeoPackage, GeoJSON and CSV as they were meant: every row, every figure, every gap, in EPSG:4326? */
export async function checkGeoData(folder: string): Promise<Checked[]> {
	const checked: Checked[] = [];
	for (const [index, release] of releaseTables().entries()) {
		for (const language of LANGUAGES) checked.push(await geoPackage(release, language, folder));
		// What differs between languages are words: one language per level shows it.
		checked.push(geoJsonFile(release, LANGUAGES[index % LANGUAGES.length]!, folder), ...csvFiles(release, folder));
	}
	return checked;
}

async function geoPackage({ table, shapes }: ReleaseTable, language: Language, folder: string): Promise<Checked> {
	const file = join(folder, `${layerName(table)}_${language}.gpkg`);
	writeFileSync(file, await sqliteFile(geoPackageStatements(table, shapes, keyLabels(language))));
	const layer = layerName(table);
	const info = layerOf(file, layer);
	const sources = layerOf(file, 'sources');
	const problems = [
		...layerProblems({ table, shapes }, info),
		...typeProblems({ table, shapes }, info, 'Real'),
		...allProblems({ table, shapes }, rowsOf(file, layer)),
		...(sources.count === table.columns.length + 1 ? [] : [`${sources.count} sources instead of ${table.columns.length + 1}`]),
		...validityProblems(file, layer)
	];
	return { name: `GeoPackage of ${layer}, ${language}: ${info.count} features`, problems };
}

let isSkipSaid = false;

function validityProblems(file: string, layer: string): string[] {
	const invalid = invalidShapes(file, layer, 'geom');
	if (invalid !== null) return invalid === 0 ? [] : [`${invalid} shapes are not valid`];
	if (!isSkipSaid) console.log('SKIPPED: this GDAL has no SpatiaLite; validity of shapes is not checked');
	isSkipSaid = true;
	return [];
}

function geoJsonFile(release: ReleaseTable, language: Language, folder: string): Checked {
	const file = join(folder, `${layerName(release.table)}_${language}.geojson`);
	writeFileSync(file, geoJson(release.table, release.shapes, keyLabels(language)));
	const layer = layerName(release.table);
	const info = layerOf(file, layer);
	return {
		name: `GeoJSON of ${layer}, ${language}: ${info.count} features`,
		problems: [...layerProblems(release, info), ...allProblems(release, rowsOf(file, layer))]
	};
}

/** With commas and the mark of UTF-8, and with semicolons and decimal commas without it. */
function csvFiles(release: ReleaseTable, folder: string): Checked[] {
	const { table } = release;
	return SEPARATORS.map((separator) => {
		const layer = `${layerName(table)}_${separator}`;
		const file = join(folder, `${layer}.csv`);
		const style = { separator, byteOrderMark: separator === 'comma', headings: 'names', withSources: false } as const;
		writeFileSync(file, tableCsv(table, keyLabels('ar'), style));
		const options = ['-oo', 'AUTODETECT_TYPE=YES', '-oo', 'EMPTY_STRING_AS_NULL=YES'];
		const info = layerOf(file, layer, options);
		const problems = [...countProblems(table.codes.length, info), ...rowProblems(release, rowsOf(file, layer, options))];
		return { name: `CSV of ${layer}: ${info.count} rows`, problems };
	});
}

const countProblems = (rows: number, { count, warnings }: Layer): string[] => [
	...(count === rows ? [] : [`${count} rows instead of ${rows}`]),
	...(warnings === '' ? [] : [warnings])
];

function layerProblems({ table, shapes }: ReleaseTable, info: Layer): string[] {
	const box = boxOf(table.codes.flatMap((code) => (shapes.has(code) ? polygonsOf(shapes.get(code)!) : [])))!;
	const isThere = info.extent !== null && box.every((edge, index) => Math.abs(edge - info.extent![index]!) <= TOLERANCE);
	return [
		...countProblems(table.codes.length, info),
		...(info.isWgs84 ? [] : ['not in EPSG:4326']),
		...(isThere ? [] : [`lies in ${info.extent?.join(' ')} instead of ${box.join(' ')}`])
	];
}

function typeProblems({ table }: ReleaseTable, { types }: Layer, ofNumbers: string): string[] {
	return fieldsOf(table).flatMap(({ name, holds }) => {
		const expected = holds === 'number' ? ofNumbers : 'String';
		return types.get(name) === expected ? [] : [`${name} is ${types.get(name) ?? 'not there'} instead of ${expected}`];
	});
}

const allProblems = (release: ReleaseTable, rows: readonly Row[]): string[] => [
	...rowProblems(release, rows),
	...shapeProblems(release, rows)
];

/** Every point of every shape, where it is and in its order. */
function shapeProblems({ table, shapes }: ReleaseTable, rows: readonly Row[]): string[] {
	const wrong = table.codes.flatMap((code, index) => {
		const expected = shapes.has(code) ? polygonsOf(shapes.get(code)!).flat(2) : [];
		const points = rows[index]?.points ?? [];
		const isSamePoint = ([x, y]: readonly number[], at: number): boolean =>
			Math.abs(x! - expected[at]![0]) <= TOLERANCE && Math.abs(y! - expected[at]![1]) <= TOLERANCE;
		return points.length === expected.length && points.every(isSamePoint) ? [] : [`the shape of ${code} is another one`];
	});
	return wrong.slice(0, 5);
}

/** Every cell of every row: names in three scripts, figures in full, gaps that stay gaps. */
function rowProblems({ table }: ReleaseTable, rows: readonly Row[]): string[] {
	const fields = fieldsOf(table);
	const wrong = rows.flatMap((row, index) =>
		fields.flatMap(({ name, cell }) =>
			isSame(cell(index), row.cells[name] ?? null) ? [] : [`${name} of row ${index + 1}: ${row.cells[name]} instead of ${cell(index)}`]
		)
	);
	return wrong.slice(0, 5);
}

/** GDAL writes 15 digits of a number. */
function isSame(ours: Cell, theirs: Cell): boolean {
	if (typeof ours !== 'number' || typeof theirs !== 'number') return ours === theirs;
	return Math.abs(ours - theirs) <= 1e-13 * Math.max(1, Math.abs(ours));
}
