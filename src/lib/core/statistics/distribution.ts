import { classCounts, distinctCount, knownSorted } from './classify/classes.ts';
import { headTailBreaks } from './classify/interval-breaks.ts';
import type { ClassMethod } from './classify.ts';
import { quantileOfSorted } from './quantile.ts';

/** How values are spread, for a histogram with its box, its rug and what the classes hold. */
export interface Distribution {
	readonly known: number;
	readonly unknown: number;
	readonly histogram: Histogram;
	/** Type-7 quantiles; null when nothing is known. */
	readonly box: Box | null;
	/** The known values, ascending. */
	readonly rug: Float64Array;
	/** How many values each class holds. */
	readonly classes: readonly number[];
	/** Of Fisher and Pearson, g₁; null for less than three values, and when all are equal. */
	readonly skewness: number | null;
	/** Methods that suit so skewed a distribution, the best first; empty when it is not. */
	readonly suggested: readonly ClassMethod[];
}

/** Bins [edge, next edge), the last with its upper edge: one count less than edges. One bin of no width when all values are equal. */
export interface Histogram {
	readonly edges: readonly number[];
	readonly counts: readonly number[];
}

/** The five numbers of a box plot. */
export interface Box {
	readonly min: number;
	readonly q1: number;
	readonly median: number;
	readonly q3: number;
	readonly max: number;
}

/** From this skewness on (either sign) quantiles or equal steps hide the tail. */
export const SKEWED = 2;

/** How values (NaN is unknown) are spread, with the counts of the classes (lo, hi] of these breaks. */
export function distributionOf(values: ArrayLike<number>, breaks: readonly number[]): Distribution {
	const rug = knownSorted(values);
	const { counts, unknown } = classCounts(values, breaks);
	const skew = skewness(rug);
	return {
		known: rug.length,
		unknown,
		histogram: histogramOf(rug),
		box: boxOf(rug),
		rug,
		classes: counts,
		skewness: skew,
		suggested: skew !== null && Math.abs(skew) >= SKEWED ? suggestedFor(rug, skew) : []
	};
}

/** A progression follows a tail of large values where it can start above 0, head-tail breaks where the tail is heavy enough. */
function suggestedFor(sorted: Float64Array, skew: number): ClassMethod[] {
	if (skew < 0) return ['natural'];
	const isPositive = sorted[0]! > 0;
	const hasHead = headTailBreaks(sorted, 2).length > 0;
	const found: ClassMethod[] = [...(isPositive ? ['geometric' as const] : []), ...(hasHead ? ['head-tail' as const] : [])];
	return found.length > 0 ? found : ['natural'];
}

/** The five numbers of sorted values; null for none. */
export function boxOf(sorted: ArrayLike<number>): Box | null {
	const at = (share: number): number | null => quantileOfSorted(sorted, share);
	const [min, q1, median, q3, max] = [at(0), at(0.25), at(0.5), at(0.75), at(1)];
	return min === null ? null : { min, q1: q1!, median: median!, q3: q3!, max: max! };
}

/** Bounds of the number of bins: fewer hide the shape, more are thinner than a finger. */
const BINS = { fewest: 5, most: 40 } as const;

/** The histogram of sorted values, its bins as wide as Freedman & Diaconis (1981) say: twice the quartile range over the cube root of n. */
export function histogramOf(sorted: Float64Array): Histogram {
	if (sorted.length === 0) return { edges: [], counts: [] };
	const [lo, hi] = [sorted[0]!, sorted[sorted.length - 1]!];
	if (lo === hi) return { edges: [lo, hi], counts: [sorted.length] };
	const { q1, q3 } = boxOf(sorted)!;
	const width = (2 * (q3 - q1)) / Math.cbrt(sorted.length);
	const wanted = width > 0 ? Math.ceil(hi / width - lo / width) : Infinity;
	const bins = Math.min(BINS.most, Math.max(BINS.fewest, wanted));
	// Shares of both ends, because the difference of two huge values may not be a number.
	const edges = Array.from({ length: bins + 1 }, (_, i) => (i === bins ? hi : lo * (1 - i / bins) + hi * (i / bins)));
	return { edges, counts: countsOf(sorted, edges) };
}

function countsOf(sorted: Float64Array, edges: readonly number[]): number[] {
	const counts = new Array<number>(edges.length - 1).fill(0);
	let bin = 0;
	for (const value of sorted) {
		while (bin < counts.length - 1 && value >= edges[bin + 1]!) bin++;
		counts[bin]!++;
	}
	return counts;
}

/** Third central moment over the cube of the standard deviation (both over n): 0 when symmetrical, positive for a tail of large values. */
export function skewness(sorted: Float64Array): number | null {
	const n = sorted.length;
	if (n < 3 || distinctCount(sorted) < 2) return null;
	// In units of the largest, so that cubes of huge or tiny values stay numbers.
	const largest = Math.max(Math.abs(sorted[0]!), Math.abs(sorted[n - 1]!));
	const mean = sorted.reduce((sum, value) => sum + value / largest, 0) / n;
	const moment = (power: number): number => sorted.reduce((sum, value) => sum + (value / largest - mean) ** power, 0) / n;
	const value = moment(3) / moment(2) ** 1.5;
	return Number.isFinite(value) ? value : null;
}
