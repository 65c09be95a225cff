import { circle } from '@turf/turf';
import type { Feature, Polygon } from 'geojson';
import type { Found, PlaceIndex } from './commune-index.ts';
import type { Position } from './geography.ts';

/** Corners of the circle that is drawn: its edge stays within a permille of the radius. */
const STEPS = 96;

/** Places of the index within `radiusKm` of a point, nearest first. Empty for a radius of 0 or less, and for one that is no number. */
export function catchment(index: PlaceIndex, position: Position, radiusKm: number): readonly Found[] {
	return radiusKm > 0 ? index.within(position, radiusKm) : [];
}

/** The circle of `radiusKm` around a point, as GeoJSON in degrees; null without a radius. */
export function catchmentCircle(position: Position, radiusKm: number): Feature<Polygon> | null {
	return radiusKm > 0 ? circle([...position], radiusKm, { steps: STEPS, units: 'kilometers' }) : null;
}
