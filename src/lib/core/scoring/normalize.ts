import type { Goalpost } from './table.ts';

/**
 * Where `value` stands between the goalposts, clamped to 0–1 and reversed when lower is better; NaN stays NaN.
 * Goalposts must differ: `isConstant` terms are dropped before.
 */
export function normalise(value: number, { lo, hi }: Goalpost, direction: 'higher' | 'lower'): number {
	// Halved before subtracting: goalposts near the largest number would overflow to infinity.
	const position = (value / 2 - lo / 2) / (hi / 2 - lo / 2);
	const clamped = Math.min(1, Math.max(0, position));
	return direction === 'higher' ? clamped : 1 - clamped;
}

/** True when the goalposts leave no scale: the indicator says nothing at this level and is dropped. */
export const isConstant = ({ lo, hi }: Goalpost): boolean => hi === lo;

/** A whole column normalised; NaN where the raw value is unknown. */
export function normaliseColumn(values: Float64Array, goalpost: Goalpost, direction: 'higher' | 'lower'): Float64Array {
	const result = new Float64Array(values.length);
	for (let i = 0; i < values.length; i++) result[i] = normalise(values[i]!, goalpost, direction);
	return result;
}
