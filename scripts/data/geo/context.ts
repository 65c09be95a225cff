import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { stripAlong } from '#lib/core/geo/strip.ts';
import { arcLines, arcOwners, shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
import { griddedTopology } from './gridded-topology.ts';
import { LAND_NEIGHBOURS, MOROCCO_UNITS } from './outer-lines.ts';
import { runMapshaper } from './run-mapshaper.ts';

/**
 * West, south, east, north of the context in degrees: far wider than Morocco, so that a wide screen that shows the whole
 * country never reaches the cut edges of the land.
 */
export const CONTEXT_FRAME = [-42, 6, 22, 48] as const;

/** Units whose coasts are close enough to Morocco to be seen beside it; the others are drawn more coarsely. */
const NEAR_UNITS = [...MOROCCO_UNITS, ...LAND_NEIGHBOURS, '724', '620'];

/** Where two drawings of the shore differ at most. */
const SHORE_KM = 3;

/** About 200 m, like the low-detail provinces whose outline it takes over. */
const STEP_DEGREES = 0.002;

/**
 * One landmass around Morocco, without a single country border: the neighbours and, under Morocco, our own outline
 * (`outline`: the shapes of the low-detail regions), so that no line of another source can show inside the country or
 * as a gap along its land border.
 */
export async function contextLand(outline: readonly (Polygon | MultiPolygon)[]): Promise<PolygonTopology> {
	const world = await simplifiedWorld();
	const parts = splitWorld(world);
	const strips = await stripsAlongLandBorder(parts, outline);
	const land = await runMapshaper<FeatureCollection<Polygon | MultiPolygon>>(
		'-i land.json -clean -dissolve -explode -filter-islands min-area=30km2 remove-empty -o out.json format=geojson geojson-type=FeatureCollection',
		{ 'land.json': collection([...parts.neighbours, ...strips, ...outline]) }
	);
	const solid = land.features.map((part) => withoutHoles(part.geometry));
	const topology = await runMapshaper<Topology>(
		`-i neighbours.json -snap precision=${STEP_DEGREES} -clean -dissolve -each 'code="land"' -o out.json format=topojson no-quantization`,
		{ 'neighbours.json': collection(solid) }
	);
	return griddedTopology(topology, STEP_DEGREES, { neighbours: 'code' });
}

async function simplifiedWorld(): Promise<PolygonTopology> {
	const path = fileURLToPath(import.meta.resolve('world-atlas/countries-10m.json'));
	const world = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ countries: GeometryCollection }>;
	// Codes only: names of this source are never read. Units without a code get none and are kept as plain land.
	for (const unit of world.objects.countries.geometries) unit.properties = { code: String(unit.id ?? '') };
	const countries = { ...world, objects: { countries: world.objects.countries } };
	const commands = [
		'-i countries.json',
		`-clip bbox=${CONTEXT_FRAME.join(',')}`,
		`-simplify weighted variable interval='${JSON.stringify(NEAR_UNITS)}.includes(code) ? 1000 : 5000'`,
		'-clean',
		'-o out.json format=topojson no-quantization'
	];
	return griddedTopology(await runMapshaper<Topology>(commands.join(' '), { 'countries.json': countries }), STEP_DEGREES, { countries: 'code' });
}

interface World {
	readonly neighbours: (Polygon | MultiPolygon)[];
	readonly ours: (Polygon | MultiPolygon)[];
	readonly coast: Position[][];
	/** Vertices of the land border as `x,y`. */
	readonly borderPoints: ReadonlySet<string>;
}

function splitWorld(world: PolygonTopology): World {
	const shapes = [...shapesOf(world, 'countries')];
	const isOurs = (code: string): boolean => MOROCCO_UNITS.includes(code);
	const owners = arcOwners(world, 'countries');
	const lines = arcLines(world);
	const border = lines.filter((_, arc) => owners[arc]?.some(isOurs) && owners[arc]?.some((code) => LAND_NEIGHBOURS.includes(code)));
	return {
		neighbours: shapes.filter(([code]) => !isOurs(code)).map(([, shape]) => shape),
		ours: shapes.filter(([code]) => isOurs(code)).map(([, shape]) => shape),
		coast: lines.filter((_, arc) => owners[arc]?.length === 1 && owners[arc].every(isOurs)),
		borderPoints: new Set(border.flat().map(pointKey))
	};
}

const pointKey = (position: readonly number[]): string => position.map((degrees) => degrees.toFixed(4)).join(',');

/**
 * Land between our outline and the neighbours' where the two sources disagree: it must not show as sea. What lies along
 * the shore is left out, or it would fringe our finer coast.
 */
async function stripsAlongLandBorder({ ours, coast, borderPoints }: World, outline: readonly (Polygon | MultiPolygon)[]): Promise<Polygon[]> {
	const shore = stripAlong(coast, SHORE_KM);
	const rest = await runMapshaper<FeatureCollection<Polygon>>(
		'-i ours.json -clean -dissolve -erase shore.json -erase outline.json -explode -o out.json format=geojson geojson-type=FeatureCollection',
		{ 'ours.json': collection(ours), 'shore.json': collection([shore]), 'outline.json': collection(outline) }
	);
	const touchesBorder = (strip: Polygon): boolean => strip.coordinates.flat().some((position) => borderPoints.has(pointKey(position)));
	return rest.features.map((strip) => strip.geometry).filter(touchesBorder);
}

function withoutHoles(shape: Polygon | MultiPolygon): Polygon | MultiPolygon {
	if (shape.type === 'Polygon') return { type: 'Polygon', coordinates: shape.coordinates.slice(0, 1) };
	return { type: 'MultiPolygon', coordinates: shape.coordinates.map((part) => part.slice(0, 1)) };
}

function collection(shapes: readonly (Polygon | MultiPolygon)[]): FeatureCollection {
	return { type: 'FeatureCollection', features: shapes.map((geometry): Feature => ({ type: 'Feature', properties: {}, geometry })) };
}
