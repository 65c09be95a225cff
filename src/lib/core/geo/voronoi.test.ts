import { booleanPointInPolygon } from '@turf/turf';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { areaKm2 } from './area.ts';
import { distanceKm } from './distance.ts';
import { voronoiCells, type Seed } from './voronoi.ts';

/** A horseshoe of about 330 km around El Hajeb's latitude. */
const horseshoe: Polygon = {
	type: 'Polygon',
	coordinates: [[[-6, 33], [-3, 33], [-3, 36], [-4, 36], [-4, 34], [-5, 34], [-5, 36], [-6, 36], [-6, 33]]]
}; // prettier-ignore
const seeds: Seed[] = [
	{ code: 'west', position: [-5.5, 35] },
	{ code: 'east', position: [-3.5, 35] },
	{ code: 'south', position: [-4.6, 33.2] }
];

test('the cells fill the boundary without overlap', () => {
	const cells = voronoiCells(seeds, horseshoe);
	const total = cells.reduce((sum, { shape }) => sum + areaKm2(shape), 0);
	expect(total / areaKm2(horseshoe)).toBeCloseTo(1, 6);
});

test('each cell holds its own seed, in the order of the seeds', () => {
	const cells = voronoiCells(seeds, horseshoe);
	expect(cells.map(({ code }) => code)).toEqual(['west', 'east', 'south']);
	for (const [i, seed] of seeds.entries()) expect(booleanPointInPolygon([...seed.position], cells[i]!.shape)).toBe(true);
});

test('a corner between two cells is as far from one seed as from the other, in km', () => {
	const [west, , south] = voronoiCells(seeds, horseshoe);
	const key = (at: readonly number[]): string => at.map((degrees) => degrees.toFixed(9)).join(' ');
	const outer = new Set(horseshoe.coordinates.flat().map(key));
	const shared = (west!.shape as Polygon).coordinates.flat().filter((at) => !outer.has(key(at)));
	expect(shared.length).toBeGreaterThan(1);
	for (const [lon, lat] of shared as [number, number][]) {
		const [toWest, toSouth] = [distanceKm([lon, lat], seeds[0]!.position), distanceKm([lon, lat], seeds[2]!.position)];
		expect(Math.abs(toWest / toSouth - 1)).toBeLessThan(0.02);
	}
	expect(south!.shape.type).toBe('Polygon');
});

test('a cell that the boundary cuts in two keeps both parts', () => {
	const [low] = voronoiCells([{ code: 'low', position: [-5.5, 35.5] }, { code: 'high', position: [-4.5, 33.1] }], horseshoe); // prettier-ignore
	expect(low!.shape.type).toBe('MultiPolygon');
});

test('a seed outside grows its cell from the nearest place on the boundary', () => {
	const [outside] = voronoiCells([{ code: 'outside', position: [-6.5, 35] }, seeds[1]!, seeds[2]!], horseshoe);
	expect(areaKm2(outside!.shape)).toBeGreaterThan(10000);
});

test('a single seed gets the whole boundary', () => {
	expect(voronoiCells([seeds[0]!], horseshoe)).toEqual([{ code: 'west', shape: horseshoe }]);
});

test('no seed, and two seeds in one place, are refused with a sentence', () => {
	expect(() => voronoiCells([], horseshoe)).toThrow('No seed');
	expect(() => voronoiCells([seeds[0]!, { ...seeds[0]!, code: 'twin' }], horseshoe)).toThrow('share its place');
});
