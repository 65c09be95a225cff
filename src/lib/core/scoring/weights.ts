import type { ChainType } from '#lib/core/sector/chain.ts';
import { PILLARS, type PillarWeights } from './method.ts';

/** A checked set of weights, or the sentence that says what is wrong with it. */
export type CheckedWeights = { readonly ok: true; readonly value: PillarWeights } | { readonly ok: false; readonly issue: string };

/**
 * Weights from four numbers in the order need, potential, room, access; any scale.
 * Refused: another count, NaN or infinite, negative, all zero. The sentence names the value.
 */
export function checkWeights(numbers: readonly number[]): CheckedWeights {
	if (numbers.length !== PILLARS.length) {
		return { ok: false, issue: `weights need ${PILLARS.length} numbers (${PILLARS.join(', ')}), got ${numbers.length}` };
	}
	const wrong = numbers.findIndex((weight) => !Number.isFinite(weight) || weight < 0);
	if (wrong >= 0) return { ok: false, issue: `weight of ${PILLARS[wrong]} must be a number ≥ 0, got ${numbers[wrong]}` };
	if (numbers.every((weight) => weight === 0)) return { ok: false, issue: `at least one weight must be above 0, got ${numbers.join(',')}` };
	const [need, potential, room, access] = numbers as [number, number, number, number];
	return { ok: true, value: { need, potential, room, access } };
}

/** Weights as shares that add to 1. Divided by the largest first, so that extreme scales neither overflow nor vanish. */
export function shares(weights: PillarWeights): PillarWeights {
	const largest = Math.max(weights.need, weights.potential, weights.room, weights.access);
	const scaled = PILLARS.map((pillar) => weights[pillar] / largest);
	const total = scaled.reduce((sum, weight) => sum + weight, 0);
	const [need, potential, room, access] = scaled.map((weight) => weight / total) as [number, number, number, number];
	return { need, potential, room, access };
}

/**
 * The shares a chain is scored with: a local-market chain gives `shift` (0–1) of the weight of Need to Access,
 * because its customers are the people nearby and reaching them decides (method §2, shipped defaults).
 */
export function chainShares(weights: PillarWeights, type: ChainType, shift: number): PillarWeights {
	const base = shares(weights);
	if (type === 'resource') return base;
	return { ...base, need: base.need * (1 - shift), access: base.access + base.need * shift };
}
