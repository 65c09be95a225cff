/** What is left of many tests when a share of false discoveries is allowed. */
export interface Discoveries {
	/** The smallest rate at which each test would count, 0–1; NaN where there is no p. */
	readonly adjusted: Float64Array;
	/** 1 where the test counts at the rate asked for. */
	readonly significant: Uint8Array;
}

/**
 * The tests that count when at most `rate` (0–1) of those are expected to be false, by Benjamini & Hochberg (1995); NaN among the
 * p-values is no test and does not count into their number. Adjusted values never fall as p grows.
 */
export function falseDiscovery(p: ArrayLike<number>, rate: number): Discoveries {
	const tested = Array.from({ length: p.length }, (_, i) => i).filter((i) => !Number.isNaN(p[i]!));
	tested.sort((a, b) => p[a]! - p[b]! || a - b);
	const adjusted = new Float64Array(p.length).fill(NaN);
	let smallest = 1;
	for (let rank = tested.length; rank >= 1; rank--) {
		const i = tested[rank - 1]!;
		smallest = Math.min(smallest, (p[i]! * tested.length) / rank);
		adjusted[i] = smallest;
	}
	// Written in full, because a NaN must not count.
	return { adjusted, significant: Uint8Array.from(adjusted, (value) => (value <= rate ? 1 : 0)) };
}
