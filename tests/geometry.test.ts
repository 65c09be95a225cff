import { brotliCompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { booleanPointInPolygon } from '@turf/turf';
import { expect, test } from 'vitest';
import { areaKm2 } from '#lib/core/geo/area.ts';
import { borderKm } from '#lib/core/geo/border.ts';
import type { Geography, Town } from '#lib/core/geo/geography.ts';
import { adjacencyOf, arcOwners, shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
import { ringDefects } from '#lib/core/geo/validity.ts';
import { polygonOf } from '../scripts/data/geo/communes.ts';
import { coverageDefects } from '../scripts/data/geo/coverage.ts';
import { geoFacts } from '../scripts/data/geo/facts.ts';
import { shipped, shippedFolder, shippedTopologies } from './shipped.ts';

const facts = geoFacts('data/facts');
const geography = shipped<Geography>('geography.json');
const detail = shipped<PolygonTopology>('provinces-detail.topo.json');
const communes = shipped<PolygonTopology>('communes.topo.json');
const cells = shapesOf(communes, 'communes');
const provinces = shapesOf(detail, 'provinces');
const polygons = new Map(facts.communes.map((commune) => [commune.code, polygonOf(commune)]));
const polygonOfCode = (code: string): string => polygons.get(code) ?? code;

const WITHOUT_POINT = '04.281.05.11';
const SIDI_YAHIA = '04.491.01.09';

test.each([
	['provinces.topo.json', 15],
	['provinces-detail.topo.json', 40],
	['communes.topo.json', 100],
	['context.topo.json', 12]
])('%s is at most %i kB under brotli', (name, kilobytes) => {
	expect(brotliCompressSync(readFileSync(join(shippedFolder(), name))).length).toBeLessThanOrEqual(kilobytes * 1000);
});

test('every ring of every shipped shape is valid', () => {
	for (const [name, topology] of shippedTopologies()) {
		for (const object of Object.keys(topology.objects)) {
			const defects = [...shapesOf(topology, object)].flatMap(([code, shape]) => ringDefects(shape).map((defect) => `${code}: ${defect}`));
			expect(defects, `${name} ${object}`).toEqual([]);
		}
	}
});

test('regions and provinces share their borders, in both levels of detail', () => {
	const regionOf = new Map(facts.provinces.map(({ code, region }) => [code, region]));
	for (const topology of [detail, shipped<PolygonTopology>('provinces.topo.json')]) {
		const ofRegions = borderKm(topology, 'regions', (code) => code);
		const ofProvinces = borderKm(topology, 'provinces', (code) => regionOf.get(code) ?? code);
		expect([...ofRegions.keys()].sort()).toEqual([...ofProvinces.keys()].sort());
		for (const [border, km] of ofRegions) expect(ofProvinces.get(border), border).toBeCloseTo(km, 6);
	}
});

test('1,502 communes have a cell and Sidi Mohamed Benmansour, which has no point, is listed without one', () => {
	const codes = facts.communes.map(({ code }) => code);
	expect(codes).toHaveLength(1503);
	expect(codes.filter((code) => !cells.has(code))).toEqual([WITHOUT_POINT]);
	expect([...cells.keys()].filter((code) => !codes.includes(code))).toEqual([]);
	expect(geography.territories[WITHOUT_POINT]).toEqual({ label: null, areaKm2: null, coastal: null });
	expect(geography.adjacency.commune[WITHOUT_POINT]).toEqual([]);
});

test('cells meet along every border between two provinces and along every outline', () => {
	const inner = [...borderKm(detail, 'provinces', (code) => code).keys()].filter((border) => border.includes('|'));
	expect(inner.length).toBeGreaterThan(150);
	expect(coverageDefects(communes, detail, polygonOfCode)).toEqual([]);
});

test('the cells together have the area of the provinces', () => {
	const sum = (shapes: typeof cells): number => [...shapes.values()].reduce((total, shape) => total + areaKm2(shape), 0);
	expect(sum(cells) / sum(provinces)).toBeCloseTo(1, 3);
});

test('no line is used by more than two cells, and no place lies in two', () => {
	expect(arcOwners(communes, 'communes').filter((owners) => owners.length > 2)).toEqual([]);
	for (let lat = 20.83; lat < 36; lat += 0.37) {
		for (let lon = -17.03; lon < -1; lon += 0.37) {
			const [inCells, inProvinces] = [cells, provinces].map((shapes) => holding(shapes, [lon, lat]));
			expect(inCells!.length, `cells at ${lon}, ${lat}`).toBeLessThanOrEqual(1);
			if (inCells!.length === 1 && inProvinces!.length === 1) expect(polygonOfCode(inCells![0]!)).toBe(inProvinces![0]);
		}
	}
});

/** Codes of the shapes around a place. */
function holding(shapes: typeof cells, place: [number, number]): string[] {
	return [...shapes].filter(([, shape]) => booleanPointInPolygon(place, shape, { ignoreBoundary: true })).map(([code]) => code);
}

test('every commune point lies in its own cell', () => {
	const strays = facts.communes.filter(({ code, point }) => point && !booleanPointInPolygon([...point], cells.get(code)!));
	expect(strays.map(({ code }) => code)).toEqual([]);
});

test('Sidi Yahia El Gharb belongs to Sidi Slimane, its cell is cut out of the polygon of Kénitra where the town is', () => {
	const commune = facts.communes.find(({ code }) => code === SIDI_YAHIA)!;
	expect(commune.province).toBe('MA-SIL');
	expect(polygonOf(commune)).toBe('MA-KEN');
	expect(booleanPointInPolygon([...commune.point!], provinces.get('MA-KEN')!)).toBe(true);
	expect(facts.communes.filter((other) => polygonOf(other) !== other.province)).toEqual([commune]);
});

test('the province map does not know that exception: only the province polygons carry its figures', () => {
	expect(holding(provinces, [-6.304, 34.308])).toEqual(['MA-KEN']);
	expect(areaKm2(provinces.get('MA-SIL')!)).toBeCloseTo(geography.territories['MA-SIL']!.areaKm2!, 1);
});

test('every label lies inside its own polygon, and every territory but the commune without a point has one', () => {
	const shapes = new Map([...shapesOf(detail, 'regions'), ...provinces, ...cells]);
	expect(Object.keys(geography.territories)).toHaveLength(12 + 75 + 1503);
	for (const [code, { label, areaKm2: area }] of Object.entries(geography.territories)) {
		if (code === WITHOUT_POINT) continue;
		expect(booleanPointInPolygon([...label!], shapes.get(code)!, { ignoreBoundary: true }), code).toBe(true);
		expect(area! / areaKm2(shapes.get(code)!), code).toBeCloseTo(1, 3);
	}
});

test('neighbours are mutual, at every level, and nobody but the commune without a cell is alone', () => {
	for (const [level, links] of Object.entries(geography.adjacency)) {
		for (const [code, neighbours] of Object.entries(links)) {
			for (const other of neighbours) expect(links[other], `${level} ${other} of ${code}`).toContain(code);
			if (code !== WITHOUT_POINT) expect(neighbours.length, code).toBeGreaterThan(0);
		}
	}
	expect(geography.adjacency.province).toEqual(adjacencyOf(detail, 'provinces'));
});

test.each([
	['MA-HAJ', ['MA-IFR', 'MA-KHE', 'MA-KHN', 'MA-MEK', 'MA-MOU', 'MA-SEF']],
	['MA-AOU', ['MA-OUD']],
	['MA-12', ['MA-11']],
	['MA-10', ['MA-09', 'MA-11']]
])('%s touches %j and no other', (code, expected) => {
	const links = { ...geography.adjacency.province, ...geography.adjacency.region };
	expect(links[code]).toEqual(expected);
});

/** Provinces with a shore, from the Mediterranean border round to Lagouira; all others are inland. */
const COASTAL =
	'BER NAD DRI HOC CHE TET MDF FAH TNG LAR KEN SAL RAB SKH BES MOH CAS NOU BRR JDI SIB SAF ESI AGD INE CHT TIZ SIF GUE TNT TAF LAA BOD OUD AOU';

test('the provinces with a shore are the coastal ones', () => {
	const coastal = [...provinces.keys()].filter((code) => geography.territories[code]!.coastal);
	expect(coastal.sort()).toEqual(COASTAL.split(' ').map((code) => `MA-${code}`).sort()); // prettier-ignore
});

test('a region is coastal exactly when one of its provinces is', () => {
	for (const { code } of facts.regions) {
		const own = facts.provinces.filter(({ region }) => region === code);
		expect(geography.territories[code]!.coastal, code).toBe(own.some((province) => geography.territories[province.code]!.coastal));
	}
});

test('commune cells have a shore only in coastal provinces; ports have one, towns inland have none', () => {
	for (const commune of facts.communes) {
		const { coastal } = geography.territories[commune.code]!;
		if (coastal) expect(geography.territories[polygonOf(commune)]!.coastal, commune.nameFr).toBe(true);
	}
	const coastal = (name: string): (boolean | null)[] =>
		facts.communes.filter(({ nameFr }) => nameFr === name).map(({ code }) => geography.territories[code]!.coastal);
	const ports = [
		'Tanger',
		'Al Hoceima',
		'Larache',
		'Casablanca',
		'El Jadida',
		'Safi',
		'Essaouira',
		'Agadir',
		'Sidi Ifni',
		'Tarfaya',
		'Boujdour',
		'Dakhla',
		'Lagouira'
	];
	for (const name of ports) expect(coastal(name), name).toEqual([true]);
	for (const name of ['El Hajeb', 'Fès', 'Marrakech', 'Figuig', 'Es-Semara', 'Zagora']) expect(coastal(name), name).toEqual([false]);
});

test('towns are the 12 seats of regions, the other seats of provinces, and large towns, each inside its province', () => {
	const towns = shipped<Town[]>('towns.json');
	expect([1, 2].map((rank) => towns.filter((town) => town.rank === rank).length)).toEqual([12, 63]);
	expect(towns.length).toBeLessThanOrEqual(95);
	for (const { id, position, name } of towns) {
		expect(holding(provinces, [...position]), name.fr).toEqual([polygonOfCode(id)]);
	}
});
