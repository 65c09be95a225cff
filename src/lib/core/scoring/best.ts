import type { ChainScores } from './outcome.ts';

/** Best chain of a branch per territory: its score (NaN when no chain scores) and the index of that chain in the list given; −1 when none. */
export interface BestScores {
	readonly score: Float64Array;
	readonly winner: Int16Array;
}

/** A branch scores as well as the best of its chains; the first of equals wins. */
export function bestOf(chains: readonly ChainScores[]): BestScores {
	const size = chains[0]?.score.length ?? 0;
	const score = new Float64Array(size).fill(NaN);
	const winner = new Int16Array(size).fill(-1);
	chains.forEach((chain, c) => {
		for (let i = 0; i < size; i++) {
			const candidate = chain.score[i]!;
			if (Number.isNaN(candidate) || candidate <= score[i]!) continue;
			score[i] = candidate;
			winner[i] = c;
		}
	});
	return { score, winner };
}
