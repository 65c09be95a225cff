/** One indicator over all places: a number per place, NaN where unknown, and which way it counts. */
export interface IndicatorColumn {
	readonly id: string;
	readonly values: Float64Array;
	/** `lower`: a lower raw value is better. */
	readonly direction: 'higher' | 'lower';
}

/** Columns by id, one row per place, all of one length; NaN is unknown. */
export type ColumnsById = Readonly<Record<string, Float64Array>>;

/** The known values of a column, in their order. */
export const knownValues = (values: ArrayLike<number>): number[] => Array.from(values).filter((value) => !Number.isNaN(value));

/** True when a column cannot tell places apart: its known values are all equal, or there are none. */
export const isFlat = (values: ArrayLike<number>): boolean => new Set(knownValues(values)).size < 2;
