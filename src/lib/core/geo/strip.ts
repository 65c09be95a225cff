import { buffer, multiLineString } from '@turf/turf';
import type { MultiPolygon, Polygon, Position as Coordinates } from 'geojson';

/** Everything within `km` of some lines. Throws when there is no line. */
export function stripAlong(lines: readonly (readonly Coordinates[])[], km: number): Polygon | MultiPolygon {
	if (lines.length === 0) throw new Error('There is no line to go along.');
	const around = buffer(multiLineString(lines.map((line) => [...line])), km, { units: 'kilometers', steps: 4 })?.geometry;
	if (!around) throw new Error(`A strip of ${km} km has no area.`);
	return around;
}
