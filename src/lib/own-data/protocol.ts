import type { OwnTable } from '#lib/core/own/own-table.ts';
import type { Refusal } from '#lib/core/own/refusal.ts';

/** What the page asks the worker that reads one file. */
export interface ReadOrder {
	readonly file: Blob;
	readonly name: string;
	readonly part: string | null;
}

/** What the worker answers, once. */
export type ReadAnswer = { readonly ok: true; readonly table: OwnTable } | { readonly ok: false; readonly refusal: Refusal };
