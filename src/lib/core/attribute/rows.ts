import type { Variable } from '../cartography/style/variable.ts';
import { TYPES } from '../scoring/typology.ts';
import { called } from '../territory/called.ts';
import type { Territory } from '../territory/territory.ts';
import { searchKey } from '../text/search-key.ts';
import type { Language } from '../text/text.ts';

/** How two names of one language stand: negative when the first comes before the second (`Intl.Collator.compare`). */
export type Compare = (a: string, b: string) => number;

/** Indices of the territories by their names in `language`; namesakes by code, so that the order never depends on where it began. */
export function orderByName(territories: readonly Territory[], language: Language, compare: Compare): number[] {
	const order = territories.map((_, index) => index);
	return order.sort((a, b) => {
		const [one, other] = [territories[a]!, territories[b]!];
		return compare(one.name[language], other.name[language]) || (one.code < other.code ? -1 : 1);
	});
}

/**
 * `byName` sorted by values (NaN is unknown). The unknown come last in both directions: unknown is neither the least nor the most.
 * Equal values keep the order of names, in both directions too.
 */
export function orderByValue(byName: readonly number[], values: ArrayLike<number>, descending: boolean): number[] {
	const sign = descending ? -1 : 1;
	const isKnown = (index: number): boolean => !Number.isNaN(values[index] ?? NaN);
	const known = byName.filter(isKnown);
	const unknown = byName.filter((index) => !isKnown(index));
	return [...known.sort((a, b) => sign * (values[a]! - values[b]!)), ...unknown];
}

/** What a variable is sorted by, NaN where unknown: its values, or the place of its type in the order of the legend. */
export function sortValues({ measure, values, types }: Pick<Variable, 'measure' | 'values' | 'types'>): ArrayLike<number> {
	if (measure !== 'type') return values;
	return (types ?? []).map((type) => (type === null ? NaN : TYPES.indexOf(type)));
}

/**
 * What a filter looks into, one per territory: every spelling of its name and of the territories it is part of, as search keys in
 * lines. With the names above it, «Azilal» also finds the communes of Azilal.
 */
export function filterKeys(territories: readonly Territory[], parentOf: (territory: Territory) => Territory | null): readonly string[] {
	const known = new Map<string, string>();
	const keyOf = (territory: Territory): string => {
		const ready = known.get(territory.code);
		if (ready !== undefined) return ready;
		const parent = parentOf(territory);
		const own = [...Object.values(territory.name), ...territory.aliases].map(searchKey);
		const key = [...new Set(own), ...(parent ? [keyOf(parent)] : [])].join('\n');
		known.set(territory.code, key);
		return key;
	};
	return territories.map(keyOf);
}

/** What is asked of the rows. */
export interface RowFilter {
	/** What the name, or a name above it, must hold; empty for all. */
	readonly words: string;
	/** The only codes that are wanted; null for all. */
	readonly only: ReadonlySet<string> | null;
}

/**
 * The part of `order` that a filter keeps. Spellings of the three languages and their aliases are one (`searchKey`); where no
 * name holds the words, the territories whose whole name sounds like them are kept instead («Bni» for «Beni»).
 */
export function filteredRows(
	order: readonly number[],
	territories: readonly Territory[],
	keys: readonly string[],
	{ words, only }: RowFilter
): number[] {
	const wanted = order.filter((index) => only === null || only.has(territories[index]!.code));
	const key = searchKey(words);
	if (key === '') return wanted;
	const spelled = wanted.filter((index) => keys[index]!.includes(key));
	return spelled.length > 0 ? spelled : wanted.filter((index) => called(territories[index]!, words) !== null);
}
