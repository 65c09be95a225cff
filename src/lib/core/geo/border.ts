import { distanceKm } from './distance.ts';
import type { Position } from './geography.ts';
import { arcLines, arcOwners, type PolygonTopology } from './topology.ts';

/** Length of a line in km; 0 for fewer than two positions. */
export function lineKm(line: readonly (readonly number[])[]): number {
	return line.slice(1).reduce((sum, to, i) => sum + distanceKm(line[i] as unknown as Position, to as unknown as Position), 0);
}

/**
 * Length in km of the border between each two groups of shapes, keyed `A|B` in order, and of the outline of a group,
 * keyed `A`. Lines within a group do not count. `groupOf` names the group of a code: itself, or its parent.
 */
export function borderKm(topology: PolygonTopology, object: string, groupOf: (code: string) => string): ReadonlyMap<string, number> {
	const owners = arcOwners(topology, object);
	const borders = new Map<string, number>();
	arcLines(topology).forEach((line, arc) => {
		const codes = owners[arc] ?? [];
		const groups = [...new Set(codes.map(groupOf))].sort();
		if (groups.length < codes.length || groups.length === 0) return;
		const key = groups.join('|');
		borders.set(key, (borders.get(key) ?? 0) + lineKm(line));
	});
	return borders;
}
