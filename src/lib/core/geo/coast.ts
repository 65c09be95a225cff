import type { Position as Coordinates } from 'geojson';
import { distanceKm } from './distance.ts';
import type { Position } from './geography.ts';
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
		for (const [from, to] of pairs(line)) {
			const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
			if (nearest(middle, coast) < nearest(middle, landBorder)) total.set(owner, (total.get(owner) ?? 0) + distanceKm(from, to));
		}
	});
	return total;
}

type Segment = readonly [Position, Position];

function pairs(line: readonly Coordinates[]): Segment[] {
	return line.slice(1).map((to, i) => [line[i] as unknown as Position, to as unknown as Position]);
}

const segmentsOf = (lines: OuterLines['coast']): Segment[] => lines.flatMap(pairs);

/** Squared distance in degrees of latitude to the nearest segment; good enough to compare two distances at one place. */
function nearest(point: Position, segments: readonly Segment[]): number {
	const shrink = Math.cos((point[1] * Math.PI) / 180);
	let best = Infinity;
	for (const [from, to] of segments) {
		const [ax, ay] = [(from[0] - point[0]) * shrink, from[1] - point[1]];
		const [dx, dy] = [(to[0] - from[0]) * shrink, to[1] - from[1]];
		const along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
		best = Math.min(best, (ax + along * dx) ** 2 + (ay + along * dy) ** 2);
	}
	return best;
}
