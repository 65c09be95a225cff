/**
 * Years until the money is back for good: the last time that the cumulative of the flows crosses zero upwards, linear
 * inside the year. A later replacement may take it below once more, and then the earlier crossing was none.
 * 0 when nothing is put in; null when it does not end at zero or above.
 */
export function payback(flows: readonly number[]): number | null {
	let cumulative = 0;
	let back: number | null = 0;
	for (const [year, flow] of flows.entries()) {
		const before = cumulative;
		cumulative += flow;
		if (cumulative < 0) back = null;
		else if (before < 0) back = year - 1 - before / flow;
	}
	return back;
}
