import { sampleStandardDeviation } from 'simple-statistics';
import { isFlat, knownValues, type ColumnsById, type IndicatorColumn } from './column.ts';
import { isConstant, normaliseColumn, type Goalpost } from './goalposts.ts';

/**
 * How raw values become comparable (OECD/JRC Handbook on Composite Indicators 2008, step 5).
 * Only `goalposts` leaves a place where it is when another changes; the others look at the whole set.
 */
export type Scale =
	/** 0–1 between frozen ends per indicator, clamped. */
	| { readonly kind: 'goalposts'; readonly goalposts: Readonly<Record<string, Goalpost>> }
	/** The smallest value becomes `lo`, the largest `hi`. */
	| { readonly kind: 'range'; readonly lo: number; readonly hi: number }
	/** Sample standard deviations (n − 1) from the mean, moved to this mean and deviation. */
	| { readonly kind: 'z-score'; readonly mean: number; readonly deviation: number }
	/** Share of the other known places that are strictly worse, 0–1; ties share the smallest. */
	| { readonly kind: 'percentile-rank' };

/** Normalised columns, higher is better in all of them, and the ids that had no scale. */
export interface NormalisedTable {
	readonly columns: ColumnsById;
	/** Constant or wholly unknown indicators: they say nothing and are left out, in the order given. */
	readonly dropped: readonly string[];
}

/**
 * Every indicator on one scale, reversed where lower is better; NaN stays NaN.
 * Throws a sentence when an indicator has no goalposts on a scale of goalposts.
 */
export function normaliseTable(indicators: readonly IndicatorColumn[], scale: Scale): NormalisedTable {
	const columns: Record<string, Float64Array> = {};
	const dropped: string[] = [];
	for (const indicator of indicators) {
		const column = normalised(indicator, scale);
		if (column) columns[indicator.id] = column;
		else dropped.push(indicator.id);
	}
	return { columns, dropped };
}

/** One normalised column; null when the indicator has no scale. */
function normalised({ id, values, direction }: IndicatorColumn, scale: Scale): Float64Array | null {
	if (scale.kind === 'goalposts') {
		const goalpost = scale.goalposts[id];
		if (!goalpost) throw new Error(`no goalposts for ${id}`);
		return isConstant(goalpost) ? null : normaliseColumn(values, goalpost, direction);
	}
	if (isFlat(values)) return null;
	switch (scale.kind) {
		case 'range':
			return rangeColumn(values, scale, direction);
		case 'z-score':
			return zColumn(directed(values, direction), scale);
		case 'percentile-rank':
			return percentileColumn(directed(values, direction));
	}
}

/** Reversed before ranking, not after: ties keep the smallest share on either side. */
const directed = (values: Float64Array, direction: IndicatorColumn['direction']): Float64Array =>
	direction === 'higher' ? values : values.map((value) => -value);

function rangeColumn(values: Float64Array, { lo, hi }: { lo: number; hi: number }, direction: IndicatorColumn['direction']): Float64Array {
	const known = knownValues(values);
	const ends = { lo: Math.min(...known), hi: Math.max(...known) };
	return normaliseColumn(values, ends, direction).map((position) => lo + position * (hi - lo));
}

function zColumn(values: Float64Array, scale: { mean: number; deviation: number }): Float64Array {
	const known = knownValues(values);
	const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
	const deviation = sampleStandardDeviation(known);
	return values.map((value) => scale.mean + (scale.deviation * (value - mean)) / deviation);
}

function percentileColumn(values: Float64Array): Float64Array {
	const sorted = knownValues(values).sort((a, b) => a - b);
	const below = new Map<number, number>();
	sorted.forEach((value, position) => {
		if (!below.has(value)) below.set(value, position);
	});
	return values.map((value) => (Number.isNaN(value) ? NaN : below.get(value)! / (sorted.length - 1)));
}
