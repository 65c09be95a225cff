import { distanceKm } from '#lib/core/geo/distance.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import { weightsOf, type Neighbour, type SpatialWeights, type WeightStyle } from './weights.ts';

/** Points of the territories in their order; null where there is none, which makes an island. */
export type Points = readonly (Position | null)[];

/** How weights fall with distance: 1/d^power up to `cutKm`, where d is never taken below `leastKm`. */
export interface InverseDistance {
	readonly cutKm: number;
	readonly power: number;
	/** Above 0, so that two places at one point do not weigh without bound. */
	readonly leastKm: number;
}

/**
 * The `count` nearest others of each territory by great-circle distance, each counting the same; all others when there are
 * fewer. Of two at the same distance the first in the list is nearer. Not symmetric: a remote place has neighbours that do
 * not count it among theirs.
 */
export function nearestWeights(points: Points, count: number, style: WeightStyle): SpatialWeights {
	if (!(Number.isInteger(count) && count >= 1)) throw new Error(`The number of neighbours must be a whole number from 1, not ${count}.`);
	const sweep = sweepOf(points);
	return weightsOf(
		points.map((point, i) => {
			if (!point) return [];
			const found: Near[] = [];
			sweep.from(i, point, (index, km) => {
				if (found.length === count && !isNearer({ index, km }, found[count - 1]!)) return found[count - 1]!.km;
				found.push({ index, km });
				found.sort((a, b) => (isNearer(a, b) ? -1 : 1));
				if (found.length > count) found.pop();
				return found.length === count ? found[count - 1]!.km : Infinity;
			});
			return found.map(({ index }) => [index, 1] as const);
		}),
		style
	);
}

/** All others within `km` of each territory by great-circle distance, each counting the same. */
export const distanceBandWeights = (points: Points, km: number, style: WeightStyle): SpatialWeights =>
	weightsOf(within(points, km, () => 1), style); // prettier-ignore

/** All others up to `cutKm`, the nearer the more: 1/d^power of the great-circle distance in km. Throws when `leastKm` is not above 0. */
export function inverseDistanceWeights(points: Points, { cutKm, power, leastKm }: InverseDistance, style: WeightStyle): SpatialWeights {
	if (!(leastKm > 0)) throw new Error(`leastKm must be above 0, not ${leastKm}.`);
	return weightsOf(within(points, cutKm, (km) => Math.max(km, leastKm) ** -power), style); // prettier-ignore
}

interface Near {
	readonly index: number;
	readonly km: number;
}

const isNearer = (a: Near, b: Near): boolean => a.km < b.km || (a.km === b.km && a.index < b.index);

function within(points: Points, cutKm: number, weigh: (km: number) => number): Neighbour[][] {
	const sweep = sweepOf(points);
	return points.map((point, i) => {
		const list: Neighbour[] = [];
		if (!point) return list;
		sweep.from(i, point, (index, km) => {
			if (km <= cutKm) list.push([index, weigh(km)]);
			return cutKm;
		});
		return list;
	});
}

/** A degree of latitude is never shorter than this on the sphere of `distanceKm` (R = 6371.0088 km). */
const KM_PER_DEGREE = 111.19;

/** Points by latitude, so that a search stops where latitude alone is too far: 1,503 communes cost a few hundred distances each, not all. */
function sweepOf(points: Points): {
	/** Tells `visit` of the others around a point; `visit` answers how far in km it still wants to look. */
	from(self: number, point: Position, visit: (index: number, km: number) => number): void;
} {
	const located = points.flatMap((point, index) => (point ? [{ index, point }] : [])).sort((a, b) => a.point[1] - b.point[1]);
	const placeOf = new Map(located.map(({ index }, place) => [index, place]));
	return {
		from(self, point, visit) {
			const start = placeOf.get(self)!;
			let reach = Infinity;
			let [below, above] = [start - 1, start + 1];
			for (;;) {
				const down = below >= 0 ? point[1] - located[below]!.point[1] : Infinity;
				const up = above < located.length ? located[above]!.point[1] - point[1] : Infinity;
				if (Math.min(down, up) === Infinity || Math.min(down, up) * KM_PER_DEGREE > reach) return;
				const next = located[down <= up ? below-- : above++]!;
				reach = visit(next.index, distanceKm(point, next.point));
			}
		}
	};
}
