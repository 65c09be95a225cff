/**
 * Quantile of type 7 (Hyndman & Fan 1996; the default of R and NumPy) of the known values.
 * NaN entries are skipped; null when nothing is known. `share` is 0–1.
 */
export function quantile(values: ArrayLike<number>, share: number): number | null {
	const sorted = Float64Array.from(values)
		.filter((value) => !Number.isNaN(value))
		.sort();
	return quantileOfSorted(sorted, share);
}

/** The same for values already sorted ascending and free of NaN, so that several shares cost one sort. */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number | null {
	const last = sorted.length - 1;
	if (last < 0) return null;
	const position = last * share;
	const below = Math.floor(position);
	const low = sorted[below]!;
	const high = sorted[Math.min(below + 1, last)]!;
	return low + (position - below) * (high - low);
}

/** The middle value (type 7 at 0.5) of the known values; null when nothing is known. */
export const median = (values: ArrayLike<number>): number | null => quantile(values, 0.5);
