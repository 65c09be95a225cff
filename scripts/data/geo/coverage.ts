import { areaKm2 } from '#lib/core/geo/area.ts';
import { borderKm } from '#lib/core/geo/border.ts';
import { shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';

/** Share by which cells and provinces may differ: both are rounded, on different grids. */
const TOLERANCE = 0.001;

/**
 * Where the cells of `communes` do not fill the polygons of `provinces` exactly once, one sentence each: areas per
 * polygon, and for every border between two provinces and every outline the length over which cells meet there.
 * `polygonOf` gives the province polygon in which a cell is drawn.
 */
export function coverageDefects(communes: PolygonTopology, provinces: PolygonTopology, polygonOf: (code: string) => string): string[] {
	const cellAreas = new Map<string, number>();
	for (const [code, shape] of shapesOf(communes, 'communes')) {
		const polygon = polygonOf(code);
		cellAreas.set(polygon, (cellAreas.get(polygon) ?? 0) + areaKm2(shape));
	}
	const areas = new Map([...shapesOf(provinces, 'provinces')].map(([code, shape]) => [code, areaKm2(shape)]));
	const borders = borderKm(provinces, 'provinces', (code) => code);
	const cellBorders = borderKm(communes, 'communes', polygonOf);
	return [...differences('km² in', areas, cellAreas), ...differences('km of border', borders, cellBorders)];
}

function differences(what: string, expected: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): string[] {
	const keys = [...new Set([...expected.keys(), ...found.keys()])];
	return keys
		.map((key) => ({ key, provinces: expected.get(key) ?? 0, cells: found.get(key) ?? 0 }))
		.filter(({ provinces, cells }) => Math.abs(cells - provinces) > TOLERANCE * provinces)
		.map(({ key, provinces, cells }) => `${what} ${key}: provinces ${provinces.toFixed(2)}, cells ${cells.toFixed(2)}`);
}
