import { distance } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Position } from './geography.ts';

/** One place that was found: its index in the list given, and how far it is. */
export interface Found {
	readonly index: number;
	readonly km: number;
}

/** Places that can be asked who of them is near: communes, or the points of a register. Built once, asked often. */
export interface PlaceIndex {
	/** Calls `visit` for every place within `radiusKm`, edge included, in no order: nothing is allocated for 65,000 of them. */
	each(from: Position, radiusKm: number, visit: (index: number, km: number) => void): void;
	/** The same as a list, nearest first, equals in the order of the list. */
	within(from: Position, radiusKm: number): readonly Found[];
}

/** An index over places; one without a position is never found. Distances are great-circle km, those of Turf. Not across the antimeridian. */
export function placeIndex(positions: readonly (Position | null)[]): PlaceIndex {
	const indices = positions.flatMap((position, index) => (position ? [index] : []));
	// As Turf takes them, made once: around a city 30,000 distances are asked for in one answer.
	const coordinates = indices.map((index) => [...positions[index]!]);
	const tree = indices.length > 0 ? new Flatbush(indices.length) : null;
	for (const index of indices) {
		const [lon, lat] = positions[index]!;
		tree!.add(lon, lat, lon, lat);
	}
	tree?.finish();
	const each: PlaceIndex['each'] = (from, radiusKm, visit) => {
		if (!tree || !(radiusKm >= 0)) return;
		const [west, south, east, north] = boxAround(from, radiusKm);
		const origin = [...from];
		for (const at of tree.search(west, south, east, north)) {
			const km = distance(origin, coordinates[at]!, KILOMETERS);
			if (km <= radiusKm) visit(indices[at]!, km);
		}
	};
	return {
		each,
		within(from, radiusKm) {
			const found: Found[] = [];
			each(from, radiusKm, (index, km) => found.push({ index, km }));
			return found.sort((a, b) => a.km - b.km || a.index - b.index);
		}
	};
}

const KILOMETERS = { units: 'kilometers' } as const;

/** Radius of the sphere Turf measures on. */
const EARTH_KM = 6371.0088;
/** More than the rounding of a sine, less than a centimetre on the ground. */
const SLACK = 1e-7;

/** The box, in degrees, that holds every place within `radiusKm`: west, south, east, north. */
function boxAround([lon, lat]: Position, radiusKm: number): [number, number, number, number] {
	const angle = radiusKm / EARTH_KM;
	const high = degrees(angle) + SLACK;
	const widest = Math.sin(Math.min(angle, Math.PI / 2)) / Math.cos((lat * Math.PI) / 180);
	// Where the circle holds a pole it holds every longitude.
	const wide = widest < 1 ? degrees(Math.asin(widest)) + SLACK : 360;
	return [lon - wide, lat - high, lon + wide, lat + high];
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
