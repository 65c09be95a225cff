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
	const { distinct, cost } = groupsOf(knownSorted(values));
	const n = distinct.length;
	const classes = Math.min(k, n);
	if (classes < 2) return [];
	let best: Float64Array = Float64Array.from({ length: n }, (_, last) => cost(0, last));
	const starts: Int32Array[] = [];
	for (let c = 1; c < classes; c++) {
		const row = bestRow(best, cost, c);
		best = row.best;
		starts.push(row.start);
	}
	const breaks: number[] = [];
	let last = n - 1;
	for (let c = classes - 2; c >= 0; c--) {
		last = starts[c]![last]! - 1;
		breaks.unshift(distinct[last]!);
	}
	return breaks;
}

/** Sum of squared deviations from their mean of the distinct values from index `first` to `last`, each as often as it occurs. */
type Cost = (first: number, last: number) => number;

/** Distinct values, and the cost of a run of them in one step: from running sums about the median, so that squares stay small. */
function groupsOf(sorted: Float64Array): { distinct: number[]; cost: Cost } {
	const distinct: number[] = [];
	const middle = sorted[sorted.length >> 1] ?? 0;
	const [count, sum, squares] = [[0], [0], [0]];
	for (const value of sorted) {
		if (value !== distinct[distinct.length - 1]) {
			distinct.push(value);
			for (const running of [count, sum, squares]) running.push(running[running.length - 1]!);
		}
		const at = distinct.length;
		count[at]! += 1;
		sum[at]! += value - middle;
		squares[at]! += (value - middle) ** 2;
	}
	const [n, s, q] = [count, sum, squares].map((running) => Float64Array.from(running)) as [Float64Array, Float64Array, Float64Array];
	const cost: Cost = (first, last) => {
		const total = s[last + 1]! - s[first]!;
		return Math.max(0, q[last + 1]! - q[first]! - (total * total) / (n[last + 1]! - n[first]!));
	};
	return { distinct, cost };
}

/** The least cost of the first values in c + 1 classes, and where the last class starts, from the least cost in c classes. */
function bestRow(before: Float64Array, cost: Cost, c: number): { best: Float64Array; start: Int32Array } {
	const n = before.length;
	const best = new Float64Array(n).fill(Infinity);
	const start = new Int32Array(n);
	const fill = (from: number, to: number, lowest: number, highest: number): void => {
		if (from > to) return;
		const last = (from + to) >> 1;
		const end = Math.min(last, highest);
		for (let first = Math.max(c, lowest); first <= end; first++) {
			const total = before[first - 1]! + cost(first, last);
			if (total >= best[last]!) continue;
			best[last] = total;
			start[last] = first;
		}
		fill(from, last - 1, lowest, start[last]!);
		fill(last + 1, to, start[last]!, highest);
	};
	fill(c, n - 1, c, n - 1);
	return { best, start };
}
