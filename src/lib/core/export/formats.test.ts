import { describe, expect, test } from 'vitest';
import { geoJson } from './geojson.ts';
import { signedArea, type Point } from './rings.ts';
import { keyLabels } from './scenarios/key-labels.ts';
import { SMALL_SHAPES } from './scenarios/small-shapes.ts';
import { SMALL_QUESTION } from './scenarios/small-table.ts';
import { sheetsOf } from './sheets.ts';
import { exportTable } from './table.ts';
import { tableCsv, type CsvOptions } from './table-csv.ts';

const table = exportTable({ ...SMALL_QUESTION, withOwn: true });
const labels = keyLabels('fr');

describe('the CSV of a map', () => {
	const options: CsvOptions = { separator: 'comma', byteOrderMark: false, headings: 'names', withSources: false };
	const lines = (some: Partial<CsvOptions>) =>
		tableCsv(table, labels, { ...options, ...some })
			.trimEnd()
			.split('\r\n');

	test('has ids for machines, empty cells for the unknown, and codes with their zeros', () => {
		expect(lines({})).toEqual([
			'code,parent,name_ar,name_fr,name_en,indicator_unemployment_rate_2024,score_honey,score_honey_status,type_honey,own_file1_col1',
			'01.051.01.01,MA-HOC,أجدير,Ajdir,Ajdir,12.345678901234567,0,,follow,1',
			'04.491.01.09,MA-SIL,سيدي يحيى,"Sidi Yahia, «El Gharb»",Sidi Yahia,,,insufficient,,2',
			"10.163.07.05,MA-CHT,بلفاع,'=Belfaa,Belfaa,-0.5,,ineligible,enable-first,3"
		]);
	});

	test('has titles and words for people, and decimal commas with semicolons', () => {
		const [head, first, second] = lines({ headings: 'titles', separator: 'semicolon' });
		expect(head).toContain('Taux de chômage (%, 2024)');
		expect(head).toContain("'=mine");
		expect(first).toContain(';12,345678901234567;0;;type follow;1');
		expect(second).toContain(';state insufficient;');
	});

	test('names year and source of each column when asked', () => {
		const [head, first] = lines({ withSources: true });
		expect(head).toContain('score_honey,score_honey_status,score_honey_year,score_honey_source,');
		expect(first).toContain('12.345678901234567,2024,HCP,0,,,Furas,');
	});
});

describe('the workbook of a map', () => {
	const [data, sources] = sheetsOf(table, labels);

	test('keeps codes as texts, numbers in full and unknown cells empty', () => {
		expect(data.rows[1]!.slice(0, 1)).toEqual([{ kind: 'text', text: '01.051.01.01', isHeading: false }]);
		expect(data.rows[1]![5]).toEqual({ kind: 'number', value: 12.345678901234567, decimals: 1 });
		expect(data.rows[2]!.slice(5, 7)).toEqual([null, null]);
	});

	test('holds no text that is a formula once it is saved as CSV', () => {
		const texts = [data, sources].flatMap(({ rows }) => rows.flat()).flatMap((cell) => (cell?.kind === 'text' ? [cell.text] : []));
		expect(texts.filter((text) => /^\s*[=+\-@]/.test(text))).toEqual([]);
		expect(texts).toContain("'=mine");
	});

	test('says where every column comes from, its licence and its caution, and which is the reader’s own', () => {
		const said = sources.rows.map((row) => row.map((cell) => (cell?.kind === 'text' ? cell.text : '')).join('|'));
		expect(said).toContain('release|2026.11-test');
		expect(said).toContain('permalink|http://localhost/ar/workspace?of=score:honey');
		expect(said).toContain(
			'indicator_unemployment_rate_2024|indicator:unemployment_rate@2024|Taux de chômage|%|2024|HCP|LicenseRef-HCP-reuse|approché'
		);
		expect(said.at(-1)).toBe("own_file1_col1|own:file1:col1|'=mine|||fichier|no licence|own column");
	});

	test('runs from right to left in Arabic only, with its headings in sight', () => {
		expect([data.rightToLeft, data.frozenRows]).toEqual([false, 1]);
		expect(sheetsOf(table, keyLabels('ar')).map(({ rightToLeft }) => rightToLeft)).toEqual([true, true]);
	});
});

interface Read {
	readonly crs?: unknown;
	readonly bbox: number[];
	readonly furas: { readonly title: unknown; readonly rows: number; readonly columns: readonly object[]; readonly permalink: string };
	readonly features: readonly {
		readonly id: string;
		readonly properties: Readonly<Record<string, unknown>>;
		readonly geometry: { readonly type: string; readonly coordinates: Point[][] & Point[][][] } | null;
	}[];
}

describe('the GeoJSON of a map', () => {
	const read = JSON.parse(geoJson(table, SMALL_SHAPES, labels)) as Read;

	test('has a feature per row and a null geometry where there is no shape', () => {
		expect(read.features.map(({ id, geometry }) => [id, geometry?.type])).toEqual([
			['01.051.01.01', 'Polygon'],
			['04.491.01.09', 'MultiPolygon'],
			['10.163.07.05', undefined]
		]);
	});

	test('turns outer rings counterclockwise and holes clockwise, and closes them', () => {
		const polygons = read.features.flatMap(({ geometry }) =>
			geometry === null ? [] : geometry.type === 'Polygon' ? [geometry.coordinates as Point[][]] : (geometry.coordinates as Point[][][])
		);
		expect(polygons).toHaveLength(3);
		for (const [outer, ...holes] of polygons) {
			expect(signedArea(outer!)).toBeGreaterThan(0);
			for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0);
			for (const ring of [outer!, ...holes]) expect(ring.at(-1)).toEqual(ring[0]);
		}
	});

	test('is WGS 84 with six decimals, its box, and no member «crs»', () => {
		expect(read.bbox).toEqual([-8, 30, -3, 36]);
		expect('crs' in read).toBe(false);
		expect(JSON.stringify(read.features[1]!.geometry)).toContain('-5.123457,34');
	});

	test('keeps figures as numbers in full, unknown as null, names in three languages', () => {
		const { properties } = read.features[1]!;
		expect(properties).toMatchObject({ name_ar: 'سيدي يحيى', score_honey: null, score_honey_status: 'insufficient', type_honey: null });
		expect(read.features[0]!.properties['indicator_unemployment_rate_2024']).toBe(12.345678901234567);
	});

	test('says what it is and where its columns come from', () => {
		expect(read.furas).toMatchObject({ title: table.title, rows: 3, release: '2026.11-test', method: '1.1.0', date: '2026-11-26' });
		expect(read.furas.columns).toHaveLength(4);
	});

	test('has neither box nor feature when there is no row', () => {
		const empty = exportTable({ ...SMALL_QUESTION, only: new Set() });
		const nothing = JSON.parse(geoJson(empty, SMALL_SHAPES, labels)) as Read;
		expect(nothing.features).toEqual([]);
		expect('bbox' in nothing).toBe(false);
	});
});
