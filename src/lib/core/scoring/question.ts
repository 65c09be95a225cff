import type { Level } from '#lib/core/territory/territory.ts';
import type { Aggregator, PillarWeights } from './method.ts';

/** Which ranking is meant: of which value chain, weighed and joined how. */
export interface ChainQuestion {
	/** Id of a value chain. */
	readonly chain: string;
	readonly weights: PillarWeights;
	readonly aggregator: Aggregator;
}

/** The same at one level. */
export interface RankingQuestion extends ChainQuestion {
	readonly level: Level;
}
