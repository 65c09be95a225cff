import { isFlat, knownValues } from './column.ts';
import { momentsOf, type Moments } from './moments.ts';

/** When a column has outliers, and how far they may be pulled in. */
export interface TreatmentRule {
	/** Outliers are there when |skewness| and kurtosis both reach these. */
	readonly skewness: number;
	readonly kurtosis: number;
	/** So many values may be winsorised; if that is not enough, none is and the logarithm is tried. */
	readonly winsorised: number;
	readonly logarithm: LogForm;
}

/** What is added to x − min before the logarithm: 1 % of the range (COINr `log_CT`), or 1 (`log_CT_orig`). */
export type LogForm = 'hundredth-of-range' | 'one';

/** The rule of the JRC's COIN tools (Becker et al. 2022, COINr). */
export const JRC_TREATMENT: TreatmentRule = { skewness: 2, kurtosis: 3.5, winsorised: 5, logarithm: 'hundredth-of-range' };

/** What was done to a column. */
export type Treatment =
	| { readonly kind: 'none' }
	/** Indices of the values set to the next highest or lowest one that is left. */
	| { readonly kind: 'winsorised'; readonly places: readonly number[] }
	| { readonly kind: 'logarithm'; readonly form: LogForm }
	/** Nothing helped: the column is as it was. */
	| { readonly kind: 'left' };

/** A treated column, what was done and its moments before and after, null where none exist; those after say whether it was enough. */
export interface TreatedColumn {
	readonly values: Float64Array;
	readonly treatment: Treatment;
	readonly before: Moments | null;
	readonly after: Moments | null;
}

/** True when both moments reach the limits of the rule. Unknown moments are no outliers. */
export const hasOutliers = (moments: Moments | null, rule: TreatmentRule): boolean =>
	moments !== null && Math.abs(moments.skewness) >= rule.skewness && moments.kurtosis >= rule.kurtosis;

/**
 * A column whose outliers decide its scale less: winsorised if that is enough; else on a logarithm, as COINr even when that
 * is not enough; else, when the logarithm would skew it more, left. NaN stays NaN.
 */
export function treat(values: Float64Array, rule: TreatmentRule): TreatedColumn {
	const before = momentsOf(values);
	const done = (treatment: Treatment, treated: Float64Array): TreatedColumn => ({
		values: treated,
		treatment,
		before,
		after: momentsOf(treated)
	});
	if (!hasOutliers(before, rule)) return done({ kind: 'none' }, values);
	const pulled = winsorise(values, rule);
	if (pulled) return done({ kind: 'winsorised', places: pulled.places }, pulled.values);
	const logged = logarithm(values, rule.logarithm, before!.skewness);
	const isLessSkewed = Math.abs(momentsOf(logged)!.skewness) < Math.abs(before!.skewness) - ROUNDING;
	return isLessSkewed ? done({ kind: 'logarithm', form: rule.logarithm }, logged) : done({ kind: 'left' }, values);
}

/** Two values keep their skewness on any scale; it is computed anew and may differ by its last digits. */
const ROUNDING = 1e-9;

/**
 * The column with its outermost values, on the side of the skew, set to the next one until it has no outliers; null when
 * more values than the rule allows would be needed, or when only one value would be left. Tied values move together and count each.
 */
export function winsorise(values: Float64Array, rule: TreatmentRule): { values: Float64Array; places: readonly number[] } | null {
	const result = values.slice();
	const ends: Record<'highest' | 'lowest', number[]> = { highest: [], lowest: [] };
	for (let moments = momentsOf(result); hasOutliers(moments, rule); moments = momentsOf(result)) {
		if (ends.highest.length + ends.lowest.length >= rule.winsorised) return null;
		const end = moments!.skewness > 0 ? 'highest' : 'lowest';
		ends[end] = pullIn(result, end);
		if (isFlat(result)) return null;
	}
	return { values: result, places: [...new Set([...ends.highest, ...ends.lowest])].sort((a, b) => a - b) };
}

/** Sets the values at one end to the next one inward, in place; their indices. Those moved before are among them: they stand there too. */
function pullIn(values: Float64Array, end: 'highest' | 'lowest'): number[] {
	const outermost = end === 'highest' ? Math.max : Math.min;
	const known = knownValues(values);
	const outer = outermost(...known);
	const next = outermost(...known.filter((value) => value !== outer));
	const places = Array.from(values.keys()).filter((place) => values[place] === outer);
	for (const place of places) values[place] = next;
	return places;
}

/** ln(x − min + a), order kept; for a tail on the low side its mirror image −ln(max − x + a), which draws that side in. Known values must differ. */
export function logarithm(values: Float64Array, form: LogForm, skewness: number): Float64Array {
	const known = knownValues(values);
	const min = Math.min(...known);
	const max = Math.max(...known);
	const added = form === 'one' ? 1 : 0.01 * (max - min);
	return skewness >= 0 ? values.map((value) => Math.log(value - min + added)) : values.map((value) => -Math.log(max - value + added));
}
