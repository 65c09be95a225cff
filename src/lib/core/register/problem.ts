import type { RegisterField } from './field.ts';

/** Everything that can be wrong with a row; a sentence for each is said elsewhere. */
export const ROW_PROBLEM_KINDS = [
	'no-name',
	'no-place',
	'extra-cells',
	'formula',
	'control-characters',
	'bidi-override',
	'too-long',
	'personal-data',
	'not-a-number',
	'not-whole',
	'negative',
	'date-unreadable',
	'date-unclear',
	'year-out-of-range',
	'members-differ',
	'few-members',
	'more-youth-than-members',
	'men-in-women-only',
	'status-unknown',
	'women-only-unknown',
	'half-position',
	'position-unreadable',
	'position-swapped',
	'position-in-metres',
	'position-outside',
	'position-in-other-province',
	'position-in-other-commune',
	'region-unknown',
	'region-differs',
	'province-unknown',
	'commune-unknown',
	'commune-ambiguous',
	'commune-elsewhere',
	'code-unknown',
	'code-differs',
	'region-only'
] as const;
export type RowProblemKind = (typeof ROW_PROBLEM_KINDS)[number];

/** An error keeps a row from being imported until it is put right; a warning goes with it. */
export type Severity = 'error' | 'warning';

/** One thing wrong with a row. */
export interface RowProblem {
	readonly kind: RowProblemKind;
	/** The field it is about; `row` when it is about no single one. */
	readonly field: RegisterField | 'row';
	readonly severity: Severity;
	/** What stands there, shortened; a territory code where two of them disagree. Never data about a person. */
	readonly found: string;
	/** What could stand there instead; null when nobody can tell. */
	readonly suggestion: string | null;
}

/** Longest text a problem repeats. */
const SHOWN = 60;

/** The beginning of a text, as a problem repeats it. */
export const shortened = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…`);

/** A problem that does not keep the row out. */
export const warning = (kind: RowProblemKind, field: RowProblem['field'], found = '', suggestion: string | null = null): RowProblem => ({
	kind,
	field,
	severity: 'warning',
	found: shortened(found),
	suggestion
});

/** A problem that keeps the row out until it is put right. */
export const error = (kind: RowProblemKind, field: RowProblem['field'], found = '', suggestion: string | null = null): RowProblem => ({
	...warning(kind, field, found, suggestion),
	severity: 'error'
});
