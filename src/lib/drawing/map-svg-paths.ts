import { areasOf, arcLines, arcOwners, type PolygonTopology } from '#lib/core/geo/topology.ts';
import type { Projection } from '#lib/core/cartography/projection.ts';

/** Points closer than this (units of the drawing) to the last one drawn are left out. */
const TOLERANCE = 3;

/** Left, top, right, bottom in units of the drawing. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

interface DrawnArc {
	readonly box: Box;
	readonly start: readonly [number, number];
	readonly end: readonly [number, number];
	readonly steps: readonly number[];
	readonly back: readonly number[];
}

/** Path data of a topology, in whole units. Each arc is rounded once, so neighbours share their border to the last unit. */
export interface TopologyPaths {
	/** Path data by code. */
	readonly areas: ReadonlyMap<string, string>;
	/** What each area lies between, by code. */
	readonly boxes: ReadonlyMap<string, Box>;
	/** Lines between two areas. */
	readonly inner: string;
	/** The line around all areas. */
	readonly outer: string;
}

/**
 * The paths of one object of a topology; an area too small to enclose anything has an empty path. What lies outside `sight` is left
 * out, so that a close look at a fine file is not heavy with what nobody sees.
 */
export function pathsOf(topology: PolygonTopology, object: string, project: Projection, sight: Box | null = null): TopologyPaths {
	const arcs = arcLines(topology).map((line) => drawnArc(line, project));
	const [areas, boxes] = [new Map<string, string>(), new Map<string, Box>()];
	for (const area of areasOf(topology, object)) {
		const rings = (area.type === 'Polygon' ? [area.arcs] : area.arcs).flat();
		const box = around(rings.flat().map((index) => arcs[index < 0 ? ~index : index]!.box));
		boxes.set(area.id, box);
		areas.set(area.id, isSeen(box, sight) ? rings.map((ring) => ringPath(ring, arcs)).join('') : '');
	}
	const owners = arcOwners(topology, object);
	const lines = (count: number) =>
		owners.flatMap((of, index) => (new Set(of).size === count && isSeen(arcs[index]!.box, sight) ? [linePath(arcs[index]!)] : [])).join('');
	return { areas, boxes, inner: lines(2), outer: lines(1) };
}

const isSeen = (box: Box, sight: Box | null): boolean =>
	sight === null || (box[0] <= sight[2] && box[2] >= sight[0] && box[1] <= sight[3] && box[3] >= sight[1]);

const around = (boxes: readonly Box[]): Box =>
	boxes.reduce<Box>(
		([left, top, right, bottom], box) => [Math.min(left, box[0]), Math.min(top, box[1]), Math.max(right, box[2]), Math.max(bottom, box[3])],
		[Infinity, Infinity, -Infinity, -Infinity]
	);

function drawnArc(line: readonly (readonly number[])[], project: Projection): DrawnArc {
	const points = line.map(([lng, lat]) => project([lng!, lat!]).map(Math.round) as [number, number]);
	const kept: [number, number][] = [points[0]!];
	points.forEach((point, i) => {
		const [x, y] = kept[kept.length - 1]!;
		const far = Math.hypot(point[0] - x, point[1] - y);
		if (i > 0 && far > 0 && (far >= TOLERANCE || i === points.length - 1)) kept.push(point);
	});
	const box = around(kept.map(([x, y]) => [x, y, x, y]));
	return { box, start: kept[0]!, end: kept[kept.length - 1]!, steps: stepsOf(kept), back: stepsOf(kept.toReversed()) };
}

const stepsOf = (points: readonly (readonly [number, number])[]): number[] =>
	points.slice(1).flatMap(([x, y], i) => [x - points[i]![0], y - points[i]![1]]);

function ringPath(ring: readonly number[], arcs: readonly DrawnArc[]): string {
	const steps = ring.flatMap((index) => (index < 0 ? arcs[~index]!.back : arcs[index]!.steps));
	// Fewer than three sides enclose nothing at this size.
	if (steps.length < 6) return '';
	const first = ring[0]!;
	return `${moveTo(first < 0 ? arcs[~first]!.end : arcs[first]!.start)}${lineBy(steps)}z`;
}

const linePath = ({ start, steps }: DrawnArc): string => (steps.length === 0 ? '' : moveTo(start) + lineBy(steps));
const moveTo = ([x, y]: readonly [number, number]): string => `M${x}${y < 0 ? '' : ' '}${y}`;
/** A minus sign separates numbers as well as a space does. */
const lineBy = (steps: readonly number[]): string => 'l' + steps.map((step, i) => (i === 0 || step < 0 ? step : ` ${step}`)).join('');
