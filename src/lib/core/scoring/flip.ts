import { PILLARS, type Pillar, type PillarWeights } from './method.ts';

/** Pillar values (0–1, floored) and risk malus factor (1 − λR) of one of two places that are compared. */
export interface FlipSide {
	readonly values: Readonly<Record<Pillar, number>>;
	readonly malus: number;
}

/**
 * The weight of pillar `k`, the others keeping their proportions, at which two places tie under the geometric mean:
 * w* = −(c + r/(1−w_k)) / (d_k − r/(1−w_k)), d_q = ln(X_q^a/X_q^b), r = Σ_{q≠k} w_q d_q, c the risk log-ratio.
 * Weights add to 1. Null when no weight within 0–1 makes them tie.
 */
export function flipWeight(k: Pillar, a: FlipSide, b: FlipSide, weights: PillarWeights): number | null {
	const ratio = (pillar: Pillar): number => Math.log(a.values[pillar] / b.values[pillar]);
	const rest = PILLARS.filter((pillar) => pillar !== k).reduce((sum, pillar) => sum + weights[pillar] * ratio(pillar), 0);
	const others = 1 - weights[k];
	if (others <= 0) return null;
	const risk = Math.log(a.malus / b.malus);
	const tie = -(risk + rest / others) / (ratio(k) - rest / others);
	return tie >= 0 && tie <= 1 ? tie : null;
}
