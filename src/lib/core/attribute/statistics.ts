import type { Measure, Variable } from '../cartography/style/variable.ts';
import type { Typology } from '../scoring/typology.ts';
import { quantileOfSorted } from '../statistics/quantile.ts';
import type { Territory } from '../territory/territory.ts';

/** A sum over the known: of `known` of the `of` territories. Null when none is known; never a sum that passes for whole when it is not. */
export interface PartialSum {
	readonly value: number | null;
	readonly known: number;
	readonly of: number;
}

/** What a selection amounts to. */
export interface SelectionStatistics {
	readonly territories: number;
	/** Municipal population: the only denominator. */
	readonly people: PartialSum;
	readonly households: PartialSum;
	/** Square kilometres. */
	readonly areaKm2: PartialSum;
}

/**
 * What a variable says of a selection as a whole: the sum of a count; the mean of a rate or an index, weighted by people, over the
 * `weighed` territories whose value and people are both known; how many there are of each type. A count has no mean and a rate no sum.
 */
export type Whole =
	| { readonly kind: 'sum'; readonly value: number | null }
	| { readonly kind: 'mean'; readonly value: number | null; readonly weighed: number }
	| { readonly kind: 'types'; readonly counts: ReadonlyMap<Typology, number> };

/** One variable over a selection; values in its unit, null where nothing is known. */
export interface VariableStatistics {
	readonly known: number;
	readonly of: number;
	readonly min: number | null;
	readonly median: number | null;
	readonly max: number | null;
	readonly whole: Whole;
}

/** Territories, people, households and area of the territories at `chosen`; each index counts once. */
export function selectionStatistics(territories: readonly Territory[], chosen: Iterable<number>): SelectionStatistics {
	const selected = inOrder(chosen, territories.length).map((index) => territories[index]!);
	return {
		territories: selected.length,
		people: sumOf(selected.map(({ populationMunicipal }) => populationMunicipal)),
		households: sumOf(selected.map(({ households }) => households)),
		areaKm2: sumOf(selected.map(({ areaKm2 }) => areaKm2))
	};
}

/** One variable over the territories at `chosen`; the unknown are left out and counted (`known` of `of`). */
export function variableStatistics(
	variable: Pick<Variable, 'measure' | 'values' | 'types'>,
	territories: readonly Territory[],
	chosen: Iterable<number>
): VariableStatistics {
	const all = inOrder(chosen, territories.length);
	if (variable.measure === 'type') return typeStatistics(variable.types ?? [], all);
	const known = all.filter((index) => !Number.isNaN(variable.values[index] ?? NaN));
	const sorted = Float64Array.from(known, (index) => variable.values[index]!).sort();
	return {
		known: known.length,
		of: all.length,
		min: sorted[0] ?? null,
		median: quantileOfSorted(sorted, 0.5),
		max: sorted.at(-1) ?? null,
		whole: wholeOf(variable.measure, variable.values, territories, known)
	};
}

function typeStatistics(types: readonly (Typology | null)[], all: readonly number[]): VariableStatistics {
	const counts = new Map<Typology, number>();
	for (const index of all) {
		const type = types[index] ?? null;
		if (type !== null) counts.set(type, (counts.get(type) ?? 0) + 1);
	}
	const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
	return { known, of: all.length, min: null, median: null, max: null, whole: { kind: 'types', counts } };
}

function wholeOf(
	measure: Exclude<Measure, 'type'>,
	values: Float64Array,
	territories: readonly Territory[],
	known: readonly number[]
): Whole {
	if (measure === 'count') return { kind: 'sum', value: sumOf(known.map((index) => values[index]!)).value };
	const weighed = known.filter((index) => (territories[index]!.populationMunicipal ?? 0) > 0);
	return { kind: 'mean', value: meanOf(weighed, values, territories), weighed: weighed.length };
}

/** Null where nobody is known to live. Kept within its own values: the last bit of a division may leave them. */
function meanOf(weighed: readonly number[], values: Float64Array, territories: readonly Territory[]): number | null {
	if (weighed.length === 0) return null;
	let [people, sum, low, high] = [0, 0, Infinity, -Infinity];
	for (const index of weighed) {
		const [value, weight] = [values[index]!, territories[index]!.populationMunicipal!];
		people += weight;
		sum += weight * value;
		low = Math.min(low, value);
		high = Math.max(high, value);
	}
	return Math.min(high, Math.max(low, sum / people));
}

function sumOf(values: readonly (number | null)[]): PartialSum {
	const known = values.filter((value) => value !== null);
	const value = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
	return { value, known: known.length, of: values.length };
}

/** Each index once and ascending: a sum of fractions is then the same whatever the order of clicks was. */
const inOrder = (chosen: Iterable<number>, size: number): number[] =>
	[...new Set(chosen)].filter((index) => index >= 0 && index < size).sort((a, b) => a - b);
