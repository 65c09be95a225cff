import { isComparable, nationalRate } from '#lib/core/scoring/room.ts';
import type { ExpectationBase, RegisterCounts } from '#lib/core/scoring/table.ts';
import { poissonInterval, type Interval } from '#lib/core/statistics/poisson-interval.ts';

/** Why counted presence cannot be compared: too few in the whole nation, or no base of expectation in this place. */
export type Incomparable = 'too-few' | 'no-base';

/** Cooperatives of one chain in one place, as a register counts them, beside what would be expected. */
export interface Presence {
	/** Cooperatives counted; null where nobody counted. */
	readonly count: number | null;
	/** E = D·ΣC/ΣD; null where it cannot be told. */
	readonly expected: number | null;
	/** Observed ÷ expected with its exact 95 % interval; null without an expectation. */
	readonly ratio: number | null;
	readonly interval: Interval | null;
	readonly base: ExpectationBase;
	/** Why there is no expectation; null when there is one. */
	readonly incomparable: Incomparable | null;
}

/** Presence at `index` of the level. */
export function presenceAt({ counts, bases, base }: RegisterCounts, index: number): Presence {
	const count = Number.isNaN(counts[index]!) ? null : counts[index]!;
	const unknown = { count, base, expected: null, ratio: null, interval: null };
	if (!isComparable(counts, bases)) return { ...unknown, incomparable: 'too-few' };
	const expected = nationalRate(counts, bases).rate * bases[index]!;
	if (!(expected > 0) || count === null) return { ...unknown, incomparable: 'no-base' };
	return { count, base, expected, ratio: count / expected, interval: poissonInterval(count, expected), incomparable: null };
}
