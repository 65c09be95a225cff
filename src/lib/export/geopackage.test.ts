import initSqlJs from 'sql.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { geoPackageStatements } from '#lib/core/export/geopackage.ts';
import { keyLabels } from '#lib/core/export/scenarios/key-labels.ts';
import { SMALL_SHAPES } from '#lib/core/export/scenarios/small-shapes.ts';
import { SMALL_QUESTION } from '#lib/core/export/scenarios/small-table.ts';
import { exportTable } from '#lib/core/export/table.ts';
import { sqliteFile } from './sqlite-file.ts';

/** A reader of the geometry of a GeoPackage, written for the tests: reference system, envelope and polygons. */
function readGeometry(bytes: Uint8Array) {
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	expect(String.fromCharCode(bytes[0]!, bytes[1]!)).toBe('GP');
	expect([bytes[2], bytes[3]]).toEqual([0, 0b011]);
	const envelope = [8, 16, 24, 32].map((at) => view.getFloat64(at, true));
	let at = 40;
	const count = (): number => view.getUint32((at += 4) - 4, true);
	const double = (): number => view.getFloat64((at += 8) - 8, true);
	const start = (type: number): number => {
		expect(view.getUint8(at++)).toBe(1);
		expect(count()).toBe(type);
		return count();
	};
	const times = <T>(n: number, read: () => T): T[] => Array.from({ length: n }, read);
	const polygons = times(start(6), () => times(start(3), () => times(count(), () => [double(), double()])));
	expect(at).toBe(bytes.length);
	return { srs: view.getInt32(4, true), envelope, polygons };
}

const table = exportTable({ ...SMALL_QUESTION, withOwn: true });
let file: Uint8Array;
let rows: (sql: string) => unknown[][];

beforeAll(async () => {
	file = await sqliteFile(geoPackageStatements(table, SMALL_SHAPES, keyLabels('ar')));
	const { Database } = await initSqlJs();
	const database = new Database(file);
	rows = (sql) => database.exec(sql)[0]?.values ?? [];
	return () => database.close();
});

describe('a GeoPackage', () => {
	test('is marked as one, version 1.3, and sound', () => {
		expect(new TextDecoder().decode(file.slice(0, 15))).toBe('SQLite format 3');
		expect(new TextDecoder().decode(file.slice(68, 72))).toBe('GPKG');
		expect(new DataView(file.buffer).getUint32(60)).toBe(10300);
		expect(rows('PRAGMA integrity_check')).toEqual([['ok']]);
		expect(rows('PRAGMA foreign_key_check')).toEqual([]);
	});

	test('knows the three reference systems that must be there', () => {
		expect(rows('SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id')).toEqual([[-1], [0], [4326]]);
	});

	test('lists its layer with the box around it, and its sources', () => {
		expect(rows('SELECT table_name, data_type, min_x, min_y, max_x, max_y, srs_id, last_change FROM gpkg_contents')).toEqual([
			['furas_commune', 'features', -8, 30, -3, 36, 4326, '2026-11-26T00:00:00.000Z'],
			['sources', 'attributes', null, null, null, null, null, '2026-11-26T00:00:00.000Z']
		]);
		expect(rows('SELECT * FROM gpkg_geometry_columns')).toEqual([['furas_commune', 'geom', 'MULTIPOLYGON', 4326, 0, 0]]);
	});

	test('keeps shapes to the sixth decimal, with their envelope', () => {
		const blobs = rows('SELECT geom FROM furas_commune ORDER BY fid').map(([blob]) => blob as Uint8Array | null);
		const [square, two, none] = blobs.map((blob) => blob && readGeometry(blob));
		expect(square).toMatchObject({ srs: 4326, envelope: [-4, -3, 35, 36] });
		expect(square!.polygons[0]!.map((ring) => ring.length)).toEqual([5, 5]);
		expect(two!.polygons).toHaveLength(2);
		expect(two!.polygons[0]![0]).toContainEqual([-5.123457, 34]);
		expect(none).toBeNull();
	});

	test('keeps names of three scripts, numbers in full, and NULL where a figure is unknown', () => {
		const columns = 'code, name_ar, indicator_unemployment_rate_2024, score_honey, score_honey_status, type_honey, own_file1_col1';
		expect(rows(`SELECT ${columns} FROM furas_commune ORDER BY fid`)).toEqual([
			['01.051.01.01', 'أجدير', 12.345678901234567, 0, null, 'follow', 1],
			['04.491.01.09', 'سيدي يحيى', null, null, 'insufficient', null, 2],
			['10.163.07.05', 'بلفاع', -0.5, null, 'ineligible', 'enable-first', 3]
		]);
	});

	test('says what its columns are called and where they come from, shapes included', () => {
		expect(rows(`SELECT name FROM gpkg_data_columns WHERE column_name = 'indicator_unemployment_rate_2024'`)).toEqual([
			['معدل البطالة (%، 2024)']
		]);
		expect(rows('SELECT field, year, licence, release FROM sources')).toEqual([
			['indicator_unemployment_rate_2024', '2024', 'LicenseRef-HCP-reuse', '2026.11-test'],
			['score_honey', null, 'CC-BY-4.0', '2026.11-test'],
			['type_honey', null, 'CC-BY-4.0', '2026.11-test'],
			['own_file1_col1', null, 'no licence', '2026.11-test'],
			['geom', null, 'ODbL-1.0', '2026.11-test']
		]);
	});

	test('takes columns of one title', async () => {
		const [first] = SMALL_QUESTION.variables;
		const twins = exportTable({ ...SMALL_QUESTION, variables: [first!, { ...first!, id: 'indicator:other' }] });
		await expect(sqliteFile(geoPackageStatements(twins, SMALL_SHAPES, keyLabels('ar')))).resolves.toBeInstanceOf(Uint8Array);
	});

	test('fails with what SQLite says', async () => {
		await expect(sqliteFile([{ sql: 'CREATE nonsense' }])).rejects.toThrow('syntax error');
	});
});
