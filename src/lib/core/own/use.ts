import type { Term } from '#lib/core/scoring/method.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { DecimalSign } from './numbers.ts';

/** How the figures of several rows of one territory become one. */
export const COMBINATIONS = ['sum', 'mean', 'first'] as const;
export type Combination = (typeof COMBINATIONS)[number];

/** Which way a figure counts: more of it is more need, less of it is, or neither. */
export const OWN_DIRECTIONS = ['higher', 'lower', 'neutral'] as const;
export type OwnDirection = (typeof OWN_DIRECTIONS)[number];

/** The column of how many rows each territory has. */
export const ROW_COUNT = 'rows';

/** What the reader says of a column that is used. */
export interface ColumnUse {
	/** Index of the column, or `rows` for the number of rows. */
	readonly column: number | typeof ROW_COUNT;
	readonly name: string;
	/** '' for a plain number. */
	readonly unit: string;
	readonly direction: OwnDirection;
	readonly measure: 'rate' | 'count';
	/** '' where it has none. */
	readonly year: string;
	/** Who published it; nothing is shown of a column before this is said. */
	readonly source: string;
	readonly combination: Combination;
	/** The reader's word on «1,234»; null where the column tells it. */
	readonly decimal: DecimalSign | null;
}

/** The part of an id of a variable that names a column: `c3`, `rows`. */
export const columnId = (column: ColumnUse['column']): string => (column === ROW_COUNT ? ROW_COUNT : `c${column}`);

/** True once a column may be shown: its name and its source are said. */
export const isReady = ({ name, source }: Pick<ColumnUse, 'name' | 'source'>): boolean => name.trim() !== '' && source.trim() !== '';

/** One figure per territory of `codes`, NaN where no row gives one, from rows joined by code. */
export function valuesByCode(
	codes: readonly string[],
	joined: readonly (string | null)[],
	numbers: Float64Array | null,
	combination: Combination
): Float64Array {
	const index = new Map(codes.map((code, i) => [code, i]));
	const sum = new Float64Array(codes.length);
	const count = new Float64Array(codes.length);
	joined.forEach((code, row) => {
		const at = code === null ? undefined : index.get(code);
		const value = numbers === null ? 1 : numbers[row]!;
		if (at === undefined || Number.isNaN(value)) return;
		if (combination !== 'first' || count[at] === 0) sum[at]! += value;
		count[at]!++;
	});
	// Rows are counted where they are: a territory without one has none, which is known.
	if (numbers === null) return sum;
	return sum.map((total, i) => (count[i] === 0 ? NaN : combination === 'mean' ? total / count[i]! : total));
}

/** What a used column needs to be a variable beside its figures: words in the language of the page. */
export interface OwnWords {
	/** «your data: <source>». */
	readonly credit: Text;
	readonly note: Text | null;
}

/** A used column as a variable that any map of the workspace can show. */
export function ownVariable(dataset: string, use: ColumnUse, values: Float64Array, words: OwnWords): Variable {
	const same = (text: string): Text => ({ ar: text, fr: text, en: text });
	return {
		id: `own:${dataset}:${columnId(use.column)}`,
		title: same(use.name),
		unit: same(use.unit),
		year: use.year === '' ? null : use.year,
		credit: words.credit,
		decimals: decimalsOf(values),
		note: words.note,
		measure: use.measure,
		family: use.direction === 'neutral' ? 'cooperatives' : 'need',
		lowIsStrong: use.direction === 'lower',
		values,
		states: ['no-data'],
		breaks: null,
		reference: null
	};
}

/** Decimals that tell the figures apart: none for whole numbers, two below ten, else one. */
function decimalsOf(values: Float64Array): number {
	const known = values.filter((value) => !Number.isNaN(value));
	if (known.every((value) => Number.isInteger(value))) return 0;
	return known.reduce((most, value) => Math.max(most, Math.abs(value)), 0) < 10 ? 2 : 1;
}

/** The direction of a term of the score; null for a column that says nothing of need. */
export const termDirection = (direction: OwnDirection): Term['direction'] | null => (direction === 'neutral' ? null : direction);
