/**
 * Room (saturation turned round): G = 1/(1+σ), σ = observed ÷ expected presence.
 * 1 where nothing is there yet, 0.5 where presence is as expected, towards 0 where it is crowded.
 */
export const room = (saturation: number): number => 1 / (1 + saturation);

/** Room from a census proxy: territory share ÷ national share, clamped so that a proxy may tilt but not decide. NaN stays NaN. */
export function proxyRoom(share: number, nationalShare: number, lowest: number, highest: number): number {
	return Math.min(highest, Math.max(lowest, room(share / nationalShare)));
}

/** Observed counts shrunk towards the national rate. */
export interface ShrunkRates {
	/** National rate b = ΣC/ΣD. */
	readonly national: number;
	/** Marshall's between-area variance a ≥ 0. */
	readonly between: number;
	/** θ̂ per territory; NaN where its base is 0 or unknown. */
	readonly rate: Float64Array;
}

/**
 * Empirical Bayes rates after Marshall (1991): b = ΣC/ΣD, p = C/D, s² = ΣD(p−b)²/ΣD, a = max(0, s² − b/D̄),
 * θ̂ = b + a(p−b)/(a + b/D). Territories with D = 0 or unknown take no part and get NaN.
 */
export function shrinkRates(counts: ArrayLike<number>, bases: ArrayLike<number>): ShrunkRates {
	const known = Array.from(counts, (_, i) => i).filter((i) => counts[i]! >= 0 && bases[i]! > 0);
	const totalCount = known.reduce((sum, i) => sum + counts[i]!, 0);
	const totalBase = known.reduce((sum, i) => sum + bases[i]!, 0);
	const national = totalCount / totalBase;
	const spread = known.reduce((sum, i) => sum + bases[i]! * (counts[i]! / bases[i]! - national) ** 2, 0) / totalBase;
	const between = Math.max(0, spread - national / (totalBase / known.length));
	const rate = new Float64Array(counts.length).fill(NaN);
	for (const i of known) {
		const raw = counts[i]! / bases[i]!;
		const sampling = national / bases[i]!;
		rate[i] = between + sampling === 0 ? national : national + (between * (raw - national)) / (between + sampling);
	}
	return { national, between, rate };
}

/** Fewest cooperatives in the nation for which presence can be compared at all (method §2.4). */
export const FEWEST_NATIONAL_COUNT = 30;

/** Cooperatives of all places that have a base of expectation, and how many there are per unit of it (b = ΣC/ΣD; NaN without any base). */
export function nationalRate(counts: ArrayLike<number>, bases: ArrayLike<number>): { readonly total: number; readonly rate: number } {
	let total = 0;
	let base = 0;
	for (let i = 0; i < counts.length; i++) {
		if (!(counts[i]! >= 0 && bases[i]! > 0)) continue;
		total += counts[i]!;
		base += bases[i]!;
	}
	return { total, rate: total / base };
}

/** True when the nation has enough cooperatives, in places that can be compared, for presence to say anything. */
export const isComparable = (counts: ArrayLike<number>, bases: ArrayLike<number>): boolean =>
	nationalRate(counts, bases).total >= FEWEST_NATIONAL_COUNT;

/**
 * Room per territory from register counts; all NaN when fewer than 30 are counted in the places of the nation that can be compared,
 * NaN where the base is 0 or unknown.
 */
export function registerRoom(counts: ArrayLike<number>, bases: ArrayLike<number>): Float64Array {
	if (!isComparable(counts, bases)) return new Float64Array(counts.length).fill(NaN);
	const { national, rate } = shrinkRates(counts, bases);
	return rate.map((shrunk) => room(shrunk / national));
}
