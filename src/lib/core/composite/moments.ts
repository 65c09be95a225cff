import { sampleKurtosis, sampleSkewness } from 'simple-statistics';
import { isFlat, knownValues } from './column.ts';

/** Sample-adjusted skewness G1 and excess kurtosis G2 (Joanes & Gill 1998, type 2: those of Excel, SAS and COINr). */
export interface Moments {
	readonly skewness: number;
	readonly kurtosis: number;
}

/** Moments of the known values; null when fewer than four are known or all are equal: then nothing can be an outlier. */
export function momentsOf(values: ArrayLike<number>): Moments | null {
	const known = knownValues(values);
	if (known.length < 4 || isFlat(known)) return null;
	return { skewness: sampleSkewness(known), kurtosis: sampleKurtosis(known) };
}
