import { median } from '#lib/core/statistics/quantile.ts';
import { EVIDENCE, type LevelModel, type PotentialModel, type RoomColumn } from './model.ts';

/** Medians by term id and `room`, computed when first asked for: only explanations need them. */
export type Reference = (term: string) => number | null;

/**
 * The frozen profile explanations compare with: the median of every shared column over the whole level,
 * which is one immutable release and never a filtered list. `room` is the median room.
 */
export function levelReference({ columns, room }: LevelModel): Reference {
	const known = new Map<string, number | null>();
	return (term) => {
		if (!known.has(term)) known.set(term, median(term === 'room' ? room : (columns[term] ?? [])));
		return known.get(term)!;
	};
}

const evidenceKnown = new WeakMap<PotentialModel, number | null>();

/** The median evidence among the places that have some; null when nobody has. Computed once. */
export function evidenceReference(potential: PotentialModel): number | null {
	if (!evidenceKnown.has(potential)) evidenceKnown.set(potential, median(potential.columns[EVIDENCE]!));
	return evidenceKnown.get(potential)!;
}

/** The median room; null when it is known nowhere. */
export const roomReference = ({ column, isProxy }: RoomColumn, reference: Reference): number | null =>
	isProxy ? reference('room') : median(column);
