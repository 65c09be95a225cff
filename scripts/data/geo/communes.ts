import type { Feature, FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
import { voronoiCells, type Seed } from '#lib/core/geo/voronoi.ts';
import { coverageDefects } from './coverage.ts';
import type { CommuneRow } from './facts.ts';
import { griddedTopology } from './gridded-topology.ts';
import { runMapshaper } from './run-mapshaper.ts';

/**
 * The polygon in which the cell of a commune is drawn, where it is not the one of its province. Sidi Yahia El Gharb
 * belongs to Sidi Slimane (HCP), but its place lies in the polygon of Kénitra: its cell is cut out where the town is,
 * and its parent stays Sidi Slimane.
 */
const DRAWN_ELSEWHERE: Readonly<Record<string, string>> = { '04.491.01.09': 'MA-KEN' };

/** Code of the province polygon in which the cell of a commune is drawn; its parent but for the exception above. */
export const polygonOf = ({ code, province }: Pick<CommuneRow, 'code' | 'province'>): string => DRAWN_ELSEWHERE[code] ?? province;

/** Grid of the shipped cells in degrees, about 50 m. */
const STEP_DEGREES = 0.0005;

/**
 * Approximate commune areas: Voronoi cells of the commune points within each polygon of `provinces`, cleaned as one
 * coverage so that neighbours share their lines across province borders too. A commune without a point has no cell.
 * Throws when the shipped cells leave a gap or overlap.
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
	const shipped = griddedTopology(clean, STEP_DEGREES, { communes: 'code' });
	const polygonOfCode = new Map(communes.map((commune) => [commune.code, polygonOf(commune)]));
	const defects = coverageDefects(shipped, provinces, (code) => polygonOfCode.get(code) ?? code);
	if (defects.length > 0) throw new Error(`The commune cells do not fill the provinces: ${defects.join('; ')}.`);
	return shipped;
}

function seedsByPolygon(communes: readonly CommuneRow[]): ReadonlyMap<string, Seed[]> {
	const seeds = new Map<string, Seed[]>();
	for (const commune of communes) {
		if (!commune.point) continue;
		const polygon = polygonOf(commune);
		seeds.set(polygon, [...(seeds.get(polygon) ?? []), { code: commune.code, position: commune.point }]);
	}
	return seeds;
}
