import type { Shapes } from '../geo/topology.ts';
import { fieldsOf, headingOf, type Field } from './fields.ts';
import { WGS84, geoPackageGeometry } from './geopackage-geometry.ts';
import { CORE_TABLES, SCHEMA_EXTENSION } from './geopackage-tables.ts';
import { layerName } from './geojson.ts';
import { ABOUT, SOURCE_COLUMNS, type ExportLabels } from './labels.ts';
import { boxOf, polygonsOf, type Box } from './rings.ts';
import { aboutOf, sourceRows } from './sources.ts';
import type { SqlStatement, SqlValue } from './sql-statement.ts';
import type { ExportTable } from './table.ts';

/** Table of the sources. */
const SOURCES = 'sources';

/**
 * An export as the statements that make a GeoPackage 1.3 of an empty SQLite file: one layer of MultiPolygons in EPSG:4326, what its columns
 * mean (extension «schema»), and the table `sources`. A row without a shape has a NULL geometry, an unknown figure is NULL.
 */
export function geoPackageStatements(table: ExportTable, shapes: Shapes, labels: ExportLabels): readonly SqlStatement[] {
	const fields = fieldsOf(table);
	const polygons = table.codes.map((code) => {
		const shape = shapes.get(code);
		return shape ? polygonsOf(shape) : null;
	});
	const box = boxOf(polygons.flatMap((some) => some ?? []));
	const blobs = polygons.map((some) => some && geoPackageGeometry(some));
	return [
		...CORE_TABLES,
		...contentsOf(table, labels, box),
		...featuresOf(layerName(table), fields, blobs),
		...meaningsOf(layerName(table), fields, labels),
		...sourcesOf(table, labels)
	];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const insert = (table: string, columns: readonly string[]): string =>
	`INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

function contentsOf(table: ExportTable, labels: ExportLabels, box: Box | null): SqlStatement[] {
	const columns = ['table_name', 'data_type', 'identifier', 'description', 'last_change', 'min_x', 'min_y', 'max_x', 'max_y', 'srs_id'];
	const { language, geometry, statement } = labels;
	const changed = `${table.date.slice(0, 10)}T00:00:00.000Z`;
	const edges = box ?? [null, null, null, null];
	const said = aboutOf(table, labels);
	const about = ABOUT.map((key) => `${labels.about[key]}: ${said[key]}`);
	const description = [...about, statement, geometry.credit, geometry.note ?? ''].filter((part) => part !== '').join('\n');
	const title = table.title[language] || layerName(table);
	return [
		{
			sql: insert('gpkg_contents', columns),
			rows: [
				[layerName(table), 'features', title, description, changed, ...edges, WGS84],
				// Two identifiers may not be alike, whatever the words are.
				[SOURCES, 'attributes', `${labels.sheets.sources} · ${title}`, statement, changed, null, null, null, null, null]
			]
		},
		{
			sql: insert('gpkg_geometry_columns', ['table_name', 'column_name', 'geometry_type_name', 'srs_id', 'z', 'm']),
			rows: [[layerName(table), 'geom', 'MULTIPOLYGON', WGS84, 0, 0]]
		}
	];
}

function featuresOf(layer: string, fields: readonly Field[], blobs: readonly (Uint8Array | null)[]): SqlStatement[] {
	const columns = fields.map(({ name, holds }) => `${quoted(name)} ${holds === 'number' ? 'DOUBLE' : 'TEXT'}`);
	const keys = ['"fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL', '"geom" MULTIPOLYGON'];
	return [
		{ sql: `CREATE TABLE ${quoted(layer)} (${[...keys, ...columns].join(', ')})` },
		{
			sql: insert(layer, ['geom', ...fields.map(({ name }) => name)]),
			rows: blobs.map((blob, row) => [blob, ...fields.map(({ cell }) => cell(row))])
		}
	];
}

/** Titles of the columns, which a GIS shows as their aliases. */
function meaningsOf(layer: string, fields: readonly Field[], labels: ExportLabels): SqlStatement[] {
	const { language } = labels;
	const titles = new Set<string>();
	const rows = fields.map((field): SqlValue[] => {
		const heading = headingOf(field, labels);
		// Two names of one table may not be alike.
		const title = titles.has(heading) ? `${heading} [${field.name}]` : heading;
		titles.add(title);
		return [layer, field.name, title, heading, field.column?.credit[language] ?? null];
	});
	return [...SCHEMA_EXTENSION, { sql: insert('gpkg_data_columns', ['table_name', 'column_name', 'name', 'title', 'description']), rows }];
}

function sourcesOf(table: ExportTable, labels: ExportLabels): SqlStatement[] {
	const about = aboutOf(table, labels);
	const columns = [...SOURCE_COLUMNS, ...ABOUT];
	const known = (text: string): SqlValue => (text === '' ? null : text);
	return [
		{
			sql: `CREATE TABLE ${quoted(SOURCES)} ("id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${columns.map((name) => `${quoted(name)} TEXT`).join(', ')})`
		},
		{
			sql: insert(SOURCES, columns),
			rows: [...sourceRows(table, labels), geometryRow(labels)].map((row) => [
				...SOURCE_COLUMNS.map((column) => known(row[column])),
				...ABOUT.map((key) => known(about[key]))
			])
		}
	];
}

/** The shapes have a source too. */
const geometryRow = ({ geometry }: ExportLabels) => ({
	field: 'geom',
	variable: '',
	column: '',
	unit: '',
	year: '',
	source: geometry.credit,
	licence: geometry.licence,
	note: geometry.note ?? ''
});
