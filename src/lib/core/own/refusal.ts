/** Why a file is not read: each kind has its sentence with the next step. */
export const REFUSAL_KINDS = [
	'bad-encoding',
	'bomb',
	'damaged',
	'empty',
	'encrypted',
	'no-crs',
	'no-header',
	'no-layer',
	'no-rows',
	'not-a-table',
	'not-geojson',
	'old-xls',
	'too-large',
	'too-many-columns',
	'too-many-coordinates',
	'too-many-rows',
	'too-slow',
	'truncated',
	'unbalanced-quote',
	'unknown-crs',
	'unknown-format',
	'unzipped-too-large',
	'xml-entities',
	'zip-without-data'
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** A file that is not read, as data that the page puts into words. */
export interface Refusal {
	readonly kind: RefusalKind;
	/** What was allowed: megabytes, rows, columns, positions, seconds, as the kind has it. */
	readonly limit?: number;
	/** A line or a row of the file, from 1. */
	readonly row?: number;
	/** A piece of the file, shortened: the name of a reference system. */
	readonly text?: string;
}

/** Thrown by a reader: the file is at fault, `refusal` says how. */
export class OwnRefused extends Error {
	readonly refusal: Refusal;

	constructor(kind: RefusalKind, more: Omit<Refusal, 'kind'> = {}, options?: ErrorOptions) {
		super(`The file is not read: ${kind}`, options);
		this.name = 'OwnRefused';
		this.refusal = { kind, ...(more.text === undefined ? more : { ...more, text: excerpt(more.text) }) };
	}
}

const EXCERPT = 60;

/** A text of the file short enough to repeat, without signs that would turn the sentence around it. */
function excerpt(text: string): string {
	const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, ' ').trim();
	return plain.length <= EXCERPT ? plain : `${plain.slice(0, EXCERPT - 1)}…`;
}
