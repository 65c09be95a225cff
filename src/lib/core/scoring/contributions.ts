import { mean } from '#lib/core/composite/mean.ts';
import { EXPONENT, type CompositeRule } from './aggregate.ts';
import type { Pillar } from './method.ts';

/** One pillar of a place beside the same pillar of the reference, with the weight it has in the score (adding to 1). */
export interface ComparedPillar {
	readonly pillar: Pillar;
	readonly weight: number;
	readonly value: number;
	readonly reference: number;
}

/** Points per pillar (and for risk) that add up to score − reference exactly. */
export interface Contributions {
	readonly score: number;
	readonly reference: number;
	readonly pillars: ReadonlyMap<Pillar, number>;
	/** Points per unit of X for each pillar: what one more unit of X is worth between the two places. */
	readonly slope: ReadonlyMap<Pillar, number>;
	readonly risk: number;
}

/** Logarithmic mean L(a, b) = (a − b)/ln(a/b), L(a, a) = a; both above 0. */
export function logarithmicMean(a: number, b: number): number {
	const ratio = Math.log(a / b);
	// Below this the quotient loses digits; the arithmetic mean is its limit to second order.
	return Math.abs(ratio) < 1e-7 ? (a + b) / 2 : (a - b) / ratio;
}

/**
 * Splits score − reference over pillars and risk without a rest (logarithmic-mean Divisia index, Ang 2004):
 * c_i = L(S, S_ref)·w_i·ln(X_i/X_i_ref) for the geometric mean; for a generalised mean of exponent p the share
 * of ln(B/B_ref) goes to the pillars in proportion to w_i(X_i^p − X_i_ref^p). Risk: L·ln((1−λR)/(1−λR_ref)).
 */
export function contributions(
	compared: readonly ComparedPillar[],
	risk: { readonly value: number | null; readonly reference: number | null },
	rule: CompositeRule
): Contributions {
	const exponent = EXPONENT[rule.aggregator];
	const floored = compared.map((part) => ({
		...part,
		value: Math.max(rule.floor, part.value),
		reference: Math.max(rule.floor, part.reference)
	}));
	const malus = (value: number | null): number => 1 - rule.riskStrength * (value ?? 0);
	const base = mean(
		floored.map(({ weight, value }) => [weight, value]),
		exponent
	);
	const baseReference = mean(
		floored.map(({ weight, reference }) => [weight, reference]),
		exponent
	);
	const score = 100 * base * malus(risk.value);
	const reference = 100 * baseReference * malus(risk.reference);
	const scale = logarithmicMean(score, reference);
	const slope = new Map<Pillar, number>();
	const pillars = new Map<Pillar, number>();
	for (const part of floored) {
		const perUnit = scale * part.weight * powerSlope(part, exponent, base, baseReference);
		slope.set(part.pillar, perUnit);
		pillars.set(part.pillar, perUnit * (part.value - part.reference));
	}
	return { score, reference, pillars, slope, risk: scale * Math.log(malus(risk.value) / malus(risk.reference)) };
}

/** d ln B per unit of X between the two places, per unit of weight: exact, not an approximation at one of them. */
function powerSlope({ value, reference }: ComparedPillar, exponent: number, base: number, baseReference: number): number {
	if (exponent === 0) return 1 / logarithmicMean(value, reference);
	const chord = exponent === 1 ? 1 : -1 / (value * reference); // (x^p − y^p)/(x − y) for p = 1 and p = −1
	// ln(B/B_ref) = ln(M/M_ref)/p with M = Σ w X^p, so one unit of M is worth 1/(p·L(M, M_ref)).
	return chord / (exponent * logarithmicMean(base ** exponent, baseReference ** exponent));
}
