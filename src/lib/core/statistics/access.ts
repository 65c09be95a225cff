import { distanceKm } from '#lib/core/geo/distance.ts';
import type { Position } from '#lib/core/geo/geography.ts';

/** People at one point; `position` is null where the source gives no point. */
export interface Settlement {
	readonly position: Position | null;
	readonly people: number;
}

/** How far a market reaches: people weigh 0.5^(d/halfDistanceKm), nobody beyond cutKm counts. */
export interface Reach {
	readonly halfDistanceKm: number;
	readonly cutKm: number;
}

/** Share 0–1 of the people `km` away who count: 1 at the door, 0.5 at the half distance, 0 beyond the cut. */
export const decay = (km: number, { halfDistanceKm, cutKm }: Reach): number => (km > cutKm ? 0 : 0.5 ** (km / halfDistanceKm));

/** People within reach of `origin`, each weighted by distance; those of a settlement at the origin count fully. Null without a point. */
export function peopleWithinReach(origin: Position | null, settlements: readonly Settlement[], reach: Reach): number | null {
	if (!origin) return null;
	return settlements.reduce((sum, { position, people }) => {
		if (!position || isClearlyBeyond(origin, position, reach.cutKm)) return sum;
		return sum + people * decay(distanceKm(origin, position), reach);
	}, 0);
}

/** Straight-line distance in km to the nearest of `places`; null without an origin or without places. */
export function nearestKm(origin: Position | null, places: readonly Position[]): number | null {
	if (!origin || places.length === 0) return null;
	return places.reduce(
		(nearest, place) => (isClearlyBeyond(origin, place, nearest) ? nearest : Math.min(nearest, distanceKm(origin, place))),
		Infinity
	);
}

/** One value with the weight it has in a mean; a null value takes no part. */
export interface Weighted {
	readonly value: number | null;
	readonly weight: number;
}

/** Mean of the known values, weighted; null when none is known or no known one has weight. */
export function weightedMean(items: readonly Weighted[]): number | null {
	let sum = 0;
	let weights = 0;
	for (const { value, weight } of items) {
		if (value === null) continue;
		sum += value * weight;
		weights += weight;
	}
	return weights > 0 ? sum / weights : null;
}

/** A degree of latitude is never shorter than this on the sphere of `distanceKm` (R = 6371.0088 km). */
const KM_PER_DEGREE = 111.19;

/** True when the difference of latitude alone is more than `km`: spares a great-circle computation. */
function isClearlyBeyond(from: Position, to: Position, km: number): boolean {
	return Math.abs(from[1] - to[1]) * KM_PER_DEGREE > km;
}
