export type SqlValue = string | number | null | Uint8Array;

/** One statement; with `rows` it is prepared once and run for each of them. */
export interface SqlStatement {
	readonly sql: string;
	readonly rows?: readonly (readonly SqlValue[])[];
}
