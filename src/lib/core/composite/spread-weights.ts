import { sampleStandardDeviation } from 'simple-statistics';
import { isFlat, knownValues } from './column.ts';
import { correlation } from './correlation.ts';

/**
 * Weights by how unevenly each column is spread (Shannon entropy; Hwang & Yoon 1981): 1 − H/ln m, as shares that add to 1.
 * A flat column weighs 0. A reference to hold against chosen weights: what differs most is not what matters most.
 * Columns must be 0 or more; unknown values are left out. Null when no column differs anywhere.
 */
export function entropyWeights(columns: readonly Float64Array[]): number[] | null {
	return asShares(columns.map(divergence));
}

function divergence(column: Float64Array): number {
	const known = knownValues(column);
	const negative = known.find((value) => value < 0);
	if (negative !== undefined) throw new RangeError(`entropy needs values of 0 or more, got ${negative}`);
	if (isFlat(known)) return 0;
	const total = known.reduce((sum, value) => sum + value, 0);
	const entropy = -known.reduce((sum, value) => sum + (value === 0 ? 0 : (value / total) * Math.log(value / total)), 0);
	return 1 - entropy / Math.log(known.length);
}

/**
 * CRITIC weights (Diakoulaki, Mavrotas & Papayannakis 1995) of columns normalised to 0–1: standard deviation times
 * Σ(1 − correlation with each other column), as shares that add to 1. A column that tells places apart and repeats no
 * other weighs most; a flat one weighs 0. Null when no column differs anywhere.
 */
export function criticWeights(columns: readonly Float64Array[]): number[] | null {
	const information = columns.map((column, k) => {
		if (isFlat(column)) return 0;
		const conflict = columns.reduce((sum, other, j) => sum + (j === k ? 0 : 1 - (correlation(column, other) ?? 0)), 0);
		return sampleStandardDeviation(knownValues(column)) * conflict;
	});
	return asShares(information);
}

function asShares(parts: readonly number[]): number[] | null {
	const total = parts.reduce((sum, part) => sum + part, 0);
	return total > 0 ? parts.map((part) => part / total) : null;
}
