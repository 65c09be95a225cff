/** Milliseconds of one run, as quantiles over many runs. */
export interface Timing {
	readonly median: number;
	readonly p95: number;
	readonly runs: number;
}

/** Times `work` over `runs` runs after a warm-up of a tenth of them (at least 3). */
export function timed(work: () => void, runs: number): Timing {
	for (let i = 0; i < Math.max(3, runs / 10); i++) work();
	const times = Float64Array.from({ length: runs }, () => {
		const start = performance.now();
		work();
		return performance.now() - start;
	}).sort();
	return { median: times[Math.floor(runs / 2)]!, p95: times[Math.floor(runs * 0.95)]!, runs };
}

/** How many times as long `theirs` takes as `ours`: the middle of five rounds, one after the other, so that a busy machine slows both. */
export function timesAsLong(theirs: () => void, ours: () => void, runs: number): number {
	const rounds = Array.from({ length: 5 }, () => timed(theirs, runs).median / timed(ours, runs).median);
	return rounds.sort((a, b) => a - b)[2]!;
}

/** One measured line of the report: what, how much, in which unit, against which goal. */
export interface Measure {
	readonly what: string;
	readonly value: number;
	readonly unit: string;
	readonly goal: string;
	readonly met: boolean;
}

/** A measure that should stay at or below `limit`. */
export const atMost = (what: string, value: number, limit: number, unit: string): Measure => ({
	what,
	value,
	unit,
	goal: `≤ ${limit} ${unit}`,
	met: value <= limit
});

/** A measure that should reach `limit`. */
export const atLeast = (what: string, value: number, limit: number, unit: string): Measure => ({
	what,
	value,
	unit,
	goal: `≥ ${limit} ${unit}`,
	met: value >= limit
});
