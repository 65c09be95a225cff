import initSqlJs from 'sql.js';
import type { Refusal } from '#lib/core/own/refusal.ts';
import { sheetXml, workbookOf } from '../hostile/workbook.ts';
import { zipOf } from '../hostile/zip.ts';

/** A file that is not read, and exactly why. Made when it is needed; nothing in it is real. */
export interface BadFile {
	readonly name: string;
	readonly bytes: () => Buffer | Promise<Buffer>;
	readonly refusal: Refusal;
}

const text = (content: string) => (): Buffer => Buffer.from(content);
const json = (content: unknown) => text(JSON.stringify(content));
const point = (x: number, y: number, properties: object = { a: 1 }) => ({
	type: 'Feature',
	properties,
	geometry: { type: 'Point', coordinates: [x, y] }
});
const collection = (features: readonly unknown[], more: object = {}) => ({ type: 'FeatureCollection', ...more, features });
const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });
const cell = (address: string, value: string): string => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEAD = `<row r="1">${cell('A1', 'code')}${cell('B1', 'valeur')}</row>`;
const placemark = '<Placemark><name>A</name><Point><coordinates>-5,33</coordinates></Point></Placemark>';
const kml = (inside: string, before = ''): string =>
	`<?xml version="1.0"?>${before}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`;

/** A `.shp` of one point, and what makes it a bad one. */
function shp(x: number, y: number, change: (file: Buffer) => Buffer = (file) => file): Buffer {
	const file = Buffer.alloc(128);
	file.writeInt32BE(9994, 0);
	file.writeInt32BE(64, 24);
	file.writeInt32LE(1000, 28);
	file.writeInt32LE(1, 32);
	file.writeInt32BE(1, 100);
	file.writeInt32BE(10, 104);
	file.writeInt32LE(1, 108);
	file.writeDoubleLE(x, 112);
	file.writeDoubleLE(y, 120);
	return change(file);
}

const shapefile = (file: Buffer, prj?: string) => (): Buffer =>
	zipOf([{ name: 'a.shp', data: file }, ...(prj === undefined ? [] : [{ name: 'a.prj', data: prj }])]);

async function sqlite(sql: string, change: (file: Buffer) => Buffer = (file) => file): Promise<Buffer> {
	const { Database } = await initSqlJs();
	const db = new Database();
	db.exec(sql);
	return change(Buffer.from(db.export()));
}

const CONTENTS = 'CREATE TABLE gpkg_contents (table_name, data_type);';
const GEOMETRY = 'CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id);';
const SYSTEMS = 'CREATE TABLE gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id, definition);';
/** A point of a GeoPackage at 5, 33. */
const BLOB = "X'4750000100000000010100000000000000000014400000000000804040'";
const LONG_AGO =
	'GEOGCS["GCS_Somewhere_1900",DATUM["D_Somewhere",SPHEROID["Bessel",6377397.155,299.15]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925]]';

/** Bytes that do not repeat soon: packed, a hundredth is left of many of them. */
const NOISE = Buffer.from(Array.from({ length: 997 }, (_, i) => (i * i * 31 + 7 * i) % 251));

