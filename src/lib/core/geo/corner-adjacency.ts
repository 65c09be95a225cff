import type { Adjacency } from './geography.ts';
import { arcLines, areasOf, type PolygonTopology } from './topology.ts';

/**
 * Who shares at least one point of border with whom («queen»): the neighbours of `adjacencyOf` and those that meet at a corner only.
 * Codes sorted; nobody is a neighbour of itself.
 */
export function cornerAdjacencyOf(topology: PolygonTopology, object: string): Adjacency {
	const links = new Map(areasOf(topology, object).map(({ id }) => [id, new Set<string>()]));
	for (const meeting of ownersOfPoints(topology, object)) {
		for (const code of meeting) for (const other of meeting) if (other !== code) links.get(code)!.add(other);
	}
	return Object.fromEntries([...links].map(([code, others]) => [code, [...others].sort()]));
}

/** The codes that meet at each point of a border, once per point. */
function ownersOfPoints(topology: PolygonTopology, object: string): Iterable<ReadonlySet<string>> {
	const lines = arcLines(topology).map((line) => line.map((point) => point.join()));
	const owners = new Map<string, Set<string>>();
	for (const area of areasOf(topology, object)) {
		const parts = area.type === 'Polygon' ? [area.arcs] : area.arcs;
		for (const point of parts.flat(2).flatMap((index) => lines[index < 0 ? ~index : index]!)) {
			owners.set(point, (owners.get(point) ?? new Set()).add(area.id));
		}
	}
	return owners.values();
}
