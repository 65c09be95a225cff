import { knownSorted } from './classes.ts';

/**
 * Inner breaks, ascending, that cut the known values into at most `k` classes with the least possible sum of squared deviations from
 * the class means: the optimum that Jenks’s method looks for. Each break is the largest value of its class. Equal values stay
 * together, so there are fewer classes when there are fewer distinct values. O(k · n log n).
 *
 * Ckmeans.1d.dp (Wang & Song 2011): the best cut of the first values into c classes ends in a class after the best cut into c − 1.
 * The start of that last class never moves down as values are added, so a middle value bounds the search on both of its sides.
 */
export function naturalBreaks(values: ArrayLike<number>, k: number): number[] {
	const groups = groupsOf(knownSorted(values));
	const n = groups.distinct.length;
	const classes = Math.min(k, n);
	if (classes < 2) return [];
	let best: Float64Array = Float64Array.from({ length: n }, (_, last) => costOf(groups, last));
	const starts: Int32Array[] = [];
	for (let c = 1; c < classes; c++) {
		const row = bestRow(best, groups, c);
		best = row.best;
		starts.push(row.start);
	}
	const breaks: number[] = [];
	let last = n - 1;
	for (let c = classes - 2; c >= 0; c--) {
		last = starts[c]![last]! - 1;
		breaks.unshift(groups.distinct[last]!);
	}
	return breaks;
}

/** Distinct values, ascending, with running sums over all values before each: how many, of the values, of their squares, about the median. */
interface Groups {
	readonly distinct: Float64Array;
	readonly count: Float64Array;
	readonly sum: Float64Array;
	readonly squares: Float64Array;
}

function groupsOf(sorted: Float64Array): Groups {
	const distinct = new Float64Array(sorted.length);
	const running = (): Float64Array => new Float64Array(sorted.length + 1);
	const [count, sum, squares] = [running(), running(), running()];
	// About the median, so that squares stay small and little is lost when one is taken from another.
	const middle = sorted[sorted.length >> 1] ?? 0;
	let [n, total, square] = [0, 0, 0];
	for (let i = 0; i < sorted.length; i++) {
		const value = sorted[i]!;
		if (i === 0 || value > sorted[i - 1]!) distinct[n++] = value;
		total += value - middle;
		square += (value - middle) ** 2;
		count[n] = i + 1;
		sum[n] = total;
		squares[n] = square;
	}
	return { distinct: distinct.subarray(0, n), count, sum, squares };
}

/** Sum of squared deviations from their mean of the first distinct values up to index `last`, each as often as it occurs. */
const costOf = ({ count, sum, squares }: Groups, last: number): number =>
	Math.max(0, squares[last + 1]! - (sum[last + 1]! * sum[last + 1]!) / count[last + 1]!);

/** The least cost of the first values in c + 1 classes, and where the last class starts, from the least cost in c classes. */
function bestRow(before: Float64Array, { count, sum, squares }: Groups, c: number): { best: Float64Array; start: Int32Array } {
	const n = before.length;
	const best = new Float64Array(n).fill(Infinity);
	const start = new Int32Array(n);
	const fill = (from: number, to: number, lowest: number, highest: number): void => {
		if (from > to) return;
		const last = (from + to) >> 1;
		const [n1, s1, q1] = [count[last + 1]!, sum[last + 1]!, squares[last + 1]!];
		let [least, at] = [Infinity, lowest];
		// Downwards the last class only grows, so once it alone costs more than the best cut no lower start can be better.
		for (let first = last < highest ? last : highest; first >= lowest; first--) {
			const part = s1 - sum[first]!;
			const within = q1 - squares[first]! - (part * part) / (n1 - count[first]!);
			if (within > least) break;
			const total = before[first - 1]! + (within > 0 ? within : 0);
			if (total > least) continue;
			least = total;
			at = first;
		}
		best[last] = least;
		start[last] = at;
		fill(from, last - 1, lowest, at);
		fill(last + 1, to, at, highest);
	};
	fill(c, n - 1, c, n - 1);
	return { best, start };
}
