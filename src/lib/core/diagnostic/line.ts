import type { Indicator } from '#lib/core/indicator/indicator.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Datum } from './datum.ts';

/** A territory by code and name. */
export interface Place {
	readonly code: string;
	readonly name: Text;
}

/** Where a figure stands among those of its level. */
export interface Standing {
	/** 1 is the most favourable, for a need the greatest need; ties share the smallest. Null for a figure that is neither good nor bad. */
	readonly rank: Datum | null;
	/** How many territories have a figure. */
	readonly of: Datum;
	readonly lowest: Datum;
	readonly median: Datum;
	readonly highest: Datum;
	/** True in the first quarter and in the last quarter of the ranks; both false in the middle and without a rank. */
	readonly isFirstQuarter: boolean;
	readonly isLastQuarter: boolean;
}

/** One indicator in the territory and beside it. */
export interface IndicatorLine extends Pick<Indicator, 'name' | 'unit' | 'dimension' | 'role' | 'direction' | 'decimals' | 'isCount'> {
	readonly indicator: string;
	readonly here: Datum;
	/** The comparator's figure; null where it has none, and for counts, which are no comparison. */
	readonly beside: Datum | null;
	/** How it reads beside the comparator; null without one or without a direction. */
	readonly reading: 'better' | 'worse' | 'alike' | null;
	/** Null where fewer than half of the level have a figure. */
	readonly standing: Standing | null;
	/** More than five years old at the date of the release. */
	readonly isStale: boolean;
}
