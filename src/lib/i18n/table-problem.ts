import type tableTexts from './messages/table/ar.json';
import type { Words } from './words.ts';

type FaultKey = Extract<keyof typeof tableTexts, `table.fault.${string}`>;

/** What is wrong with a table: each kind has its sentence. */
export type TableFaultKind = FaultKey extends `table.fault.${infer Kind}` ? Kind : never;

/** What is wrong with a table, and where: data that can be stored and sent. */
export interface TableFault {
	readonly kind: TableFaultKind;
	/** What was allowed, and what was found: bytes, characters, rows, columns, seconds, as the kind has it. */
	readonly limit?: number;
	readonly found?: number;
	/** Row as a spreadsheet shows it, from 1. */
	readonly row?: number;
	/** Column, from 0. */
	readonly column?: number;
	/** A piece of the file, shortened. */
	readonly text?: string;
	readonly names?: readonly string[];
}

const MEGABYTE = 2 ** 20;
/** A fault as one sentence that says what it is, where, and what helps. */
export function tableSentence(words: Words, fault: TableFault): string {
	const number = (value: number | undefined): string => {
		if (value === undefined || fault.kind !== 'too-large') return words.n(value ?? null);
		// Bytes; just above the limit is still above it.
		const megabytes = Math.ceil((value / MEGABYTE) * 10) / 10;
		return words.n(megabytes, Number.isInteger(megabytes) ? 0 : 1);
	};
	const sentence = words.t(`table.fault.${fault.kind}`, {
		limit: number(fault.limit),
		found: number(fault.found),
		text: fault.text ?? '–',
		names: words.clauses(fault.names ?? [])
	});
	if (fault.row === undefined) return sentence.charAt(0).toUpperCase() + sentence.slice(1);
	const row = words.n(fault.row);
	// Columns by number: their letters would spell words.
	if (fault.column !== undefined) return words.t('table.at.cell', { row, column: words.n(fault.column + 1), sentence });
	return words.t('table.at.row', { row, sentence });
}
