import type { Variable } from '../cartography/style/variable.ts';

/** Two territories of one level compared in one variable; null is unknown. */
export interface Against {
	readonly a: number | null;
	readonly b: number | null;
	/** A − B in the unit of the variable, in points where that is per cent; null unless both are known. */
	readonly difference: number | null;
	/** A ÷ B of a count, which has a true zero; null for a rate or an index, when one is unknown, or when B is 0. */
	readonly ratio: number | null;
	/** Place of each among the `ranked` known of the level, 1 for the highest value; equal values share the smallest. */
	readonly rankA: number | null;
	readonly rankB: number | null;
	readonly ranked: number;
	/** Length of the difference as a share (0–1) of the span of the level; 0 when it is unknown or all values are equal. */
	readonly share: number;
}

/** The territories at indices `a` and `b` in one variable; an index outside of the level is unknown. */
export function against({ values, measure }: Pick<Variable, 'values' | 'measure'>, a: number, b: number): Against {
	const known = values.filter((value) => !Number.isNaN(value));
	const [one, other] = [valueAt(values, a), valueAt(values, b)];
	const difference = one === null || other === null ? null : one - other;
	const span =
		known.reduce((most, value) => Math.max(most, value), -Infinity) - known.reduce((least, value) => Math.min(least, value), Infinity);
	return {
		a: one,
		b: other,
		difference,
		ratio: measure === 'count' && one !== null && other ? one / other : null,
		rankA: rankOf(known, one),
		rankB: rankOf(known, other),
		ranked: known.length,
		share: difference === null || !(span > 0) ? 0 : Math.min(1, Math.abs(difference) / span)
	};
}

const valueAt = (values: Float64Array, index: number): number | null => {
	const value = values[index];
	return value === undefined || Number.isNaN(value) ? null : value;
};

const rankOf = (known: Float64Array, value: number | null): number | null =>
	value === null ? null : 1 + known.filter((one) => one > value).length;

/** True for a unit in per cent, whose differences are percentage points. */
export const isPercent = (unit: string): boolean => unit.trim().startsWith('%');
