import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { ProvinceRow } from './facts.ts';
import { griddedTopology } from './gridded-topology.ts';
import { runMapshaper } from './run-mapshaper.ts';

/** How much of the border vertices stays (percent) and on which grid (degrees). */
export interface DetailLevel {
	readonly keepPercent: number;
	readonly stepDegrees: number;
}

/** For a map of the whole country: 0.002° is about 200 m, below a pixel up to zoom 9. */
export const LOW_DETAIL: DetailLevel = { keepPercent: 12, stepDegrees: 0.002 };
/** For a province that fills the screen; the source itself is quantised to about 0.0016°. */
export const HIGH_DETAIL: DetailLevel = { keepPercent: 40, stepDegrees: 0.001 };

/**
 * Lagoons and ponds that the source leaves out (the largest, Merja Zerga, has 9 km²) are given to the province around
 * them, so that the country has one outline without holes.
 */
const LARGEST_POND = '20km2';

/** Provinces of the source with their region, as valid polygons that share their borders. Throws unless codes match one to one. */
export async function cleanProvinces(rows: readonly ProvinceRow[]): Promise<Topology> {
	const path = fileURLToPath(import.meta.resolve('morocco-map/data/provinces.json'));
	const source = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ provinces: GeometryCollection }>;
	const regionOf = new Map(rows.map((row) => [row.code, row.region]));
	for (const shape of source.objects.provinces.geometries) {
		const code = String(shape.id);
		const region = regionOf.get(code);
		if (!region) throw new Error(`The polygon «${code}» is not in the table of provinces.`);
		// The names of the source are not display names (Figuig carries Nador's): only the code is read.
		shape.properties = { code, region };
		regionOf.delete(code);
	}
	if (regionOf.size > 0) throw new Error(`No polygon for ${[...regionOf.keys()].join(', ')}.`);
	return runMapshaper(`-i provinces.json -clean gap-fill-area=${LARGEST_POND} -o out.json format=topojson no-quantization`, {
		'provinces.json': source
	});
}

/** Provinces and the regions dissolved from them, simplified once so that their borders are the same lines. */
export async function simplifiedProvinces(clean: Topology, detail: DetailLevel): Promise<PolygonTopology> {
	const commands = [
		'-i provinces.json',
		`-simplify weighted keep-shapes ${detail.keepPercent}%`,
		// Rounding may make a thin bend touch itself: clean after it, on the same grid.
		`-snap precision=${detail.stepDegrees}`,
		`-clean gap-fill-area=${LARGEST_POND}`,
		'-dissolve region + name=regions',
		'-o out.json target=* format=topojson no-quantization'
	];
	const simplified = await runMapshaper<Topology>(commands.join(' '), { 'provinces.json': clean });
	return griddedTopology(simplified, detail.stepDegrees, { provinces: 'code', regions: 'region' });
}
