import { quantileOfSorted } from '#lib/core/statistics/quantile.ts';
import { distinctCount, filledOnly, insideOnly, knownSorted } from './classes.ts';

/**
 * Inner breaks, ascending, that cut the known values into at most `k` classes (lo, hi] holding about as many values each
 * (type-7 quantiles). NaN is skipped. There are fewer breaks when ties leave fewer than `k` groups; none when all values
 * are equal or nothing is known. No class is ever empty.
 */
export function quantileBreaks(values: ArrayLike<number>, k: number): number[] {
	const sorted = knownSorted(values);
	const breaks: number[] = [];
	for (let cut = 1; cut < k; cut++) {
		const at = quantileOfSorted(sorted, cut / k);
		if (at !== null) breaks.push(at);
	}
	return filledOnly(breaks, sorted);
}

/**
 * Inner breaks, ascending, that cut the range of the known values into `k` classes (lo, hi] of one width; fewer when there
 * are fewer than `k` distinct values. A class between two far values may be empty: that gap is what this method shows.
 */
export function equalIntervalBreaks(values: ArrayLike<number>, k: number): number[] {
	const sorted = knownSorted(values);
	const classes = Math.min(k, distinctCount(sorted));
	if (classes < 2) return [];
	const lo = sorted[0]!;
	const hi = sorted[sorted.length - 1]!;
	return insideOnly(
		Array.from({ length: classes - 1 }, (_, i) => lo + ((i + 1) / classes) * (hi - lo)),
		sorted
	);
}

/**
 * Inner breaks one standard deviation (of all values, over n) apart and centred on the mean, which is a break when the number of
 * classes is even and the middle of a class when it is odd; fewer where a break would lie outside the values. A class may be empty.
 */
export function standardDeviationBreaks(values: ArrayLike<number>, k: number): number[] {
	const sorted = knownSorted(values);
	const classes = Math.min(k, distinctCount(sorted));
	if (classes < 2) return [];
	const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
	const deviation = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length);
	return insideOnly(
		Array.from({ length: classes - 1 }, (_, i) => mean + (i + 1 - classes / 2) * deviation),
		sorted
	);
}

/**
 * Inner breaks in a geometric progression from the smallest to the largest value: each class is as many times as wide as the one
 * before. Null when a known value is 0 or below, which no progression reaches. A class may be empty.
 */
export function geometricBreaks(values: ArrayLike<number>, k: number): number[] | null {
	const sorted = knownSorted(values);
	if (sorted.length > 0 && !(sorted[0]! > 0)) return null;
	const classes = Math.min(k, distinctCount(sorted));
	if (classes < 2) return [];
	const lo = sorted[0]!;
	const ratio = sorted[sorted.length - 1]! / lo;
	return insideOnly(
		Array.from({ length: classes - 1 }, (_, i) => lo * ratio ** ((i + 1) / classes)),
		sorted
	);
}

/** A head is a minority (Jiang 2013); with more than this share of the values above their mean there is nothing to split off. */
const LARGEST_HEAD = 0.4;

/**
 * Inner breaks at the mean, at the mean of what lies above it, and so on while what lies above is at most 40 % (Jiang 2013): for many
 * small and few large values. At most k − 1; none when the values have no heavy tail. No class is ever empty.
 */
export function headTailBreaks(values: ArrayLike<number>, k: number): number[] {
	const breaks: number[] = [];
	let rest = knownSorted(values);
	while (breaks.length < k - 1 && rest.length > 1) {
		const mean = rest.reduce((sum, value) => sum + value, 0) / rest.length;
		const head = rest.filter((value) => value > mean);
		if (head.length === 0 || head.length > LARGEST_HEAD * rest.length) break;
		breaks.push(mean);
		rest = head;
	}
	return breaks;
}
