/** How the weights of a territory are scaled. `row`: they add up to 1. `raw`: as given, which for adjacency is 1 each (binary). */
export const WEIGHT_STYLES = ['row', 'raw'] as const;
export type WeightStyle = (typeof WEIGHT_STYLES)[number];

/**
 * Who is a neighbour of whom and how much that counts, as flat arrays: the neighbours of territory `i` are
 * `targets[starts[i]] … targets[starts[i + 1] − 1]`, ascending, with `weights` at the same places. Nobody is a neighbour of itself.
 */
export interface SpatialWeights {
	readonly style: WeightStyle;
	/** How many territories. */
	readonly size: number;
	readonly starts: Int32Array;
	readonly targets: Int32Array;
	readonly weights: Float64Array;
	/** Indices of the territories without a neighbour, ascending. */
	readonly islands: readonly number[];
}

/** One neighbour as [index of the territory, weight > 0]. */
export type Neighbour = readonly [target: number, weight: number];

/**
 * The weights over lists of neighbours, one list per territory, in any order. Throws on an index outside the lists, on a
 * territory that is its own neighbour or named twice, and on a weight that is not a number above 0.
 */
export function weightsOf(lists: readonly (readonly Neighbour[])[], style: WeightStyle): SpatialWeights {
	const size = lists.length;
	const starts = new Int32Array(size + 1);
	lists.forEach((list, i) => (starts[i + 1] = starts[i]! + list.length));
	const targets = new Int32Array(starts[size]!);
	const weights = new Float64Array(starts[size]!);
	lists.forEach((list, i) => {
		const sorted = [...list].sort(([a], [b]) => a - b);
		const total = style === 'row' ? sorted.reduce((sum, [, weight]) => sum + weight, 0) : 1;
		sorted.forEach(([target, weight], at) => {
			check(i, target, weight, sorted[at - 1]?.[0], size);
			targets[starts[i]! + at] = target;
			weights[starts[i]! + at] = weight / total;
		});
	});
	return { style, size, starts, targets, weights, islands: islandsOf(starts) };
}

/** How many neighbours territory `i` has. */
export const neighbourCount = ({ starts }: SpatialWeights, i: number): number => starts[i + 1]! - starts[i]!;

/**
 * The weights among some territories, which are renumbered in the order of `kept` (ascending indices). Neighbours that are
 * left out are dropped; with style `row` the weights that remain add up to 1 again.
 */
export function weightsAmong(weights: SpatialWeights, kept: readonly number[]): SpatialWeights {
	if (kept.length === weights.size) return weights;
	const place = new Int32Array(weights.size).fill(-1);
	kept.forEach((index, at) => (place[index] = at));
	const lists = kept.map((index) => {
		const list: Neighbour[] = [];
		for (let e = weights.starts[index]!; e < weights.starts[index + 1]!; e++) {
			const target = place[weights.targets[e]!]!;
			if (target >= 0) list.push([target, weights.weights[e]!]);
		}
		return list;
	});
	return weightsOf(lists, weights.style);
}

/** The weight of territory `j` for territory `i`; 0 when they are no neighbours. */
export function weightBetween({ starts, targets, weights }: SpatialWeights, i: number, j: number): number {
	let [from, to] = [starts[i]!, starts[i + 1]! - 1];
	while (from <= to) {
		const middle = (from + to) >> 1;
		const target = targets[middle]!;
		if (target === j) return weights[middle]!;
		if (target < j) from = middle + 1;
		else to = middle - 1;
	}
	return 0;
}

/** Σ of the weights of each territory times the values of its neighbours; 0 for an island. */
export function lagsOf({ size, starts, targets, weights }: SpatialWeights, values: ArrayLike<number>): Float64Array {
	const lags = new Float64Array(size);
	for (let i = 0; i < size; i++) {
		let lag = 0;
		for (let e = starts[i]!; e < starts[i + 1]!; e++) lag += weights[e]! * values[targets[e]!]!;
		lags[i] = lag;
	}
	return lags;
}

function islandsOf(starts: Int32Array): number[] {
	const islands: number[] = [];
	for (let i = 0; i + 1 < starts.length; i++) if (starts[i] === starts[i + 1]) islands.push(i);
	return islands;
}

function check(from: number, target: number, weight: number, previous: number | undefined, size: number): void {
	if (!(Number.isInteger(target) && target >= 0 && target < size))
		throw new Error(`Territory ${from} has a neighbour ${target} of ${size}.`);
	if (target === from) throw new Error(`Territory ${from} is its own neighbour.`);
	if (target === previous) throw new Error(`Territory ${from} has the neighbour ${target} twice.`);
	if (!(weight > 0 && weight < Infinity)) throw new Error(`The weight of ${target} for ${from} is ${weight}.`);
}
