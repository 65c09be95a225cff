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

/** What decides how a chain shares the weights asked for: its type, and whether its room is counted or a proxy. */
export interface Weighed {
	readonly chain: { readonly type: ChainType };
	readonly room: { readonly isProxy: boolean };
}

/** The part of the weight of Room that a counted resource chain keeps (method §2.4): presence there is also know-how. */
const RESOURCE_ROOM = 0.5;

/** What the weight of Room is multiplied with before the weights are shared; 1 but for resource chains that a register counts. */
export const roomFactor = ({ chain, room }: Weighed): number => (chain.type === 'resource' && !room.isProxy ? RESOURCE_ROOM : 1);

/**
 * The shares a chain is scored with: a local-market chain gives `shift` (0–1) of the weight of Need to Access, because its customers are the
 * people nearby and reaching them decides (method §2, shipped defaults); a resource chain that a register counts gives half of Room to all.
 */
export function chainShares(weights: PillarWeights, weighed: Weighed, shift: number): PillarWeights {
	const factor = roomFactor(weighed);
	// Weights on Room alone stay what they are: half of everything is still everything.
	const base = shares(factor === 1 ? weights : { ...weights, room: factor * weights.room });
	if (weighed.chain.type === 'resource') return base;
	return { ...base, need: base.need * (1 - shift), access: base.access + base.need * shift };
}
