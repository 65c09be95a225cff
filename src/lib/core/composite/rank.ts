/** Scores closer than this are a tie. */
export const TIE = 1e-9;

/** Scores fall into so many buckets before they are sorted; about two territories a bucket at commune level. */
const BUCKETS = 2048;
const HIGHEST_SCORE = 100;
/** Fewer scores than this are not worth the buckets: a point is a table of one row. */
const WORTH_BUCKETS = 16;

/** Order and ranks of one list. */
export interface Ranking {
	/** 1 is best; ties share the smallest rank and the next is skipped; 0 where unranked. */
	readonly rank: Uint16Array;
	/** Indices in rank order, ties by index (tables are ordered by code); the unscored are left out. */
	readonly order: Uint16Array;
}

/**
 * Ranks of scores 0–100, NaN left out. Bucketed, then sorted by insertion, which is nearly done by then: a sixth of the
 * time of a sort with a comparator at commune level, and this runs on every move of a slider. At most 65,535 territories.
 */
export function ranking(scores: Float64Array): Ranking {
	const order = scores.length < WORTH_BUCKETS ? known(scores) : bucketed(scores);
	for (let i = 1; i < order.length; i++) {
		const index = order[i]!;
		const score = scores[index]!;
		let at = i;
		while (at > 0 && scores[order[at - 1]!]! < score) order[at] = order[--at]!;
		order[at] = index;
	}
	const rank = new Uint16Array(scores.length);
	for (let start = 0; start < order.length;) start = closeGroup(scores, order, rank, start);
	return { rank, order };
}

const known = (scores: Float64Array): Uint16Array => Uint16Array.from(scores.keys().filter((i) => !Number.isNaN(scores[i]!)));

/** Indices of the known scores by bucket, best bucket first, by index inside one. */
function bucketed(scores: Float64Array): Uint16Array {
	const ends = new Uint16Array(BUCKETS + 1);
	for (let i = 0; i < scores.length; i++) {
		const score = scores[i]!;
		if (score === score) ends[bucketOf(score) + 1]!++;
	}
	for (let b = 1; b <= BUCKETS; b++) ends[b]! += ends[b - 1]!;
	const order = new Uint16Array(ends[BUCKETS]!);
	for (let i = 0; i < scores.length; i++) {
		const score = scores[i]!;
		if (score === score) order[ends[bucketOf(score)]!++] = i;
	}
	return order;
}

const bucketOf = (score: number): number => Math.min(BUCKETS - 1, Math.max(0, Math.floor((1 - score / HIGHEST_SCORE) * BUCKETS)));

/** Gives one rank to the places tied with the one at `start`, puts them in index order, and returns where the next group begins. */
function closeGroup(scores: Float64Array, order: Uint16Array, rank: Uint16Array, start: number): number {
	const best = scores[order[start]!]!;
	let end = start + 1;
	while (end < order.length && Math.abs(best - scores[order[end]!]!) <= TIE) end++;
	if (end > start + 1) order.subarray(start, end).sort();
	for (let i = start; i < end; i++) rank[order[i]!] = start + 1;
	return end;
}
