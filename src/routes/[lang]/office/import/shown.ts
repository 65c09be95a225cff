import type { Question, RowState } from '#lib/core/import/import.ts';

/** A row of an import as a page shows it, in words. */
export interface ShownRow {
	readonly line: number;
	readonly state: RowState;
	/** Null when it has none. */
	readonly name: string | null;
	readonly number: string | null;
	readonly place: string | null;
	readonly chain: string | null;
	readonly remarks: readonly { readonly sentence: string; readonly isError: boolean }[];
	readonly asks: readonly Question[];
	/** What it says again; null for nothing. */
	readonly repeats: string | null;
}

/** An answer to choose. */
export interface ShownChoice {
	readonly id: string;
	readonly label: string;
	/** How near it comes, in words; null where that is not told. */
	readonly note: string | null;
}

/** A question with its answers, of one row or of all rows with one text. */
export interface ShownQuestion {
	readonly question: Question;
	readonly text: string;
	readonly rows: number;
	readonly line: number;
	/** What the file says. */
	readonly told: readonly { readonly label: string; readonly text: string }[];
	readonly choices: readonly ShownChoice[];
}
