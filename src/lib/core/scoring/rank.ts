/** Scores closer than this are a tie. */
export const TIE = 1e-9;

/** Ties per point. Scores are 0–100, so a score in units of the tie stays below 2^37 and leaves 16 bits for the index in a double. */
const STEPS = 1e9;
const HIGHEST = 100 * STEPS;

/** Order and ranks of one list. */
export interface Ranking {
	/** 1 is best; ties share the smallest rank and the next is skipped; 0 where unranked. */
	readonly rank: Uint16Array;
	/** Indices in rank order, ties by index (tables are ordered by code); the unscored are left out. */
	readonly order: Uint16Array;
}

/**
 * Ranks of scores 0–100, NaN left out. Sorts packed numeric keys instead of calling a comparator
 * (1,503 communes: 0.1 ms against 0.6 ms). At most 65,536 territories.
 */
export function ranking(scores: Float64Array): Ranking {
	const size = 2 ** Math.ceil(Math.log2(Math.max(2, scores.length)));
	const keys = new Float64Array(scores.length);
	let known = 0;
	for (let i = 0; i < scores.length; i++) {
		const score = scores[i]!;
		if (!Number.isNaN(score)) keys[known++] = (HIGHEST - Math.round(score * STEPS)) * size + i;
	}
	const sorted = keys.subarray(0, known).sort();
	const order = new Uint16Array(known);
	for (let i = 0; i < known; i++) order[i] = sorted[i]! % size;
	const rank = new Uint16Array(scores.length);
	for (let start = 0; start < known;) start = closeGroup(scores, order, rank, start);
	return { rank, order };
}

/** Gives one rank to the places tied with the one at `start`, puts them in index order, and returns where the next group begins. */
function closeGroup(scores: Float64Array, order: Uint16Array, rank: Uint16Array, start: number): number {
	const best = scores[order[start]!]!;
	let end = start + 1;
	while (end < order.length && Math.abs(best - scores[order[end]!]!) <= TIE) end++;
	if (end > start + 1) order.subarray(start, end).sort();
	for (let i = start; i < end; i++) rank[order[i]!] = start + 1;
	return end;
}
