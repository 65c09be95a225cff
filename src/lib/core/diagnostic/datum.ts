import type { ValueStatus } from '#lib/core/indicator/indicator.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Cell } from './cell.ts';

/** One number of a diagnostic with all that an honest display needs. */
export interface Datum {
	readonly value: number;
	/** Null for a plain count, a rank or a score. */
	readonly unit: Text | null;
	readonly decimals: number;
	/** As published: "2024", "2019-2023"; null where a number has no year of its own. */
	readonly year: string | null;
	readonly status: ValueStatus;
	/** Id of the source it is credited to. */
	readonly source: string;
	readonly cell: Cell;
}

/** Source of what the method computes and of what a diagnostic counts. */
export const METHOD_SOURCE = 'furas-method';

/** A number that a rule of the method or of the diagnostic gives. */
export const computed = (value: number, cell: Cell, decimals = 0, source = METHOD_SOURCE): Datum => ({
	value,
	unit: null,
	decimals,
	year: null,
	status: 'computed',
	source,
	cell
});
