import type { Feature, FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
import { voronoiCells, type Seed } from '#lib/core/geo/voronoi.ts';
import type { CommuneRow } from './facts.ts';
import { griddedTopology } from './gridded-topology.ts';
import { runMapshaper } from './run-mapshaper.ts';

/**
 * The polygon in which the cell of a commune is drawn, where it is not the one of its province. Sidi Yahia El Gharb
 * belongs to Sidi Slimane (HCP), but its place lies in the polygon of Kénitra: its cell is cut out where the town is,
 * and its parent stays Sidi Slimane.
 */
export const DRAWN_ELSEWHERE: Readonly<Record<string, string>> = { '04.491.01.09': 'MA-KEN' };

/** Grid of the shipped cells in degrees, about 50 m. */
const STEP_DEGREES = 0.0005;

/**
 * Approximate commune areas: Voronoi cells of the commune points within each polygon of `provinces`, cleaned as one
 * coverage so that neighbours share their lines across province borders too. A commune without a point has no cell.
 */
export async function communeCells(communes: readonly CommuneRow[], provinces: PolygonTopology): Promise<PolygonTopology> {
	const seeds = seedsByPolygon(communes);
	const cells = [...shapesOf(provinces, 'provinces')].flatMap(([code, shape]) => voronoiCells(seeds.get(code) ?? [], shape));
	const coverage: FeatureCollection = {
		type: 'FeatureCollection',
		features: cells.map(({ code, shape }): Feature => ({ type: 'Feature', properties: { code }, geometry: shape }))
	};
	const commands = [
		// The first cleaning puts a vertex wherever a cell of one province ends on the border of the next, so that
		// rounding moves both sides alike; the second removes what rounding may have made thin.
		'-i communes.json',
		'-clean',
		`-snap precision=${STEP_DEGREES}`,
		'-clean',
		'-o out.json format=topojson no-quantization'
	];
	const clean = await runMapshaper<Topology>(commands.join(' '), { 'communes.json': coverage });
	return griddedTopology(clean, STEP_DEGREES, { communes: 'code' });
}

function seedsByPolygon(communes: readonly CommuneRow[]): ReadonlyMap<string, Seed[]> {
	const seeds = new Map<string, Seed[]>();
	for (const { code, province, point } of communes) {
		if (!point) continue;
		const polygon = DRAWN_ELSEWHERE[code] ?? province;
		seeds.set(polygon, [...(seeds.get(polygon) ?? []), { code, position: point }]);
	}
	return seeds;
}
