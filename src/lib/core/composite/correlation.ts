import { sampleCorrelation } from 'simple-statistics';
import { isFlat, type ColumnsById } from './column.ts';

/** Pearson correlation of two columns over the places where both are known, −1–1; null for fewer than three, or when one is flat there. */
export function correlation(a: Float64Array, b: Float64Array): number | null {
	const both = Array.from(a.keys()).filter((place) => !Number.isNaN(a[place]!) && !Number.isNaN(b[place]!));
	const x = both.map((place) => a[place]!);
	const y = both.map((place) => b[place]!);
	if (both.length < 3 || isFlat(x) || isFlat(y)) return null;
	return Math.max(-1, Math.min(1, sampleCorrelation(x, y)));
}

/** Spearman correlation: that of the ranks, ties at their mean rank. Null as for `correlation`. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number | null {
	const known = (column: Float64Array, other: Float64Array): Float64Array =>
		column.map((value, place) => (Number.isNaN(other[place]!) ? NaN : value));
	return correlation(meanRanks(known(a, b)), meanRanks(known(b, a)));
}

/** Rank from 1, lowest first, of every known value; ties share their mean; NaN stays. */
function meanRanks(values: Float64Array): Float64Array {
	const order = Array.from(values.keys())
		.filter((place) => !Number.isNaN(values[place]!))
		.sort((a, b) => values[a]! - values[b]!);
	const ranks = new Float64Array(values.length).fill(NaN);
	for (let start = 0, end = 0; start < order.length; start = end) {
		while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
		for (let i = start; i < end; i++) ranks[order[i]!] = (start + 1 + end) / 2;
	}
	return ranks;
}

/** Two columns that say nearly the same. */
export interface ClosePair {
	readonly first: string;
	readonly second: string;
	readonly correlation: number;
}

/** Pairs whose correlation is at least `limit` either way, strongest first: together they count one thing twice (OECD/JRC 2008, step 6). */
export function closePairs(columns: ColumnsById, limit: number): ClosePair[] {
	const ids = Object.keys(columns);
	const pairs = ids.flatMap((first, i) =>
		ids.slice(i + 1).map((second) => ({ first, second, correlation: correlation(columns[first]!, columns[second]!) }))
	);
	return pairs
		.filter((pair): pair is ClosePair => pair.correlation !== null && Math.abs(pair.correlation) >= limit)
		.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}

/** How much a part moves the score it enters. */
export interface Influence {
	/** With the score, −1–1; null when there is none. */
	readonly correlation: number | null;
	/** Its squared correlation over the sum of all, 0–1: what it weighs in effect, to hold against what it should weigh. */
	readonly share: number | null;
}

/**
 * Effective weight of each column in `score` (Paruolo, Saisana & Saltelli 2013, linear form). A nominal weight says what was
 * meant, this what happened: a part that varies little, or against the others, weighs less than it was given.
 */
export function influences(columns: ColumnsById, score: Float64Array): Readonly<Record<string, Influence>> {
	const found = Object.entries(columns).map(([id, column]) => [id, correlation(column, score)] as const);
	const total = found.reduce((sum, [, r]) => sum + (r ?? 0) ** 2, 0);
	return Object.fromEntries(found.map(([id, r]) => [id, { correlation: r, share: r === null || total === 0 ? null : r ** 2 / total }]));
}
