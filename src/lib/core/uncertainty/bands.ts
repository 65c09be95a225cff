import type { UncertaintyRule } from '#lib/core/scoring/method.ts';
import { robustness, type Robustness } from './robustness.ts';

/** How sure the rank of one place is. */
export interface Band {
	/** Index of the place in the table of its level. */
	readonly place: number;
	/** Rank with nothing varied. */
	readonly nominal: number;
	/** Middle rank of the draws; a half where two are in the middle. */
	readonly median: number;
	/** Ends of the interval of the method, whole ranks, rounded outwards. */
	readonly low: number;
	readonly high: number;
	/** Smallest and largest rank seen, that with nothing varied included. */
	readonly smallest: number;
	readonly largest: number;
	/** Share of the draws in which the place is in the top. */
	readonly top: number;
	/** Share of the draws in which no place ranks before it. */
	readonly first: number;
	readonly robustness: Robustness;
	/** Others that cannot be told apart from it: neither ranks before the other nearly always. Null where there are too many places to compare. */
	readonly tied: number | null;
	/** Rank and interval among the communes of its province; null at other levels. */
	readonly among: { readonly nominal: number; readonly low: number; readonly high: number; readonly of: number } | null;
}

/** How sure the ranks of one chain at one level are. */
export interface Bands {
	readonly draws: number;
	/** How many places are ranked. */
	readonly ranked: number;
	/** One per ranked place, in the order of the table. */
	readonly places: readonly Band[];
}

/** Ranks of every draw, one after the other, each in the order of `places`. */
export interface DrawnRanks {
	readonly places: Uint16Array;
	readonly ranks: Uint16Array;
	readonly draws: number;
	readonly nominal: Uint16Array;
	/** The same among the peers of each place, and how many they are; null where places are compared with all only. */
	readonly among: { readonly ranks: Uint16Array; readonly nominal: Uint16Array; readonly of: Uint16Array } | null;
}

/** Every pair of places is compared up to so many; provinces are 75. */
const MOST_COMPARED = 120;

/** Number of places that count as the top of `ranked`: at least one. */
export const topOf = (ranked: number, share: number): number => Math.max(1, Math.ceil(ranked * share));

/** What drawn ranks say of every place. Without a draw every interval is the nominal rank. */
export function bandsOf(drawn: DrawnRanks, rule: UncertaintyRule): Bands {
	const { places, nominal, draws } = drawn;
	const ranked = places.length;
	const top = topOf(ranked, rule.topShare);
	const counts = new Uint32Array(ranked + 1);
	const bands = Array.from(places, (place, i): Band => {
		const { inTop, inFirst, ...spread } = spreadOf(
			drawn.ranks,
			{ i, size: ranked, draws, nominal: nominal[i]!, top, counts },
			rule.interval
		);
		const own = drawn.among;
		const among = own && spreadOf(own.ranks, { i, size: ranked, draws, nominal: own.nominal[i]!, top: 0, counts }, rule.interval);
		return {
			place,
			nominal: nominal[i]!,
			...spread,
			top: draws === 0 ? Number(nominal[i]! <= top) : inTop / draws,
			first: draws === 0 ? Number(nominal[i] === 1) : inFirst / draws,
			robustness: robustness(spread.high - spread.low, ranked, rule),
			tied: null,
			among: among && { nominal: own!.nominal[i]!, low: among.low, high: among.high, of: own!.of[i]! }
		};
	});
	if (draws === 0 || ranked > MOST_COMPARED) return { draws, ranked, places: bands };
	const tied = tiedWith(drawn, bands, rule.interval);
	return { draws, ranked, places: bands.map((band, i) => ({ ...band, tied: tied[i]! })) };
}

interface OnePlace {
	readonly i: number;
	readonly size: number;
	readonly draws: number;
	readonly nominal: number;
	/** The last rank that is in the top. */
	readonly top: number;
	/** All zero; it is left so. */
	readonly counts: Uint32Array;
}

type Spread = Pick<Band, 'median' | 'low' | 'high' | 'smallest' | 'largest'> & { readonly inTop: number; readonly inFirst: number };

function spreadOf(ranks: Uint16Array, { i, size, draws, nominal, top, counts }: OnePlace, [lo, hi]: readonly [number, number]): Spread {
	let smallest = nominal;
	let largest = nominal;
	let inTop = 0;
	for (let at = i; at < draws * size; at += size) {
		const rank = ranks[at]!;
		counts[rank]!++;
		if (rank <= top) inTop++;
		if (rank < smallest) smallest = rank;
		if (rank > largest) largest = rank;
	}
	const inFirst = counts[1]!;
	if (draws === 0) return { median: nominal, low: nominal, high: nominal, smallest, largest, inTop, inFirst };
	const quantile = (share: number): number => quantileOfCounts(counts, draws, share, smallest);
	const spread = { median: quantile(0.5), low: Math.floor(quantile(lo)), high: Math.ceil(quantile(hi)), smallest, largest, inTop, inFirst };
	counts.fill(0, smallest, largest + 1);
	return spread;
}

/** Quantile of type 7 of ranks given as how often each occurred. */
function quantileOfCounts(counts: Uint32Array, total: number, share: number, start: number): number {
	const position = (total - 1) * share;
	const below = Math.floor(position);
	let rank = start;
	let seen = counts[rank]!;
	while (seen <= below) seen += counts[++rank]!;
	if (below + 1 < seen || below === position) return rank;
	let next = rank + 1;
	while (counts[next] === 0) next++;
	return rank + (position - below) * (next - rank);
}

/** For every place, how many others neither rank before it nor after it in nearly all draws. */
function tiedWith({ places, ranks, draws }: DrawnRanks, bands: readonly Band[], [lo, hi]: readonly [number, number]): Uint16Array {
	const size = places.length;
	const tied = new Uint16Array(size);
	for (let a = 0; a < size; a++) {
		for (let b = a + 1; b < size; b++) {
			if (bands[a]!.largest < bands[b]!.smallest || bands[b]!.largest < bands[a]!.smallest) continue; // never met
			let before = 0; // a tie counts half for each
			for (let at = 0; at < draws * size; at += size) {
				const gap = ranks[at + a]! - ranks[at + b]!;
				before += gap < 0 ? 2 : gap === 0 ? 1 : 0;
			}
			const share = before / (2 * draws);
			if (share < lo || share > hi) continue;
			tied[a]!++;
			tied[b]!++;
		}
	}
	return tied;
}
