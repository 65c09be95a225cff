import { EXPONENT } from '#lib/core/scoring/aggregate.ts';
import { AGGREGATORS, PILLARS, type Aggregator, type PillarWeights, type UncertaintyRule } from '#lib/core/scoring/method.ts';
import type { Random } from '#lib/core/statistics/random.ts';

/** What a score assumes and a draw varies, in the order it is drawn. */
export const ASSUMPTIONS = [
	'weight-need',
	'weight-potential',
	'weight-room',
	'weight-access',
	'aggregator',
	'goalposts',
	'risk',
	'counts'
] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** How far each assumption is varied. */
export interface Ranges {
	readonly weightFactor: UncertaintyRule['weightFactor'];
	/** Each is as likely as the others. */
	readonly aggregators: readonly Aggregator[];
	readonly goalpostQuantile: UncertaintyRule['goalpostQuantile'];
	readonly riskStrength: UncertaintyRule['riskStrength'];
	/** Whether counts of a register are drawn anew; nothing happens where no register is loaded. */
	readonly counts: boolean;
}

/** One set of assumptions under which everything is scored. */
export interface Assumed {
	readonly weights: PillarWeights;
	/** Exponent of the generalised mean. */
	readonly exponent: number;
	/** Quantile of the low goalpost, 0–0.5. */
	readonly goalpostQuantile: number;
	readonly riskStrength: number;
	/** Where the draw of the counts starts; null keeps the counts as they are. */
	readonly countSeed: number | null;
}

/** The ranges of the method: every aggregator, counts drawn anew. */
export function rangesOf({ weightFactor, goalpostQuantile, riskStrength }: UncertaintyRule): Ranges {
	return { weightFactor, goalpostQuantile, riskStrength, aggregators: AGGREGATORS, counts: true };
}

/** One position in [0, 1) per assumption, in the order of `ASSUMPTIONS`. */
export const drawPositions = (random: Random): Float64Array => Float64Array.from(ASSUMPTIONS, random.uniform);

/** The assumptions at a position of the unit cube, `positions` in the order of `ASSUMPTIONS`. */
export function assumedAt(positions: ArrayLike<number>, ranges: Ranges, weights: PillarWeights): Assumed {
	const at = (position: number, [lo, hi]: readonly [number, number]): number => lo + (hi - lo) * position;
	const varied = PILLARS.map((pillar, q) => [pillar, weights[pillar] * at(positions[q]!, ranges.weightFactor)] as const);
	const { aggregators } = ranges;
	return {
		weights: Object.fromEntries(varied) as Record<(typeof PILLARS)[number], number>,
		exponent: EXPONENT[aggregators[Math.floor(positions[4]! * aggregators.length)]!],
		goalpostQuantile: at(positions[5]!, ranges.goalpostQuantile),
		riskStrength: at(positions[6]!, ranges.riskStrength),
		countSeed: ranges.counts ? Math.floor(positions[7]! * 2 ** 32) : null
	};
}
