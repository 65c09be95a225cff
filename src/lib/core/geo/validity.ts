import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position as Coordinates } from 'geojson';

/** What is wrong with the rings of a shape, one sentence each; empty when every ring is closed, simple and has an area. */
export function ringDefects(shape: Polygon | MultiPolygon): string[] {
	const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
	return parts.flatMap((rings) => rings.map(ringDefect)).filter((defect) => defect !== null);
}

function ringDefect(ring: readonly Coordinates[]): string | null {
	const [first, last] = [ring[0], ring.at(-1)];
	if (!first || !last || ring.length < 4) return `a ring of ${ring.length} positions`;
	if (first[0] !== last[0] || first[1] !== last[1]) return `a ring that does not close at ${first.join(' ')}`;
	const touch = selfContact(ring);
	return touch ? `a ring that touches or crosses itself near ${touch.join(' ')}` : null;
}

/** The start of a segment that meets a segment which is not its neighbour in the ring, or null. */
function selfContact(ring: readonly Coordinates[]): Coordinates | null {
	const count = ring.length - 1;
	const index = new Flatbush(count);
	for (let i = 0; i < count; i++) {
		const [a, b] = segment(ring, i);
		index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
	}
	index.finish();
	for (let i = 0; i < count; i++) {
		const [a, b] = segment(ring, i);
		if (a[0] === b[0] && a[1] === b[1]) return a;
		const near = index.search(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
		for (const j of near) {
			if (j > i && badPair(ring, count, i, j)) return a;
		}
	}
	return null;
}

function badPair(ring: readonly Coordinates[], count: number, i: number, j: number): boolean {
	const [a, b] = segment(ring, i);
	const [c, d] = segment(ring, j);
	if (j === i + 1) return folds(a, b, d);
	if (i === 0 && j === count - 1) return folds(c, d, b);
	return meet(a, b, c, d);
}

type Pair = [number, number];

const segment = (ring: readonly Coordinates[], i: number): [Pair, Pair] => [ring[i] as Pair, ring[i + 1] as Pair];

const cross = (a: Pair, b: Pair, c: Pair): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** True when the line turns back on itself at `b`. */
function folds(a: Pair, b: Pair, c: Pair): boolean {
	return cross(a, b, c) === 0 && (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0;
}

function meet(a: Pair, b: Pair, c: Pair, d: Pair): boolean {
	const [c1, c2, c3, c4] = [cross(a, b, c), cross(a, b, d), cross(c, d, a), cross(c, d, b)];
	if (c1 * c2 < 0 && c3 * c4 < 0) return true;
	return (
		(c1 === 0 && between(a, b, c)) || (c2 === 0 && between(a, b, d)) || (c3 === 0 && between(c, d, a)) || (c4 === 0 && between(c, d, b))
	);
}

/** For a point known to be on the line a–b: true when it lies within the segment. */
function between(a: Pair, b: Pair, p: Pair): boolean {
	return Math.min(a[0], b[0]) <= p[0] && p[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= p[1] && p[1] <= Math.max(a[1], b[1]);
}
