import type { Position as Coordinates } from 'geojson';
import { distanceKm } from './distance.ts';
import type { Position } from './geography.ts';
import { nearestKm, segmentsOf } from './nearest.ts';
import { arcLines, arcOwners, type PolygonTopology } from './topology.ts';

/** Lines of a coarser source that tell which side of the country is sea and which is land. */
export interface OuterLines {
	readonly coast: readonly (readonly Coordinates[])[];
	readonly landBorder: readonly (readonly Coordinates[])[];
}

/**
 * Length of coast in km per code: of each segment on the outline of the object (used by one territory only), the ones
 * whose middle lies nearer to a coast than to a land border of `lines`. Inland territories have 0.
 */
export function coastKm(topology: PolygonTopology, object: string, lines: OuterLines): ReadonlyMap<string, number> {
	const coast = segmentsOf(lines.coast);
	const landBorder = segmentsOf(lines.landBorder);
	const owners = arcOwners(topology, object);
	const total = new Map(owners.flat().map((code) => [code, 0]));
	arcLines(topology).forEach((line, arc) => {
		const [owner, second] = owners[arc] ?? [];
		if (owner === undefined || second !== undefined) return;
		for (const [from, to] of segmentsOf([line])) {
			const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
			if (nearestKm(middle, coast) < nearestKm(middle, landBorder)) total.set(owner, (total.get(owner) ?? 0) + distanceKm(from, to));
		}
	});
	return total;
}
