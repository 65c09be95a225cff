import { gammaQuantile } from './distribution/gamma.ts';

/** Ends of an interval; both ends belong to it. */
export interface Interval {
	readonly lo: number;
	readonly hi: number;
}

/**
 * Exact interval (Garwood 1936) of observed ÷ expected, both 0 or more: [χ²(α/2; 2C)/2E, χ²(1 − α/2; 2C+2)/2E] with C counted, E expected
 * and α = 1 − `level`. Without an expectation of its own it is that of the mean of the count. From 0 where nothing was counted;
 * null when E is not above 0 or the count is unknown (NaN) or negative.
 */
export function poissonInterval(count: number, expected = 1, level = 0.95): Interval | null {
	if (!(count >= 0) || !(expected > 0)) return null;
	const outside = (1 - level) / 2;
	return { lo: count === 0 ? 0 : gammaQuantile(count, outside) / expected, hi: gammaQuantile(count + 1, 1 - outside) / expected };
}
