import type { Pillar } from '#lib/core/scoring/method.ts';
import type { Explanation, TermDetail } from '#lib/core/scoring/outcome.ts';
import { roundedParts } from '#lib/core/scoring/rounding.ts';

/** One pillar as a bar: points against the reference, rounded so that all shown parts add up to the shown score. */
export interface ContributionRow {
	readonly pillar: Pillar;
	readonly points: number;
	readonly proxy: boolean;
	readonly terms: readonly TermDetail[];
}

/** The rows of a scored place. */
export interface ContributionTable {
	readonly reference: number;
	readonly rows: readonly ContributionRow[];
	readonly score: number;
	/** Pillars without enough figures, which the score leaves out. */
	readonly missing: readonly Pillar[];
	/** Points at the end of the scale of the bars, at least 5. */
	readonly scale: number;
}

/** The contributions of `explanation` with one decimal; null when the place has no score. */
export function contributionTable({ score, reference, pillars }: Explanation): ContributionTable | null {
	if (score === null || reference === null) return null;
	const known = pillars.filter(({ contribution, weight }) => contribution !== null && weight > 0);
	const [shown = reference, ...points] = roundedParts([reference, ...known.map(({ contribution }) => contribution!)], 1);
	const rows = known.map(({ pillar, proxy, terms }, i) => ({ pillar, proxy, points: points[i]!, terms }));
	return {
		reference: shown,
		rows,
		// Added up from what is shown, so that a reader who adds gets the same; the parts hold tenths, the sum must too.
		score: Math.round(10 * rows.reduce((sum, row) => sum + row.points, shown)) / 10,
		missing: pillars.filter(({ value, weight }) => value === null && weight === 0).map(({ pillar }) => pillar),
		scale: Math.max(5, ...points.map(Math.abs))
	};
}
