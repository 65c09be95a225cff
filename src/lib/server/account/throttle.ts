import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** A limit on how often something may be tried. */
export interface Throttle {
	/** Counts one try of a key. Returns 0 when it may go on, else the seconds to wait. */
	take(key: string): Promise<number>;
	/** Seconds until the key may try again, without counting; 0 when it may. */
	wait(key: string): Promise<number>;
	/** Forgets a key, as after a success. */
	forget(key: string): Promise<void>;
}

/** How many tries in how many seconds, and how long a key that used them up waits. */
export interface Limit {
	readonly points: number;
	readonly duration: number;
	readonly blockDuration?: number;
}

/**
 * Signing in: five wrong passwords of one address from one network, twenty of a network, thirty of an address from anywhere, then a
 * quarter of an hour; so nobody shuts another out with five tries, and many networks together get no further than thirty.
 */
export const SIGN_IN_LIMITS = {
	pair: { points: 5, duration: 900, blockDuration: 900 },
	network: { points: 20, duration: 900, blockDuration: 900 },
	address: { points: 30, duration: 3600, blockDuration: 900 }
} as const satisfies Readonly<Record<string, Limit>>;

/** Sending ideas, needs and disputes: a village meeting behind one line sends thirty in an hour, a flood does not. */
export const SUBMISSION_LIMIT: Limit = { points: 30, duration: 3600 };
/** Looking codes up: nobody mistypes forty times in an hour. */
export const TRACKING_LIMIT: Limit = { points: 40, duration: 3600 };

/** What the public may do only so often. */
export interface PublicLimits {
	readonly submission: Throttle;
	readonly tracking: Throttle;
}

export const createPublicLimits = (): PublicLimits => ({
	submission: createThrottle(SUBMISSION_LIMIT),
	tracking: createThrottle(TRACKING_LIMIT)
});

/** A throttle in the memory of this process. Keys are kept as hashes: no address of anybody is. */
export function createThrottle(limit: Limit): Throttle {
	const limiter = new RateLimiterMemory(limit);
	const seconds = (found: RateLimiterRes): number => Math.max(1, Math.ceil(found.msBeforeNext / 1000));
	return {
		async take(key) {
			try {
				await limiter.consume(hashed(key));
				return 0;
			} catch (found) {
				if (found instanceof RateLimiterRes) return seconds(found);
				throw found;
			}
		},
		async wait(key) {
			const found = await limiter.get(hashed(key));
			return found && found.remainingPoints <= 0 ? seconds(found) : 0;
		},
		async forget(key) {
			await limiter.delete(hashed(key));
		}
	};
}

const hashed = (key: string): string => createHash('sha256').update(key).digest('base64url');
