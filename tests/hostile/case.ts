import type { TableFault } from '#lib/i18n/table-problem.ts';
import type { TableOptions } from '#lib/server/table/open-table.ts';
import type { Encoding } from '#lib/core/table/encoding.ts';

/** What has to come of a file: the problem, as far as it is given, or its rows, or how many there are. */
export type Expected =
	| { readonly fault: TableFault }
	| { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly encoding?: Encoding }
	| { readonly headers: readonly string[]; readonly count: number; readonly encoding?: Encoding };

/** One file that somebody might send. */
export interface HostileCase {
	/** Reads as «a file that is …». */
	readonly name: string;
	readonly content: () => Buffer | string;
	readonly options?: TableOptions;
	readonly expected: Expected;
}

/** What the reader made of a file. */
export interface Outcome {
	readonly fault?: TableFault;
	/** What was thrown that is no fault of the file: always a mistake of ours. */
	readonly thrown?: string;
	readonly headers?: readonly string[];
	readonly encoding?: Encoding | null;
	readonly rows?: readonly (readonly string[])[];
	readonly count?: number;
	readonly milliseconds: number;
	/** The longest that others had to wait, ms of work. */
	readonly longestTurn: number;
}

/** What one process made of all files. */
export interface Report {
	readonly outcomes: readonly Outcome[];
	/** Highest resident memory of the process. */
	readonly peakMegabytes: number;
	/** Files of the folder that were still open at the end. */
	readonly openFiles: number;
}

/** A problem of this kind. */
export const fault = (kind: TableFault['kind'], rest: Omit<TableFault, 'kind'> = {}): Expected => ({ fault: { kind, ...rest } });
