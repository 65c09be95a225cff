import { distance } from '@turf/turf';
import type { Position } from './geography.ts';

/** Great-circle distance between two places in km, on a sphere; 0 for the same place. */
export function distanceKm(from: Position, to: Position): number {
	return distance([...from], [...to], { units: 'kilometers' });
}
