import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { distanceKm } from './distance.ts';
import type { Position } from './geography.ts';

/** What can be selected: a code and the point that stands for it; null is nowhere. */
export interface Selectable {
	readonly code: string;
	/** Interior label point of the territory, [longitude, latitude]. */
	readonly label: Position | null;
}

/** Everything at most so many km from a place, as the crow flies. */
export interface Circle {
	readonly center: Position;
	readonly radiusKm: number;
}

/** Codes of those whose label point lies in a shape or on its edge, in their order; one without a label point is in no shape. */
export const codesInside = (places: readonly Selectable[], shape: Polygon | MultiPolygon): string[] =>
	codesWhere(places, (label) => booleanPointInPolygon([...label], shape));

/** Codes of those whose label point is at most `radiusKm` from the centre, in their order. */
export const codesWithin = (places: readonly Selectable[], { center, radiusKm }: Circle): string[] =>
	codesWhere(places, (label) => distanceKm(center, label) <= radiusKm);

/** The circle that a ring of points at one distance from a place stands for; the ring must reach due north, east, south and west. */
export function circleOfRing(ring: readonly Position[]): Circle {
	const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)];
	const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
	// A circle on a sphere lies the same to its east and west, and its north and south are equally far.
	const center: Position = [middle(lngs), middle(lats)];
	return { center, radiusKm: distanceKm(center, ring[0]!) };
}

const codesWhere = (places: readonly Selectable[], isInside: (label: Position) => boolean): string[] =>
	places.flatMap(({ code, label }) => (label && isInside(label) ? [code] : []));
