import { mean } from '#lib/core/composite/mean.ts';
import { PILLARS, type Aggregator, type Pillar, type PillarWeights } from './method.ts';

/** Exponent p of the generalised mean (Σ w·X^p)^(1/p): 1 arithmetic, 0 geometric (its limit), −1 harmonic. */
export const EXPONENT: Readonly<Record<Aggregator, number>> = { arithmetic: 1, geometric: 0, harmonic: -1 };

/** Pillars without which there is no score when their weight is above 0; the others may be missing and are flagged. */
export const REQUIRED: readonly Pillar[] = ['need', 'potential'];

/** Pillar values of one place; null where coverage is too low. */
export type PillarValues = Readonly<Record<Pillar, number | null>>;

/** Weights of the pillars that count here: known and above 0, renormalised to 1. Null when a required one is missing or none is left. */
export function activeShares(values: PillarValues, weights: PillarWeights): Map<Pillar, number> | null {
	const counted = PILLARS.filter((pillar) => weights[pillar] > 0);
	if (counted.some((pillar) => REQUIRED.includes(pillar) && values[pillar] === null)) return null;
	const known = counted.filter((pillar) => values[pillar] !== null);
	const total = known.reduce((sum, pillar) => sum + weights[pillar], 0);
	return total > 0 ? new Map(known.map((pillar) => [pillar, weights[pillar] / total])) : null;
}

/** How a composite is formed: aggregator, lowest pillar value, strength of the risk malus. */
export interface CompositeRule {
	readonly aggregator: Aggregator;
	readonly floor: number;
	readonly riskStrength: number;
}

/**
 * S = 100·B·(1 − λR) of one place, 0 < S ≤ 100; null when a required pillar is missing.
 * `risk` is 0–1; null means not assessed and multiplies by 1.
 */
export function composite(values: PillarValues, risk: number | null, weights: PillarWeights, rule: CompositeRule): number | null {
	const active = activeShares(values, weights);
	if (!active) return null;
	const parts = [...active].map(([pillar, weight]) => [weight, Math.max(rule.floor, values[pillar]!)] as const);
	return 100 * mean(parts, EXPONENT[rule.aggregator]) * (1 - rule.riskStrength * (risk ?? 0));
}