/** The bad files, by what is wrong with them. */
export const BAD_FILES: readonly BadFile[] = [
	{ name: 'empty.csv', bytes: text(''), refusal: { kind: 'empty' } },
	{ name: 'blank.csv', bytes: text(' \n\n \r\n'), refusal: { kind: 'empty' } },
	{ name: 'only-header.csv', bytes: text('code;valeur\n'), refusal: { kind: 'no-rows' } },
	{ name: 'no-header.csv', bytes: text('1;2;3\n4;5;6\n'), refusal: { kind: 'no-header', row: 1 } },
	{ name: 'one-column.csv', bytes: text('code\nMA-HAJ\n'), refusal: { kind: 'not-a-table' } },
	{ name: 'open-quote.csv', bytes: text('a;b\n"x;1\ny;2\n'), refusal: { kind: 'unbalanced-quote' } },
	{ name: 'cut-letter.csv', bytes: () => Buffer.from('code;الاسم\nx;صفرو').subarray(0, -1), refusal: { kind: 'truncated' } },
	{ name: 'nul.csv', bytes: () => Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x3b, 0x00, 0x62]), refusal: { kind: 'bad-encoding' } },
	{
		name: 'wide.csv',
		bytes: text(`${Array.from({ length: 201 }, (_, i) => `c${i}`).join(';')}\n${'1;'.repeat(200)}1\n`),
		refusal: { kind: 'too-many-columns', limit: 200 }
	},
	{ name: 'long.csv', bytes: text(`a;b\n${'x;1\n'.repeat(100_001)}`), refusal: { kind: 'too-many-rows', limit: 100_000 } },
	{ name: 'page.html', bytes: text('<!doctype html><html><body>404</body></html>'), refusal: { kind: 'unknown-format' } },
	{ name: 'report.pdf', bytes: text('%PDF-1.7 …'), refusal: { kind: 'unknown-format' } },
	{ name: 'old.xls', bytes: () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), refusal: { kind: 'old-xls' } },
	{
		name: 'locked.xlsx',
		bytes: () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')]),
		refusal: { kind: 'encrypted' }
	},
	{ name: 'locked.zip', bytes: () => zipOf([{ name: 'a.shp', data: shp(0, 0), flags: 1 }]), refusal: { kind: 'encrypted' } },
	{ name: 'pictures.zip', bytes: () => zipOf([{ name: 'a.png', data: 'x' }]), refusal: { kind: 'zip-without-data' } },
	{
		name: 'cut.zip',
		bytes: () => zipOf([{ name: 'a.shp', data: Buffer.alloc(4000, 7) }]).subarray(0, -30),
		refusal: { kind: 'truncated' }
	},
	{
		name: 'bomb.zip',
		bytes: () => zipOf([{ name: 'a.shp', data: Buffer.alloc(40_000_000), declaredSize: 100 }]),
		refusal: { kind: 'bomb', limit: 200 }
	},
	{
		name: 'large-inside.zip',
		bytes: () => zipOf(Array.from({ length: 9 }, (_, i) => ({ name: `a${i}.shp`, data: Buffer.alloc(25_000_000, NOISE) }))),
		refusal: { kind: 'unzipped-too-large', limit: 200 }
	},
	{ name: 'empty.xlsx', bytes: () => workbookOf({ sheets: [{ name: 'A', rows: '' }] }), refusal: { kind: 'empty' } },
	{
		name: 'broken.xlsx',
		bytes: () => workbookOf({ sheets: [{ name: 'A', xml: '<worksheet><sheetData><row r="1"><c' }] }),
		refusal: { kind: 'damaged' }
	},
	{
		name: 'far-cell.xlsx',
		bytes: () => workbookOf({ sheets: [{ name: 'A', rows: `${HEAD}<row r="900000">${cell('XFD900000', '1')}</row>` }] }),
		refusal: { kind: 'too-many-columns', limit: 200 }
	},
	{
		name: 'impossible-row.xlsx',
		bytes: () => workbookOf({ sheets: [{ name: 'A', rows: `${HEAD}<row r="9999999999">${cell('A9999999999', '1')}</row>` }] }),
		refusal: { kind: 'damaged' }
	},
	{
		name: 'entities.xlsx',
		bytes: () => workbookOf({ sheets: [{ name: 'A', xml: `<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetXml(HEAD)}` }] }),
		refusal: { kind: 'xml-entities' }
	},
	{ name: 'cut.geojson', bytes: text('{"type":"FeatureCollection","features":[{"type":"Feature",'), refusal: { kind: 'truncated' } },
	{ name: 'broken.geojson', bytes: text('{"type":"FeatureCollection" "features":[]}'), refusal: { kind: 'damaged' } },
	{ name: 'other.json', bytes: json({ hello: 1 }), refusal: { kind: 'not-geojson' } },
	{ name: 'list.json', bytes: json([1, 2]), refusal: { kind: 'not-geojson' } },
	{ name: 'nothing.geojson', bytes: json(collection([])), refusal: { kind: 'no-rows' } },
	{ name: 'metres.geojson', bytes: json(collection([point(500_000, 300_000)])), refusal: { kind: 'no-crs' } },
	{
		name: 'far-system.geojson',
		bytes: json(collection([point(5, 33)], crs('urn:ogc:def:crs:EPSG::2154'))),
		refusal: { kind: 'unknown-crs', text: 'urn:ogc:def:crs:EPSG::2154' }
	},
	{ name: 'words.geojson', bytes: text('{"type":"Point","coordinates":["a","b"]}'), refusal: { kind: 'damaged' } },
	{ name: 'infinite.geojson', bytes: text('{"type":"Point","coordinates":[1e999,3]}'), refusal: { kind: 'damaged' } },
	{
		name: 'strange.geojson',
		bytes: json({ type: 'Feature', properties: {}, geometry: { type: 'Circle', coordinates: [1, 2] } }),
		refusal: { kind: 'damaged' }
	},
	{
		name: 'many-points.geojson',
		bytes: () => Buffer.from(`{"type":"MultiPoint","coordinates":[${'[1,2],'.repeat(2_000_001)}[1,2]]}`),
		refusal: { kind: 'too-many-coordinates', limit: 2_000_000 }
	},
	{
		name: 'arcs.topojson',
		bytes: json({
			type: 'Topology',
			arcs: [Array.from({ length: 1000 }, () => [0, 0])],
			objects: { a: { type: 'MultiLineString', arcs: Array.from({ length: 3000 }, () => [0]) } }
		}),
		refusal: { kind: 'too-many-coordinates', limit: 2_000_000 }
	},
	{
		name: 'arcless.topojson',
		bytes: json({ type: 'Topology', arcs: [], objects: { a: { type: 'Polygon', arcs: [[7]] } } }),
		refusal: { kind: 'damaged' }
	},
	{ name: 'objectless.topojson', bytes: json({ type: 'Topology', arcs: [], objects: {} }), refusal: { kind: 'no-layer' } },
	{ name: 'cut.kml', bytes: text(kml(placemark).slice(0, -40)), refusal: { kind: 'truncated' } },
	{ name: 'broken.kml', bytes: text(kml('<Placemark></Document>')), refusal: { kind: 'damaged' } },
	{ name: 'empty.kml', bytes: text(kml('')), refusal: { kind: 'no-rows' } },
	{
		name: 'external.kml',
		bytes: text(kml(placemark, '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
		refusal: { kind: 'xml-entities' }
	},
	{
		name: 'laughs.kml',
		bytes: text(kml(`<name>&b;</name>${placemark}`, '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>')),
		refusal: { kind: 'xml-entities' }
	},
	{ name: 'metres.shp.zip', bytes: shapefile(shp(500_000, 300_000)), refusal: { kind: 'no-crs' } },
	{ name: 'old-datum.shp.zip', bytes: shapefile(shp(5, 33), LONG_AGO), refusal: { kind: 'unknown-crs', text: 'GCS_Somewhere_1900' } },
	{ name: 'nonsense.prj.zip', bytes: shapefile(shp(5, 33), 'hello'), refusal: { kind: 'unknown-crs', text: 'hello' } },
	{ name: 'cut.shp.zip', bytes: shapefile(shp(5, 33, (file) => file.subarray(0, 116))), refusal: { kind: 'truncated' } },
	{
		name: 'endless.shp.zip',
		bytes: shapefile(shp(5, 33, (file) => (file.writeInt32BE(-4, 104), file))),
		refusal: { kind: 'damaged' }
	},
	{ name: 'no-shp.zip', bytes: () => zipOf([{ name: 'a.dbf', data: 'x' }]), refusal: { kind: 'zip-without-data' } },
	{ name: 'plain.sqlite', bytes: () => sqlite('CREATE TABLE a (b); INSERT INTO a VALUES (1);'), refusal: { kind: 'no-layer' } },
	{
		name: 'raster.gpkg',
		bytes: () => sqlite(`${CONTENTS} INSERT INTO gpkg_contents VALUES ('t', 'tiles');`),
		refusal: { kind: 'no-layer' }
	},
	{
		name: 'empty.gpkg',
		bytes: () => sqlite(`${CONTENTS} CREATE TABLE t (a); INSERT INTO gpkg_contents VALUES ('t', 'attributes');`),
		refusal: { kind: 'no-rows' }
	},
	{
		name: 'cut.gpkg',
		bytes: () => sqlite('CREATE TABLE a (b); INSERT INTO a VALUES (zeroblob(9000));', (file) => file.subarray(0, 9000)),
		refusal: { kind: 'truncated' }
	},
	{
		name: 'broken-shape.gpkg',
		bytes: () =>
			sqlite(`${CONTENTS}${GEOMETRY}${SYSTEMS} CREATE TABLE t (g, a); INSERT INTO t VALUES (X'47500001000000000103000000FFFFFF7F', 1);
				INSERT INTO gpkg_contents VALUES ('t', 'features'); INSERT INTO gpkg_geometry_columns VALUES ('t', 'g', 0);`),
		refusal: { kind: 'damaged' }
	},
	{
		name: 'unknown-system.gpkg',
		bytes: () =>
			sqlite(`${CONTENTS}${GEOMETRY}${SYSTEMS} CREATE TABLE t (g, a); INSERT INTO t VALUES (${BLOB}, 1);
				INSERT INTO gpkg_contents VALUES ('t', 'features'); INSERT INTO gpkg_geometry_columns VALUES ('t', 'g', 9);
				INSERT INTO gpkg_spatial_ref_sys VALUES (9, 'EPSG', 9999, '${LONG_AGO}');`),
		refusal: { kind: 'unknown-crs', text: 'GCS_Somewhere_1900' }
	},
	{
		name: 'missing-table.gpkg',
		bytes: () => sqlite(`${CONTENTS} INSERT INTO gpkg_contents VALUES ('nowhere', 'attributes');`),
		refusal: { kind: 'damaged' }
	}
];
