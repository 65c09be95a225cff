import { bbox, booleanPointInPolygon, geojsonRbush } from '@turf/turf';
import Flatbush from 'flatbush';
import inPolygon from 'point-in-polygon-hao';
import type { Position } from '#lib/core/geo/geography.ts';
import { createLocator, type Locate } from '#lib/core/geo/locate.ts';
import { shapesOf, type PolygonTopology, type Shapes } from '#lib/core/geo/topology.ts';
import { createRandom } from '#lib/core/statistics/random.ts';
import { atLeast, atMost, timed, timesAsLong, type Measure } from './measure.ts';

/** So many places a register of the country would hold. */
const PLACES = 60_000;
/** Turf asked about every shape needs seconds for all of them. */
const PLACES_OF_TURF = 1_000;

/** Places in their territory: our raster against Turf and against the trees that npm has, on the shipped shapes. */
export function locateMeasures(provinces: PolygonTopology, detail: PolygonTopology, communes: PolygonTopology): Measure[] {
	return [
		...measuresOf('75 provinces', shapesOf(provinces, 'provinces'), { tree: 15, turf: 150, build: 500 }),
		...measuresOf('75 provinces in detail', shapesOf(detail, 'provinces'), { tree: 15, turf: 150, build: 500 }),
		...measuresOf('1,502 communes', shapesOf(communes, 'communes'), { tree: 5, turf: 150, build: 500 })
	];
}

interface Goals {
	readonly tree: number;
	readonly turf: number;
	readonly build: number;
}

function measuresOf(what: string, shapes: Shapes, goals: Goals): Measure[] {
	const locate = createLocator(shapes);
	const { inside, anywhere } = places(locate);
	const few = inside.slice(0, PLACES_OF_TURF);
	const [turf, flat, rbush] = [everyShape(shapes), flatbushTree(shapes), rbushTree(shapes)];
	const each = (who: Locate, list: readonly Position[]) => (): void => list.forEach((place) => void who(place));
	const times = (theirs: Locate, list: readonly Position[], runs: number): number =>
		timesAsLong(each(theirs, list), each(locate, list), runs);
	const all = [...inside, ...anywhere];
	const different =
		all.filter((place) => locate(place) !== flat(place)).length + few.filter((place) => locate(place) !== turf(place)).length;
	return [
		atLeast(`${what}, ${PLACES} places in the country, against flatbush + point-in-polygon-hao`, times(flat, inside, 10), goals.tree, '×'),
		atLeast('the same, places anywhere around it', times(flat, anywhere, 10), goals.tree, '×'),
		atLeast('the same, in the country, against @turf/geojson-rbush + point-in-polygon-hao', times(rbush, inside, 5), goals.tree, '×'),
		atLeast(`the same, ${PLACES_OF_TURF} places, against booleanPointInPolygon of every shape`, times(turf, few, 3), goals.turf, '×'),
		atMost('places that ours and theirs put elsewhere', different, 0, ''),
		atMost(`${PLACES} places in the country`, timed(each(locate, inside), 20).median, 50, 'ms'),
		atMost('raster, made once', timed(() => void createLocator(shapes), 5).median, goals.build, 'ms')
	];
}

/** Seeded places: in the country, as cooperatives are, and anywhere in the box around it. */
function places(locate: Locate): { inside: Position[]; anywhere: Position[] } {
	const { between } = createRandom(PLACES);
	const somewhere = (): Position => [between(-17.1, -1), between(20.77, 35.93)];
	const inside: Position[] = [];
	while (inside.length < PLACES) {
		const place = somewhere();
		if (locate(place) !== null) inside.push(place);
	}
	return { inside, anywhere: Array.from({ length: PLACES }, somewhere) };
}

const byCode = (shapes: Shapes) => [...shapes].sort(([a], [b]) => (a < b ? -1 : 1));

/** Turf alone: every shape in turn, the first one that holds the place. */
function everyShape(shapes: Shapes): Locate {
	const all = byCode(shapes);
	return ([lon, lat]) => all.find(([, shape]) => booleanPointInPolygon([lon, lat], shape))?.[0] ?? null;
}

const partsOf = (shapes: Shapes) =>
	byCode(shapes).map(([code, shape]) => ({
		code,
		parts: (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) as [number, number][][][],
		box: bbox(shape)
	}));

/** The fastest that npm offers: a packed tree of boxes, then the test that Turf itself uses. */
function flatbushTree(shapes: Shapes): Locate {
	const areas = partsOf(shapes);
	const tree = new Flatbush(areas.length);
	for (const { box } of areas) tree.add(box[0], box[1], box[2], box[3]);
	tree.finish();
	return (place) => {
		for (const index of tree.search(place[0], place[1], place[0], place[1]).sort((a, b) => a - b)) {
			const { code, parts } = areas[index]!;
			for (const part of parts) if (inPolygon(place as [number, number], part) !== false) return code;
		}
		return null;
	};
}

/** The tree that Turf offers. */
function rbushTree(shapes: Shapes): Locate {
	const areas = partsOf(shapes);
	const tree = geojsonRbush();
	tree.load(areas.map(({ box }, id) => ({ type: 'Feature', id, bbox: box, properties: {}, geometry: { type: 'Point', coordinates: [] } })));
	return (place) => {
		const found = tree.search([place[0], place[1], place[0], place[1]]).features;
		for (const { id } of found.sort((a, b) => Number(a.id) - Number(b.id))) {
			const { code, parts } = areas[Number(id)]!;
			for (const part of parts) if (inPolygon(place as [number, number], part) !== false) return code;
		}
		return null;
	};
}
