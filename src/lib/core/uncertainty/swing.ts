import type { PillarWeights } from '#lib/core/scoring/method.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { createSimulation } from './simulation.ts';

/** What is asked of the first places of every chain before a release goes out. */
export interface SwingRule {
	/** How many places of a chain count as first. */
	readonly top: number;
	/** Every weight is multiplied by 1 ± this. */
	readonly weightChange: number;
	/** More ranks than this is a swing. */
	readonly ranks: number;
	readonly draws: number;
	readonly seed: number;
}

/** One of the first places of a chain that swings. */
export interface Swing {
	readonly chain: string;
	readonly territory: string;
	readonly rank: number;
	/** Ends of its interval when only weights are varied. */
	readonly low: number;
	readonly high: number;
}

/** The first places of every chain whose interval under varied weights reaches further than the rule allows, and how many were looked at. */
export function swingsOf(
	scorer: Scorer,
	weights: PillarWeights,
	rule: SwingRule
): { readonly swings: readonly Swing[]; readonly looked: number } {
	const { goalpostQuantiles, riskStrength } = scorer.method;
	const ranges = {
		weightFactor: [1 - rule.weightChange, 1 + rule.weightChange],
		aggregators: ['geometric'],
		goalpostQuantile: [goalpostQuantiles[0], goalpostQuantiles[0]],
		riskStrength: [riskStrength, riskStrength],
		counts: false
	} as const;
	const first = scorer.chains.flatMap(({ id }) => {
		const simulation = createSimulation(scorer, {
			chain: id,
			weights,
			aggregator: 'geometric',
			seed: rule.seed,
			draws: rule.draws,
			ranges
		});
		simulation.run(rule.draws);
		return simulation
			.bands()
			.places.filter(({ nominal }) => nominal <= rule.top)
			.map(({ place, nominal, low, high }) => ({ chain: id, territory: scorer.table.territories[place]!.code, rank: nominal, low, high }));
	});
	const swings = first.filter(({ rank, low, high }) => Math.max(rank - low, high - rank) > rule.ranks);
	return { swings, looked: first.length };
}
