import { WGS84 } from './geopackage-geometry.ts';
import type { SqlStatement } from './sql-statement.ts';

/** «GPKG» as a number, which says to SQLite what the file is; 10300 is GeoPackage 1.3. */
const APPLICATION_ID = 0x47504b47;
const VERSION = 10300;

/** Well-known text of EPSG:4326 as the standard prints it. */
const WGS84_TEXT =
	'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],' +
	'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],' +
	'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]';

/** What makes an SQLite file a GeoPackage (OGC 12-128r18, 1.1): its marks and its tables, with the three reference systems that must be there. */
export const CORE_TABLES: readonly SqlStatement[] = [
	{ sql: `PRAGMA application_id = ${APPLICATION_ID}` },
	{ sql: `PRAGMA user_version = ${VERSION}` },
	{
		sql: `CREATE TABLE gpkg_spatial_ref_sys (
	srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
	organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
)`
	},
	{
		sql: 'INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)',
		rows: [
			['Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'],
			['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'],
			['WGS 84 geodetic', WGS84, 'EPSG', WGS84, WGS84_TEXT, 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid']
		]
	},
	{
		sql: `CREATE TABLE gpkg_contents (
	table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
	last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
	min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
	CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
)`
	},
	{
		sql: `CREATE TABLE gpkg_geometry_columns (
	table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
	z TINYINT NOT NULL, m TINYINT NOT NULL,
	CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
	CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
	CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
)`
	}
];

const SCHEMA_DEFINITION = 'http://www.geopackage.org/spec130/#extension_schema';

/** The extension «schema» (2.3.3): what columns are called by people. */
export const SCHEMA_EXTENSION: readonly SqlStatement[] = [
	{
		sql: `CREATE TABLE gpkg_extensions (
	table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
	CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
)`
	},
	{
		sql: 'INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)',
		rows: ['gpkg_data_columns', 'gpkg_data_column_constraints'].map((table) => [
			table,
			null,
			'gpkg_schema',
			SCHEMA_DEFINITION,
			'read-write'
		])
	},
	{
		sql: `CREATE TABLE gpkg_data_columns (
	table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,
	CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name)
)`
	},
	{
		sql: `CREATE TABLE gpkg_data_column_constraints (
	constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
	max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
)`
	}
];
