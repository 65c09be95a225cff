/** Frozen ends of the scale of one indicator at one level, in the unit of the indicator. */
export interface Goalpost {
	readonly lo: number;
	readonly hi: number;
}

/**
 * Where `value` stands between the goalposts, clamped to 0–1 and reversed when lower is better; NaN stays NaN.
 * Goalposts must differ: `isConstant` terms are dropped before.
 */
export function normalise(value: number, goalpost: Goalpost, direction: 'higher' | 'lower'): number {
	return normaliseColumn(Float64Array.of(value), goalpost, direction)[0]!;
}

/** True when the goalposts leave no scale: the indicator says nothing at this level and is dropped. */
export const isConstant = ({ lo, hi }: Goalpost): boolean => hi === lo;

/** A whole column normalised; NaN where the raw value is unknown. */
export function normaliseColumn(values: Float64Array, { lo, hi }: Goalpost, direction: 'higher' | 'lower'): Float64Array {
	// Halved before subtracting: goalposts near the largest number would overflow to infinity.
	const start = lo / 2;
	const span = hi / 2 - start;
	const result = new Float64Array(values.length);
	for (let i = 0; i < values.length; i++) {
		const position = (values[i]! / 2 - start) / span;
		const clamped = position < 0 ? 0 : position > 1 ? 1 : position; // a comparison keeps NaN
		result[i] = direction === 'higher' ? clamped : 1 - clamped;
	}
	return result;
}
