import { completePlaces, weightedCriteria, type Criterion } from './criteria.ts';

/**
 * A criterion with the linear preference function of type V (Brans & Vincke 1985), in the unit of the criterion: a lead up
 * to `indifference` is no preference, from `preference` on it is a full one, linear in between. Both 0: any lead counts
 * fully (type I, «usual»).
 */
export interface PreferenceCriterion extends Criterion {
	readonly indifference: number;
	readonly preference: number;
}

/** How much each place is preferred to the others and they to it, 0–1, and the difference, −1–1; NaN where a criterion is unknown. */
export interface Flows {
	readonly leaving: Float64Array;
	readonly entering: Float64Array;
	/** Leaving minus entering: PROMETHEE II ranks by it; the sum over places is 0. */
	readonly net: Float64Array;
}

/**
 * Flows of PROMETHEE II (Brans, Vincke & Mareschal 1986): the mean over the other places of the weighted preference.
 * A place alone has flows of 0. Throws a sentence when a preference threshold is below its indifference.
 */
export function promethee(criteria: readonly PreferenceCriterion[]): Flows {
	const wrong = criteria.find(({ indifference, preference }) => !(indifference >= 0 && preference >= indifference));
	if (wrong)
		throw new RangeError(`${wrong.id}: 0 ≤ indifference ≤ preference is wanted, got ${wrong.indifference} and ${wrong.preference}`);
	const counted = weightedCriteria(criteria);
	const places = completePlaces(counted);
	const size = counted[0]!.values.length;
	const leaving = new Float64Array(size).fill(NaN);
	const entering = new Float64Array(size).fill(NaN);
	const over = (a: number, b: number): number => counted.reduce((sum, criterion) => sum + criterion.weight * preferred(criterion, a, b), 0);
	const others = Math.max(1, places.length - 1);
	for (const a of places) {
		leaving[a] = places.reduce((sum, b) => sum + (a === b ? 0 : over(a, b)), 0) / others;
		entering[a] = places.reduce((sum, b) => sum + (a === b ? 0 : over(b, a)), 0) / others;
	}
	return { leaving, entering, net: leaving.map((flow, place) => flow - entering[place]!) };
}

/** How much place `a` is preferred to `b` on one criterion, 0–1. */
function preferred({ values, direction, indifference, preference }: PreferenceCriterion, a: number, b: number): number {
	const lead = direction === 'higher' ? values[a]! - values[b]! : values[b]! - values[a]!;
	if (lead <= indifference) return 0;
	return lead >= preference ? 1 : (lead - indifference) / (preference - indifference);
}
