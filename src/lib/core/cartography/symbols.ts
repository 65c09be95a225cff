import type { MapSymbol } from './scene.ts';

/** Radius in CSS pixels of the largest symbol of a scene, and of the smallest one that can still be seen and touched. */
export const LARGEST_RADIUS = 24;
export const SMALLEST_RADIUS = 4;

/** Line of a hollow symbol in CSS pixels. */
export const RING_WIDTH = 2.5;
/** What a ring lies on reaches so far beyond it, so that it is seen on an area of its own colour. */
export const RING_CASING = 1.5;

/** Radius in CSS pixels, so that area is proportional to value; `largest` is the largest value of the scene, `scale` is less than 1 on a small map. */
export function radiusOf(value: number, largest: number, scale = 1): number {
	if (!(largest > 0) || !(value > 0)) return SMALLEST_RADIUS;
	return Math.max(SMALLEST_RADIUS, scale * LARGEST_RADIUS * Math.sqrt(value / largest));
}

/**
 * Radius in CSS pixels of each symbol, in their order. Each kind has its own scale, and a point is half as wide: a few named
 * places must not look like the published count of a province. `most` is the largest number at any point, also of those left out.
 */
export function radiiOf(symbols: readonly MapSymbol[], scale = 1, most = 0): number[] {
	const largest = { count: 0, point: most };
	for (const { kind, value } of symbols) largest[kind] = Math.max(largest[kind], value);
	return symbols.map(({ kind, value }) =>
		kind === 'count'
			? radiusOf(value, largest.count, scale)
			: Math.max(SMALLEST_RADIUS, 5 * scale, radiusOf(value, largest.point, scale) / 2)
	);
}

/** Up to three round values for a legend, from the largest that is on the map down: each circle half as wide as the one before. */
export function sampleValues(largest: number): number[] {
	const round = (value: number): number => {
		const unit = 10 ** Math.floor(Math.log10(value));
		return Math.floor(value / unit) * unit;
	};
	const values = [1, 4, 16].map((part) => largest / part).filter((value) => value >= 1);
	return [...new Set(values.map(round))];
}

/** One named place to be drawn as a point. */
export interface NamedPoint {
	readonly id: string;
	readonly territory: string | null;
	/** [longitude, latitude] in degrees. */
	readonly position: readonly [number, number];
	readonly label: string;
}

/** Points as symbols: those at one position (places known only to the locality) become one symbol that says how many it holds. */
export function symbolsOfPoints(points: readonly NamedPoint[]): MapSymbol[] {
	const groups = new Map<string, NamedPoint[]>();
	for (const point of points) {
		const key = point.position.join();
		const group = groups.get(key);
		if (group) group.push(point);
		else groups.set(key, [point]);
	}
	return [...groups.values()].map((group) => ({
		id: group[0]!.id,
		kind: 'point',
		territory: group[0]!.territory,
		position: group[0]!.position,
		value: group.length,
		label: group.map(({ label }) => label).join('\n')
	}));
}
