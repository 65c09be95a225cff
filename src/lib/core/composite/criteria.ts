import type { IndicatorColumn } from './column.ts';

/** A criterion of an outranking or distance view: an indicator and what it weighs, any scale. */
export interface Criterion extends IndicatorColumn {
	readonly weight: number;
}

/** Places for which every criterion of some weight is known: the views that compare whole profiles leave the others out. */
export function completePlaces(criteria: readonly Criterion[]): number[] {
	const counted = criteria.filter(({ weight }) => weight > 0);
	return Array.from({ length: counted[0]?.values.length ?? 0 }, (_, place) => place).filter((place) =>
		counted.every(({ values }) => !Number.isNaN(values[place]!))
	);
}

/** Criteria of some weight with weights that add to 1. Throws a sentence for a weight that is negative, unknown, or when all are 0. */
export function weightedCriteria<C extends Criterion>(criteria: readonly C[]): C[] {
	const wrong = criteria.find(({ weight }) => !(Number.isFinite(weight) && weight >= 0));
	if (wrong) throw new RangeError(`weight of ${wrong.id} must be a number ≥ 0, got ${wrong.weight}`);
	const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
	if (total === 0) throw new RangeError('at least one criterion must weigh more than 0');
	return criteria.filter(({ weight }) => weight > 0).map((criterion) => ({ ...criterion, weight: criterion.weight / total }));
}
