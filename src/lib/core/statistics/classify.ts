import { classCounts, distinctCount, knownSorted } from './classify/classes.ts';
import {
	equalIntervalBreaks,
	geometricBreaks,
	headTailBreaks,
	quantileBreaks,
	standardDeviationBreaks
} from './classify/interval-breaks.ts';
import { naturalBreaks } from './classify/natural-breaks.ts';

export { classCounts, classOf } from './classify/classes.ts';
export { equalIntervalBreaks, quantileBreaks } from './classify/interval-breaks.ts';

/** Ways to cut values into classes. `manual` takes the breaks it is given: chosen by hand, or locked from another classification. */
export const CLASS_METHODS = ['quantile', 'equal-interval', 'standard-deviation', 'natural', 'geometric', 'head-tail', 'manual'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

/** How to classify: at most so many classes, or exactly these breaks (strictly ascending) for `manual`. */
export type ClassQuestion =
	| { readonly method: Exclude<ClassMethod, 'manual'>; readonly classes: number; readonly breaks?: undefined }
	| { readonly method: 'manual'; readonly classes?: number; readonly breaks: readonly number[] };

/**
 * Why there are fewer classes than asked for: nothing is known, all values are equal, there are fewer different values or many equal
 * ones, a progression cannot reach 0 or below, or the values have no heavy tail to split off.
 */
export const FEWER_CLASSES = ['nothing-known', 'constant', 'few-values', 'not-positive', 'no-heavy-tail'] as const;
export type FewerClasses = (typeof FEWER_CLASSES)[number];

/** Values in classes: class i is (breaks[i − 1], breaks[i]], open at both ends of the whole. */
export interface Classification {
	readonly method: ClassMethod;
	/** Inner breaks, strictly ascending: one less than there are classes. */
	readonly breaks: readonly number[];
	/** How many values each class holds; with `unknown` they add up to the number of values. */
	readonly counts: readonly number[];
	readonly unknown: number;
	/** Null when there are as many classes as asked for. */
	readonly fewer: FewerClasses | null;
}

/**
 * Values (NaN is unknown) in classes (lo, hi]: every known value in exactly one, equal values in the same (rule P28). Never more
 * classes than distinct values, except `manual`, whose breaks stay as they are. Throws on a number of classes that is not a whole number
 * from 1 and on manual breaks that do not ascend.
 */
export function classify(values: ArrayLike<number>, question: ClassQuestion): Classification {
	const { method } = question;
	if (method === 'manual') {
		const breaks = question.breaks;
		if (!breaks.every((value, i) => Number.isFinite(value) && (i === 0 || value > breaks[i - 1]!))) {
			throw new Error(`Breaks must be numbers that ascend, not ${breaks.join(', ')}.`);
		}
		return { method, breaks: [...breaks], ...classCounts(values, breaks), fewer: null };
	}
	const { classes } = question;
	if (!(Number.isInteger(classes) && classes >= 1)) throw new Error(`The number of classes must be a whole number from 1, not ${classes}.`);
	const breaks = breaksOf(method, values, classes);
	const fewer = (breaks ?? []).length === classes - 1 ? null : reasonFor(method, breaks, values);
	return { method, breaks: breaks ?? [], ...classCounts(values, breaks ?? []), fewer };
}

/** The breaks of a method; null when it cannot cut such values. */
function breaksOf(method: Exclude<ClassMethod, 'manual'>, values: ArrayLike<number>, k: number): number[] | null {
	switch (method) {
		case 'quantile':
			return quantileBreaks(values, k);
		case 'equal-interval':
			return equalIntervalBreaks(values, k);
		case 'standard-deviation':
			return standardDeviationBreaks(values, k);
		case 'natural':
			return naturalBreaks(values, k);
		case 'geometric':
			return geometricBreaks(values, k);
		case 'head-tail':
			return headTailBreaks(values, k);
	}
}

function reasonFor(method: ClassMethod, breaks: readonly number[] | null, values: ArrayLike<number>): FewerClasses {
	const distinct = distinctCount(knownSorted(values));
	if (distinct === 0) return 'nothing-known';
	if (distinct === 1) return 'constant';
	if (breaks === null) return 'not-positive';
	return method === 'head-tail' ? 'no-heavy-tail' : 'few-values';
}
