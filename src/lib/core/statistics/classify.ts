import { quantileOfSorted } from './quantile.ts';

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
	const classes = Math.min(k, new Set(sorted).size);
	if (classes < 2) return [];
	const lo = sorted[0]!;
	const hi = sorted[sorted.length - 1]!;
	const breaks = Array.from({ length: classes - 1 }, (_, i) => lo + ((i + 1) / classes) * (hi - lo));
	// In a range of a few units in the last place, steps round to the same number or to an end of the range.
	return breaks.filter((value, i) => value >= lo && value < hi && (i === 0 || value > breaks[i - 1]!));
}

/** Index of the class (lo, hi] that holds `value`: how many breaks lie strictly below it. Null when the value is unknown (NaN). */
export function classOf(value: number, breaks: readonly number[]): number | null {
	if (Number.isNaN(value)) return null;
	let index = 0;
	while (index < breaks.length && value > breaks[index]!) index++;
	return index;
}

/** How many values each class holds, and how many are unknown; together they add up to the number of values. */
export function classCounts(values: ArrayLike<number>, breaks: readonly number[]): { counts: number[]; unknown: number } {
	const counts = Array.from({ length: breaks.length + 1 }, () => 0);
	let unknown = 0;
	for (let i = 0; i < values.length; i++) {
		const index = classOf(values[i]!, breaks);
		if (index === null) unknown++;
		else counts[index]!++;
	}
	return { counts, unknown };
}

function knownSorted(values: ArrayLike<number>): Float64Array {
	return Float64Array.from(values)
		.filter((value) => !Number.isNaN(value))
		.sort();
}

/** Ties pull several quantiles to one value, and two quantiles may fall between the same two values: both would leave a class empty. */
function filledOnly(breaks: readonly number[], sorted: Float64Array): number[] {
	const kept: number[] = [];
	let below = 0;
	for (const value of breaks) {
		let upTo = below;
		while (upTo < sorted.length && sorted[upTo]! <= value) upTo++;
		if (upTo === below || upTo === sorted.length) continue;
		kept.push(value);
		below = upTo;
	}
	return kept;
}
