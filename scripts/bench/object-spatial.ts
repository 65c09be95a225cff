import { createRandom } from '#lib/core/statistics/random.ts';

/** One territory as a straightforward program would hold it. Only the benchmark uses it. */
export interface Place {
	readonly code: string;
	readonly value: number;
	readonly neighbours: readonly Place[];
}

/** Local Moran with objects: for each place and permutation all other places are shuffled, and the first ones taken. */
export function objectLocalMoran(places: readonly Place[], permutations: number): { statistic: number; p: number }[] {
	const random = createRandom(1).uniform;
	const mean = places.reduce((sum, { value }) => sum + value, 0) / places.length;
	const spread = places.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / places.length;
	const statisticOf = (place: Place, neighbours: readonly Place[]): number =>
		((place.value - mean) / spread) * (neighbours.reduce((sum, { value }) => sum + (value - mean), 0) / neighbours.length);
	return places.map((place) => {
		const others = places.filter((other) => other !== place);
		const statistic = statisticOf(place, place.neighbours);
		const drawn = Array.from({ length: permutations }, () =>
			statisticOf(place, shuffled(others, random).slice(0, place.neighbours.length))
		);
		const average = drawn.reduce((sum, one) => sum + one, 0) / permutations;
		const beyond = drawn.filter((one) => Math.abs(one - average) >= Math.abs(statistic - average)).length;
		return { statistic, p: (beyond + 1) / (permutations + 1) };
	});
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
	const copy = [...items];
	for (let i = copy.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[copy[i], copy[j]] = [copy[j]!, copy[i]!];
	}
	return copy;
}

/** Natural breaks by trying every start of every class: the textbook program of Fisher (1958), O(k · n²). */
export function objectNaturalBreaks(values: readonly number[], classes: number): number[] {
	const sorted = [...values].sort((a, b) => a - b);
	interface Cut {
		readonly cost: number;
		readonly breaks: readonly number[];
	}
	let best: Cut[] = sorted.map((_, last) => ({ cost: squares(sorted, 0, last), breaks: [] }));
	for (let c = 1; c < classes; c++) {
		best = sorted.map((_, last) => {
			let found: Cut = best[last]!;
			for (let first = 1, within = squares(sorted, 0, last); first <= last; first++) {
				within = squares(sorted, first, last);
				const before = best[first - 1]!;
				if (before.cost + within < found.cost) found = { cost: before.cost + within, breaks: [...before.breaks, sorted[first - 1]!] };
			}
			return found;
		});
	}
	return [...(best[best.length - 1]?.breaks ?? [])];
}

const sums = new WeakMap<readonly number[], { readonly sum: number; readonly square: number }[]>();

/** Sum of squared deviations of a run, from running sums held as objects. */
function squares(sorted: readonly number[], first: number, last: number): number {
	let running = sums.get(sorted);
	if (!running) {
		running = [{ sum: 0, square: 0 }];
		for (const value of sorted) {
			const { sum, square } = running[running.length - 1]!;
			running.push({ sum: sum + value, square: square + value * value });
		}
		sums.set(sorted, running);
	}
	const [from, to] = [running[first]!, running[last + 1]!];
	return to.square - from.square - (to.sum - from.sum) ** 2 / (last - first + 1);
}
