import type { Aggregator, Method, PillarWeights } from './method.ts';
import type { ChainScores, Explanation } from './outcome.ts';
import type { LevelTable } from './table.ts';
import type { Chain } from '#lib/core/sector/chain.ts';

/** Scores one level of one release; pillars are computed once, every call after that is a pass over typed arrays. */
export interface Scorer {
	readonly table: LevelTable;
	readonly method: Method;
	scores(chain: string, weights: PillarWeights, aggregator: Aggregator): ChainScores;
	/** Best chain per territory of a branch: scores and the index of the winning chain. */
	explain(chain: string, territory: string, weights: PillarWeights, aggregator: Aggregator): Explanation;
}

/** A scorer over `table`; throws a sentence when the method names an indicator without goalposts. */
export function createScorer(_method: Method, _table: LevelTable, _chains: readonly Chain[]): Scorer {
	throw new Error('written next');
}
