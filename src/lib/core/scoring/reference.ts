import { median } from '#lib/core/statistics/quantile.ts';
import { EVIDENCE, type LevelModel, type PotentialModel } from './model.ts';

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

/** The median evidence among the places that have some; null when nobody has. */
export const evidenceReference = ({ columns }: PotentialModel): number | null => median(columns[EVIDENCE]!);
