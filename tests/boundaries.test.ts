/**
 * One national outline down to Lagouira, twelve regions drawn alike, the names of HCP, and no word, code or line of
 * another map: read from everything that is shipped.
 */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { booleanPointInPolygon } from '@turf/turf';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import type { MultiPolygon, Polygon } from 'geojson';
import { merge } from 'topojson-client';
import { describe, expect, test } from 'vitest';
import { areaKm2 } from '#lib/core/geo/area.ts';
import { lineKm } from '#lib/core/geo/border.ts';
import type { Position, Town } from '#lib/core/geo/geography.ts';
import { nearestKm, segmentsOf } from '#lib/core/geo/nearest.ts';
import { arcLines, arcOwners, areasOf, shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
import { territoriesOf, type EncodedTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import { outerLines } from '../scripts/data/geo/outer-lines.ts';
import { filesUnder } from './files.ts';
import { foreignWords } from './foreign-words.ts';
import { shipped, shippedFolder, shippedTopologies } from './shipped.ts';

const topologies = shippedTopologies();
const low = topologies.get('provinces.topo.json')!;
const context = topologies.get('context.topo.json')!;
const PARALLEL = 27 + 2 / 3;

describe('words', () => {
	const desert = ['Saha', 'ra'].join('');
	const code = ['E', 'H'].join('');
	test.each([
		`Western ${desert}`,
		`WESTERN-${desert.toUpperCase()}`,
		`W. ${desert}`,
		`le ${desert} occidental`,
		`${desert} Occidentale`,
		`el ${['S\u00e1ha', 'ra'].join('')} Occidental`,
		`\u0627${['لصحرا', 'ء الغر', 'بية'].join('')}`,
		`Laâyoune-Sakia El Hamra (${code})`,
		`Guelmim (${code}-partial)`,
		`{"country":"${code}"}`,
		`Laâyoune,27.1,-13.2,${code},`,
		`country: '${code.toLowerCase()}'`
	])('the guard sees «%s»', (text) => {
		expect(foreignWords(text).length).toBeGreaterThan(0);
	});

	test.each([`Miel d'euphorbe du ${desert}`, 'Laâyoune-Sakia El Hamra', 'zone saharienne', 'BEHRA', 'E044', 'MA-REH', 'WHEN'])(
		'the guard lets «%s» pass',
		(text) => {
			expect(foreignWords(text)).toEqual([]);
		}
	);

	test('a minified variable is no code, a quoted value is', () => {
		expect(foreignWords(`let ${code}=1;f(${code})`, 'minified')).toEqual([]);
		expect(foreignWords(`x="Guelmim (${code})"`, 'minified')).toHaveLength(1);
		expect(foreignWords(`x("${code}")`, 'minified')).toHaveLength(1);
	});

	/** Compressed copies of files that are read themselves, pictures and fonts; anything else is read as text. */
	const NOT_TEXT = ['.br', '.gz', '.woff', '.woff2', '.ttf', '.png', '.jpg', '.ico', '.sqlite', '.sqlite-wal', '.sqlite-shm'];
	const readable = (paths: readonly string[]): string[] => filesUnder(paths).filter((file) => !NOT_TEXT.includes(extname(file)));

	test('no source, table, message, style or page contains a forbidden word', () => {
		const files = readable([
			'src',
			'static',
			'scripts',
			'tests',
			'docs',
			'data/facts',
			'data/bank',
			'data/method',
			'data/datapackage.json'
		]);
		const loose = readable(['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'data/LICENSE.md', 'package.json']);
		expect(files.length).toBeGreaterThan(200);
		expect(wordsIn([...files, ...loose], 'text')).toEqual([]);
	});

	test('no file of the release contains one', () => {
		const files = readable([shippedFolder()]);
		expect(files.length).toBeGreaterThanOrEqual(8);
		expect(wordsIn(files, 'text')).toEqual([]);
	});

	test('no page or script of the built app contains one', () => {
		// The app is built after these tests on a fresh checkout; its sources were read above in any case.
		expect(
			wordsIn(
				readable(['build/client']).filter((file) => extname(file) !== '.map'),
				'minified'
			)
		).toEqual([]);
	});

	test('no row of the database contains one', () => {
		const bank = new Database(join(shippedFolder(), 'bank.sqlite'), { readonly: true });
		const tables = bank.prepare(`select name from sqlite_master where type = 'table'`).pluck().all() as string[];
		expect(tables.length).toBeGreaterThan(3);
		for (const table of tables) {
			const rows = bank.prepare(`select * from "${table}"`).raw().all() as unknown[][];
			const values = rows.flat().filter((value) => typeof value === 'string');
			expect(foreignWords(values.join('\n')), table).toEqual([]);
		}
		bank.close();
	});

	function wordsIn(files: readonly string[], reading: 'text' | 'minified'): string[] {
		return files.flatMap((file) => foreignWords(readFileSync(file, 'utf8'), reading).map((word) => `${file}: …${word}…`));
	}
});

describe('names', () => {
	const rows = (name: string): Record<string, string>[] =>
		parse(readFileSync(`data/facts/hcp/rgph/2024/${name}.csv`), { columns: true, bom: true });
	const { levels } = shipped<Snapshot>('snapshot.json');
	const [regions, provinces, communes] = [levels.region, levels.province, shipped<EncodedTable>('communes.json')].map(territoriesOf);
	const territories = [...regions!, ...provinces!, ...communes!];
	const byCode = new Map(territories.map((territory) => [territory.code, territory]));

	test('12 regions, 75 provinces and prefectures, 1,503 communes, each once', () => {
		expect(regions).toHaveLength(12);
		expect(provinces).toHaveLength(75);
		expect(byCode.size).toBe(12 + 75 + 1503);
	});

	test('every Arabic and French name is the one of HCP', () => {
		const published = [
			...rows('regions').map((row) => [row.iso_3166_2, row]),
			...rows('provinces').map((row) => [row.iso_3166_2, row]),
			...rows('communes').map((row) => [row.code, row])
		] as [string, Record<string, string>][];
		expect(published).toHaveLength(byCode.size);
		for (const [code, row] of published) {
			expect(byCode.get(code)?.name, code).toMatchObject({ ar: row.name_ar, fr: row.name_fr });
		}
	});

	test.each([
		['MA-FIG', 'فجيج', 'Figuig', 'MA-02'],
		['MA-LAA', 'العيون', 'Laâyoune', 'MA-11'],
		['MA-OUD', 'وادي الذهب', 'Oued Ed-Dahab', 'MA-12'],
		['MA-AOU', 'أوسرد', 'Aousserd', 'MA-12'],
		['12.391.01.01', 'الداخلة', 'Dakhla', 'MA-OUD'],
		['11.321.01.03', 'العيون', 'Laâyoune', 'MA-LAA'],
		['04.491.01.09', 'سيدي يحيى الغرب', 'Sidi Yahia El Gharb', 'MA-SIL']
	])('%s is %s, %s, in %s', (code, ar, fr, parent) => {
		expect(byCode.get(code)).toMatchObject({ name: { ar, fr }, parent });
	});

	test('every town on the map is a Moroccan commune under its HCP name, the southern ones too', () => {
		const towns = shipped<Town[]>('towns.json');
		for (const { id, name } of towns) expect(byCode.get(id)?.name, id).toEqual(name);
		const south = ['Laâyoune', 'Dakhla', 'Boujdour', 'Es-Semara', 'Tarfaya', 'Bir Gandouz', 'Guelmim', 'Tan-Tan', 'Assa'];
		expect(towns.map(({ name }) => name.fr)).toEqual(expect.arrayContaining(south));
	});
});

describe('shapes', () => {
	const frames = ['provinces.topo.json', 'provinces-detail.topo.json'];
	const objects = [...topologies].flatMap(([file, topology]) => Object.keys(topology.objects).map((object) => [file, object] as const));

	test('the release ships these geometries and no other', () => {
		expect(objects.map((pair) => pair.join(' '))).toEqual([
			'communes.topo.json communes',
			'context.topo.json neighbours',
			'provinces-detail.topo.json provinces',
			'provinces-detail.topo.json regions',
			'provinces.topo.json provinces',
			'provinces.topo.json regions'
		]);
	});

	test('all shapes of an object are alike: lines and a code, no property by which one could be drawn differently', () => {
		for (const [file, object] of objects) {
			for (const shape of topologies.get(file)!.objects[object]!.geometries) {
				expect(Object.keys(shape).sort(), `${file} ${object} ${shape.id}`).toEqual(['arcs', 'id', 'type']);
			}
		}
	});

	test.each(frames)('%s has the 12 regions and the 75 provinces of the tables', (file) => {
		const codes = (object: string): string[] => areasOf(topologies.get(file)!, object).map(({ id }) => id);
		expect(codes('regions')).toEqual([...Array(12).keys()].map((i) => `MA-${String(i + 1).padStart(2, '0')}`));
		expect(codes('provinces')).toHaveLength(75);
		expect(codes('provinces').every((code) => /^MA-[A-Z]{3}$/.test(code))).toBe(true);
	});

	test.each(objects.filter(([file]) => file !== 'context.topo.json'))(
		'%s %s: one continuous outline from the Strait down to Lagouira, without a hole',
		(file, object) => {
			const parts = outlineOf(topologies.get(file)!, object).coordinates;
			const areas = parts.map((coordinates) => areaKm2({ type: 'Polygon', coordinates }));
			const mainland = parts[areas.indexOf(Math.max(...areas))]!;
			expect(Math.max(...areas)).toBeGreaterThan(683_000);
			// Islets and harbour walls only.
			expect(areas.filter((area) => area > 3)).toHaveLength(1);
			expect(mainland).toHaveLength(1);
			const latitudes = mainland[0]!.map(([, lat]) => lat!);
			expect(Math.min(...latitudes)).toBeLessThan(20.9);
			expect(Math.max(...latitudes)).toBeGreaterThan(35.9);
		}
	);

	test.each([
		['Lagouira', -17.09, 20.83],
		['Guerguerat', -16.96, 21.43],
		['Bir Gandouz', -16.47, 21.61],
		['Tifariti', -10.57, 26.16],
		['Bir Lahlou', -9.56, 26.35],
		['Al Mahbass', -9.06, 27.42],
		['Dakhla', -15.93, 23.7]
	])('%s lies inside a region and a province', (_, lon, lat) => {
		for (const file of frames) {
			for (const object of ['regions', 'provinces']) expect(around(shapesOf(topologies.get(file)!, object), [lon, lat])).toHaveLength(1);
		}
	});

	function around(shapes: ReadonlyMap<string, Polygon | MultiPolygon>, place: [number, number]): string[] {
		return [...shapes].filter(([, shape]) => booleanPointInPolygon(place, shape)).map(([code]) => code);
	}
});

describe('lines', () => {
	test('no line follows the parallel of 27°40′: every one that meets it crosses it', () => {
		for (const [file, topology] of topologies) {
			const longest = Math.max(...arcLines(topology).map(kmAlongParallel));
			expect(longest, `${file}: km of one line within 0.01° of the parallel`).toBeLessThan(15);
			const total = arcLines(topology).reduce((sum, line) => sum + kmAlongParallel(line), 0);
			expect(total, `${file}: km of all lines within 0.01° of the parallel, of 447 km across the country`).toBeLessThan(45);
		}
	});

	test('the land around Morocco is one shape: no country border in it', () => {
		expect(areasOf(context, 'neighbours').map(({ id }) => id)).toEqual(['land']);
		expect(arcOwners(context, 'neighbours').every((owners) => owners.length === 1)).toBe(true);
	});

	test('no line of the land around Morocco runs inside the outline', () => {
		const outline = outlineOf(low, 'regions');
		const border = segmentsOf(outline.coordinates.flat());
		const inside = points(arcLines(context)).filter((place) => nearestKm(place, border) > 1 && booleanPointInPolygon([...place], outline));
		expect(inside).toEqual([]);
	});

	test('the land around Morocco reaches its land border everywhere: no gap, no sliver of sea', () => {
		const outline = outlineOf(low, 'regions');
		const land = shapesOf(context, 'neighbours').get('land')!;
		const { coast, landBorder } = outerLines();
		const [shore, inland] = [segmentsOf(coast), segmentsOf(landBorder)];
		const along = points(outline.coordinates.flat()).filter((place) => nearestKm(place, shore) > 10);
		expect(along.length).toBeGreaterThan(500);
		for (const [lon, lat] of along) {
			expect(nearestKm([lon, lat], inland)).toBeLessThan(120);
			for (const [dx, dy] of [[0.02, 0], [-0.02, 0], [0, 0.02], [0, -0.02]] as const) {
				expect(booleanPointInPolygon([lon + dx, lat + dy], land), `sea beside ${lon}, ${lat}`).toBe(true);
			}
		}
	}); // prettier-ignore

	test('styles name no region, no disputed border and no outside source', () => {
		const files = filesUnder(['src/lib/map', 'src/lib/core/cartography', 'src/lib/server/report']).filter(
			// What the lint of basemaps refuses is named in one file, and nowhere else.
			(file) => /[.](ts|svelte|css|json)$/.test(file) && !file.endsWith('.test.ts') && !file.endsWith('cartography/basemap/refused.ts')
		);
		expect(files.length).toBeGreaterThan(10);
		const marks = [/['"`]MA-(0[1-9]|1[0-2])['"`]/, /disputed/i, /admin_(0|level)/, /['"`]https?:(?!\/\/www\.w3\.org\/)/];
		const found = files.flatMap((file) => {
			const text = readFileSync(file, 'utf8');
			return marks.filter((mark) => mark.test(text)).map((mark) => `${file}: ${mark}`);
		});
		expect(found).toEqual([]);
	});

	/** Places along some lines, at most some 2 km apart. */
	function points(lines: readonly (readonly number[][])[] | readonly number[][][]): Position[] {
		return segmentsOf(lines).flatMap(([from, to]) => {
			const steps = Math.ceil(lineKm([from, to]) / 2);
			const at = (i: number): Position => [from[0] + ((to[0] - from[0]) * i) / steps, from[1] + ((to[1] - from[1]) * i) / steps];
			return Array.from({ length: steps }, (_, i) => at(i));
		});
	}

	/** Length of a line within 0.01° of the parallel and within the longitudes of the country. */
	function kmAlongParallel(line: readonly number[][]): number {
		const [south, north] = [PARALLEL - 0.01, PARALLEL + 0.01];
		return segmentsOf([line]).reduce((sum, [from, to]) => {
			if (from[0] < -13.5 || from[0] > -8.5) return sum;
			const [low, high] = from[1] < to[1] ? [from, to] : [to, from];
			if (high[1] < south || low[1] > north) return sum;
			const at = (lat: number): Position =>
				high[1] === low[1] ? low : [low[0] + ((high[0] - low[0]) * (lat - low[1])) / (high[1] - low[1]), lat];
			const ends = [low[1] < south ? at(south) : low, high[1] > north ? at(north) : high];
			return sum + lineKm(ends);
		}, 0);
	}
});

/** The union of all shapes of an object: what remains when the lines between them are taken away. */
function outlineOf(topology: PolygonTopology, object: string): MultiPolygon {
	return merge(topology, areasOf(topology, object));
}
