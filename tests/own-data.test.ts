import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Geometry } from '#lib/core/geo/geometry.ts';
import { shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
import { guessJoin } from '#lib/core/own/guess-join.ts';
import { joinByKey, type JoinBy } from '#lib/core/own/join.ts';
import { keyIndex } from '#lib/core/own/key-index.ts';
import type { OwnTable } from '#lib/core/own/own-table.ts';
import { OwnRefused, REFUSAL_KINDS } from '#lib/core/own/refusal.ts';
import { decodeTable, type EncodedTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import { LEVELS, type Territory } from '#lib/core/territory/territory.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { readOwn } from '#lib/own-data/read.ts';
import { BAD_FILES } from './own-data/bad-files.ts';
import { bytesOf, figureOf, fileNameOf, hasGdal, MADE, makeFiles, PROVINCES, type MadeName } from './own-data/gdal.ts';
import { openSqlite } from './own-data/sqlite.ts';
import { workbookOf } from './hostile/workbook.ts';
import { shipped, shippedFolder } from './shipped.ts';

const folder = mkdtempSync(join(tmpdir(), 'furas-own-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (bytes: Uint8Array, part: string | null = null): Promise<OwnTable> => readOwn(bytes, { name: 'x', part, openSqlite });
const column = (table: OwnTable, name: string) => table.columns.find((one) => one.name === name)?.values;
const ring = (shape: Geometry | null | undefined): number[][] =>
	shape?.type === 'Polygon' ? shape.coordinates[0]! : shape?.type === 'MultiPolygon' ? shape.coordinates[0]![0]! : [];

test('GDAL is there where CI runs', () => {
	if (process.env.CI) expect(hasGdal()).toBe(true);
});

describe.runIf(hasGdal())('files written by GDAL', () => {
	beforeAll(() => makeFiles(folder));
	const names = Object.keys(MADE) as MadeName[];

	test.each(names)('%s comes back with every row and figure', async (name) => {
		const table = await read(bytesOf(folder, name));
		expect(table.rows).toBe(PROVINCES.length);
		const codes = column(table, 'code')!.map(String);
		expect(codes.toSorted()).toEqual(PROVINCES);
		expect(column(table, 'valeur')!.map(Number)).toEqual(codes.map(figureOf));
		expect(column(table, 'taux')!.map(Number)).toEqual(codes.map((code) => figureOf(code) / 8));
		expect(column(table, 'nom')!.join(' ')).toContain('الحاجب');
	});

	test.each(names.filter((name) => !['csv', 'xlsx'].includes(name)))('%s comes back with every shape, within a metre', async (name) => {
		const table = await read(bytesOf(folder, name));
		const shapes = shapesOf(shipped<PolygonTopology>('provinces.topo.json'), 'provinces');
		const codes = column(table, 'code')!.map(String);
		codes.forEach((code, row) => {
			const points = ring(table.shapes![row]);
			const expected = ring(shapes.get(code) as Geometry);
			expect(points.length, code).toBe(expected.length);
			// A ring may start elsewhere.
			for (const [x, y] of expected)
				expect(Math.min(...points.map(([lon, lat]) => Math.hypot(lon! - x!, lat! - y!))), code).toBeLessThan(1e-5);
		});
	});

	test('say when they were turned into degrees', async () => {
		for (const name of ['shapefile in Merchich', 'geopackage in Merchich', 'geopackage in UTM', 'geojson in UTM'] as const) {
			const { notes } = await read(bytesOf(folder, name));
			expect(notes, name).toEqual([expect.objectContaining({ kind: 'projected' })]);
		}
		expect((await read(bytesOf(folder, 'shapefile'))).notes).toEqual([]);
		expect(fileNameOf('shapefile')).toMatch(/zip$/);
	});
});

test('our own TopoJSON is read as shapes with their codes', async () => {
	const table = await read(readFileSync(join(shippedFolder(), 'provinces.topo.json')), 'provinces');
	expect(table).toMatchObject({ format: 'topojson', part: 'provinces', rows: 75 });
	expect(table.parts).toContain('regions');
	expect(column(table, 'id')).toContain('MA-HAJ');
	expect(ring(table.shapes![0]).length).toBeGreaterThan(3);
});

describe('a bad file has its sentence', () => {
	test.each(BAD_FILES)('$name', async ({ bytes, refusal }) => {
		const outcome = await read(await bytes()).then(
			(table) => table,
			(error: unknown) => (error instanceof OwnRefused ? error.refusal : error)
		);
		expect(outcome).toMatchObject(refusal);
	});

	test('and every sentence has a file, but those of what a browser alone can tell', () => {
		const shown = new Set(BAD_FILES.map(({ refusal }) => refusal.kind));
		expect(REFUSAL_KINDS.filter((kind) => !shown.has(kind))).toEqual(['too-large', 'too-slow']);
	});
});

describe('a strange file that is none of these is read', () => {
	test('formulas: their kept values, and the reader is told', async () => {
		const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c><c r="B1" t="inlineStr"><is><t>v</t></is></c></row>
			<row r="2"><c r="A2" t="str"><f>"MA-"&amp;"HAJ"</f><v>MA-HAJ</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>`;
		const table = await read(
			workbookOf({
				sheets: [
					{ name: 'vide', rows: '' },
					{ name: 'A', rows }
				]
			})
		);
		expect(table).toMatchObject({ format: 'xlsx', part: 'A', parts: ['vide', 'A'], notes: [{ kind: 'formulas', count: 2 }] });
		expect(table.columns).toEqual([
			{ name: 'code', values: ['MA-HAJ'] },
			{ name: 'v', values: [2] }
		]);
	});

	test('mixed shapes: counted, none left out', async () => {
		const features = [
			{ type: 'Point', coordinates: [-5, 33] },
			{ type: 'Polygon', coordinates: [[[-5, 33], [-4, 33], [-4, 34], [-5, 33]]] }, // prettier-ignore
			null
		].map((geometry) => ({ type: 'Feature', properties: { a: 1 }, geometry }));
		const table = await read(Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })));
		expect(table.notes).toEqual([{ kind: 'mixed', points: 1, lines: 0, areas: 1, none: 1 }]);
		expect(table.shapes).toHaveLength(3);
	});

	test('keys of prototypes and markup in cells are names and text like any other', async () => {
		const file =
			'{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"__proto__":"p","constructor":1,"x":"<img src=x onerror=alert(1)>"}}]}';
		const table = await read(Buffer.from(file));
		expect(table.columns).toEqual([
			{ name: '__proto__', values: ['p'] },
			{ name: 'constructor', values: [1] },
			{ name: 'x', values: ['<img src=x onerror=alert(1)>'] }
		]);
		expect(({} as { p?: unknown }).p).toBeUndefined();
	});

	test.each([
		['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('الاسم\tv\nصفرو\t1\n', 'utf16le')])],
		['windows-1256', Buffer.concat([Buffer.from([0xc7, 0xe1, 0xc7, 0xd3, 0xe3]), Buffer.from(';v\n'), Buffer.from([0xd5, 0xdd, 0xd1, 0xe6]), Buffer.from(';1\n')])] // prettier-ignore
	])('a text in %s, and the reader is told', async (encoding, bytes) => {
		const table = await read(bytes);
		expect(table.columns[0]).toEqual({ name: 'الاسم', values: ['صفرو'] });
		expect(table.notes).toEqual([{ kind: 'encoding', encoding }]);
	});

	test('coordinates in two columns are points', async () => {
		const table = await read(Buffer.from('nom;latitude;longitude\nA;33,5;-5,1\nB;;\n'));
		expect(table.shapes).toEqual([{ type: 'Point', coordinates: [-5.1, 33.5] }, null]);
		expect(table.notes).toEqual([{ kind: 'points', without: 1 }]);
	});

	test('a file cut or changed anywhere is read or refused, never anything else', async () => {
		const whole = workbookOf({ sheets: [{ name: 'A', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
		for (let at = 0; at < whole.length; at += 7) {
			const changed = Buffer.from(whole);
			changed[at] = changed[at]! ^ 0x55;
			for (const bytes of [whole.subarray(0, at), changed])
				await read(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(OwnRefused));
		}
	}, 30_000);
});

describe('territories of the release find themselves', () => {
	const { levels } = shipped<Snapshot>('snapshot.json');
	const communes = decodeTable(shipped<EncodedTable>('communes.json')).territories;
	const provinces = decodeTable(levels.province).territories;
	const all = [...decodeTable(levels.region).territories, ...provinces, ...communes];
	const indices = LEVELS.map((level) => keyIndex(level, all));
	const joinOf = async (csv: readonly string[]): Promise<readonly (string | null)[]> => {
		const table = await read(Buffer.from(csv.join('\n')));
		const { level, by } = guessJoin(indices, table)!;
		return joinByKey(indices[LEVELS.indexOf(level)]!, table, by as Extract<JoinBy, { kind: 'key' }>, {}).codes;
	};
	const codesOf = (territories: readonly Territory[]): string[] => territories.map(({ code }) => code);

	test.each(LANGUAGES)('every province by its name (%s)', async (language) => {
		expect(await joinOf(['nom;v', ...provinces.map(({ name }) => `${name[language]};1`)])).toEqual(codesOf(provinces));
	});

	test('every commune by its Arabic name beside the French one of its province', async () => {
		const around = new Map(provinces.map(({ code, name }) => [code, name.fr]));
		const rows = communes.map(({ name, parent }) => `${name.ar};${around.get(parent!)}`);
		expect(await joinOf(['الجماعة;province', ...rows])).toEqual(codesOf(communes));
	});

	test('every commune by its code without dots and leading noughts', async () => {
		const rows = communes.map(({ code }) => `${Number(code.replaceAll('.', ''))};1`);
		expect(await joinOf(['code;v', ...rows])).toEqual(codesOf(communes));
	});
});
