import type { Position } from '#lib/core/geo/geography.ts';
import type { RecommendationRules } from '#lib/core/project/rules.ts';
import type { NearQuestion } from './answer.ts';
import { checkPosition, type PositionIssue } from './position.ts';

/** A question that can be answered, or why not; `swapped` is the position that was meant. */
export type CheckedNear =
	| { readonly ok: true; readonly value: NearQuestion }
	| { readonly ok: false; readonly issue: PositionIssue | 'radius'; readonly swapped: Position | null };

/** A question from a position and a radius in km between the ends of the rules. What is wrong with it is a value, the position first. */
export function checkNear(position: Position, radiusKm: number, { radiusKm: { least, most } }: RecommendationRules): CheckedNear {
	const checked = checkPosition(position);
	if (!checked.ok) return checked;
	// NaN is neither at least nor at most anything.
	if (!(radiusKm >= least && radiusKm <= most)) return { ok: false, issue: 'radius', swapped: null };
	return { ok: true, value: { position: checked.value, radiusKm } };
}
