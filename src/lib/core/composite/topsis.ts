import { completePlaces, weightedCriteria, type Criterion } from './criteria.ts';

/**
 * TOPSIS (Hwang & Yoon 1981): closeness d⁻/(d⁺ + d⁻) of each place to the best value of every criterion, away from the
 * worst; 0–1, 1 when it is best in all. Columns are divided by their length (vector normalisation), then weighted.
 * NaN where a criterion is unknown, and everywhere when no place differs from another. Adding a place may turn the order
 * of others: a view to check a score by, not the score.
 */
export function topsis(criteria: readonly Criterion[]): Float64Array {
	const counted = weightedCriteria(criteria);
	const places = completePlaces(counted);
	const closeness = new Float64Array(counted[0]!.values.length).fill(NaN);
	const profiles = counted.map(({ values, weight, direction }) => {
		const length = Math.hypot(...places.map((place) => values[place]!));
		const sign = direction === 'higher' ? weight : -weight;
		const column = places.map((place) => (length === 0 ? 0 : (sign * values[place]!) / length));
		return { column, best: Math.max(...column), worst: Math.min(...column) };
	});
	places.forEach((place, i) => {
		const toBest = Math.hypot(...profiles.map(({ column, best }) => best - column[i]!));
		const toWorst = Math.hypot(...profiles.map(({ column, worst }) => column[i]! - worst));
		closeness[place] = toWorst / (toBest + toWorst); // 0/0 is NaN: no place differs
	});
	return closeness;
}
