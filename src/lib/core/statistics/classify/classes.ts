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

/** The known values, ascending. */
export function knownSorted(values: ArrayLike<number>): Float64Array {
	const known = new Float64Array(values.length);
	let count = 0;
	for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) known[count++] = values[i]!;
	return known.subarray(0, count).sort();
}

/** How many different values there are in a sorted array. */
export function distinctCount(sorted: Float64Array): number {
	let count = 0;
	for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i]! > sorted[i - 1]!) count++;
	return count;
}

/** Breaks that leave no class empty: ties pull several breaks to one value, and two may fall between the same two values. */
export function filledOnly(breaks: readonly number[], sorted: Float64Array): number[] {
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

/** Ascending breaks that lie inside the values, so that neither the first nor the last class lies outside all of them. */
export function insideOnly(breaks: readonly number[], sorted: Float64Array): number[] {
	const [lo, hi] = [sorted[0]!, sorted[sorted.length - 1]!];
	// In a range of a few units in the last place, steps round to the same number or to an end of the range.
	return breaks.filter((value, i) => value >= lo && value < hi && (i === 0 || value > breaks[i - 1]!));
}
