import type { Position } from '#lib/core/geo/geography.ts';
import type { NearQuestion } from './answer.ts';
import { checkPosition, type PositionIssue } from './position.ts';
import { RECOMMENDATION } from './rule.ts';

/** A question that can be answered, or why not; `swapped` is the position that was meant. */
export type CheckedNear =
	| { readonly ok: true; readonly value: NearQuestion }
	| { readonly ok: false; readonly issue: PositionIssue | 'radius'; readonly swapped: Position | null };

/** A question from a position and a radius in km, 5–100. What is wrong with it is a value, the position first. */
export function checkNear(position: Position, radiusKm: number): CheckedNear {
	const checked = checkPosition(position);
	if (!checked.ok) return checked;
	const { least, most } = RECOMMENDATION.radiusKm;
	// NaN is neither at least nor at most anything.
	if (!(radiusKm >= least && radiusKm <= most)) return { ok: false, issue: 'radius', swapped: null };
	return { ok: true, value: { position: checked.value, radiusKm } };
}
