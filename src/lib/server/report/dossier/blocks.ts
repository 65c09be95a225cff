/** What the template knows to print. Everything is a text or a number by now: the template chooses no words. */

/** A piece of text with the numbers of the sources it rests on. */
export interface Cited {
	readonly text: string;
	readonly refs?: readonly number[];
}

/** A cell of a table; the note stands under it, smaller. */
export interface Cell extends Cited {
	readonly note?: string;
	/** True for a figure that the holder changed. */
	readonly isEdited?: boolean;
}

/** A row: an ordinary one, the name of a group of rows, a sum, or the sum of all. */
export interface Row {
	readonly kind: 'line' | 'group' | 'sum' | 'total';
	readonly cells: readonly Cell[];
}

/** A column; numbers stand at the end of their column and run from left to right. */
export interface Column {
	readonly label: string;
	readonly kind: 'text' | 'number';
	/** Share of the width that is left; null for as wide as its content. */
	readonly share: number | null;
}

/** A label with its value. */
export interface Fact {
	readonly label: string;
	readonly value: string;
	readonly note?: string;
	readonly refs?: readonly number[];
}

/** A year of the cash flow: heights are shares of the range from `bottom` to `top` of the chart. */
export interface ChartYear {
	readonly flow: number;
	readonly cumulative: number;
}

/** A box to tick, with what is to be done and what helps to do it. */
export interface Task extends Cited {
	/** True when it is ticked already. */
	readonly isDone: boolean;
	/** Phase or stage it belongs to. */
	readonly label: string;
	readonly details: readonly Cited[];
}

/** A piece of the dossier. */
export type Block =
	| { readonly kind: 'text'; readonly text: string; readonly tone: 'plain' | 'strong' | 'muted'; readonly refs?: readonly number[] }
	| { readonly kind: 'heading'; readonly text: string; readonly note?: string }
	| { readonly kind: 'columns'; readonly shares: readonly number[]; readonly columns: readonly (readonly Block[])[] }
	| { readonly kind: 'points'; readonly mark: 'for' | 'limit' | 'change' | 'plain'; readonly items: readonly Cited[] }
	| { readonly kind: 'facts'; readonly facts: readonly Fact[] }
	| { readonly kind: 'picture'; readonly svg: string; readonly description: string }
	| { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
	| { readonly kind: 'years'; readonly labels: readonly string[]; readonly chart: Chart; readonly rows: readonly YearLine[] }
	| { readonly kind: 'tornado'; readonly tornado: Tornado }
	| { readonly kind: 'layers'; readonly layers: readonly Layer[] }
	| { readonly kind: 'tasks'; readonly tasks: readonly Task[] }
	| { readonly kind: 'alerts'; readonly alerts: readonly { readonly level: 'danger' | 'caution'; readonly text: string }[] }
	| { readonly kind: 'reasons'; readonly items: readonly Fact[] }
	| { readonly kind: 'sources'; readonly columns: readonly (readonly SourceEntry[])[] };

/** Bars of the flow and the line of what has come together, over the years of the table below them. */
export interface Chart {
	readonly title: string;
	readonly unit: string;
	readonly keys: { readonly in: string; readonly out: string; readonly cumulative: string };
	/** 0–1: where zero lies, from the bottom. */
	readonly zero: number;
	readonly years: readonly ChartYear[];
}

/** A line of the table of years, one text per year. */
export interface YearLine {
	readonly label: string;
	readonly values: readonly string[];
	readonly isStrong: boolean;
}

/** What moves the net present value; positions are shares 0–1 of the width, from the least value to the greatest. */
export interface Tornado {
	readonly base: number;
	/** Where zero lies; null when it is outside. */
	readonly zero: number | null;
	readonly caption: string;
	readonly bars: readonly {
		readonly label: string;
		readonly sides: readonly { readonly position: number; readonly change: string; readonly value: string }[];
	}[];
}

/** A layer of the funding plan; shares add up to 1. */
export interface Layer {
	readonly kind: 'own' | 'grant' | 'loan' | 'gap';
	readonly share: number;
	readonly percent: string;
	readonly label: string;
	readonly name: string;
	readonly amount: string;
	readonly note: string;
	readonly refs: readonly number[];
}

/** One entry of the list of sources. */
export interface SourceEntry {
	readonly number: number;
	readonly ids: readonly string[];
	readonly text: string;
	readonly vintage: string;
	/** Address to link to, and its host to print; null when none is known. */
	readonly url: string | null;
	readonly host: string | null;
}

/** A chapter with its bookmark. */
export interface Section {
	readonly title: string;
	readonly blocks: readonly Block[];
}

export const text = (content: string, tone: 'plain' | 'strong' | 'muted' = 'plain', refs: readonly number[] = []): Block => ({
	kind: 'text',
	text: content,
	tone,
	refs
});

export const heading = (content: string, note = ''): Block => ({ kind: 'heading', text: content, note });
