import type { FigureStatus } from '#lib/core/project/figure.ts';
import type { SingleParameter } from '#lib/core/finance/parameters.ts';

/** Groups of parameters, in the order of the sheet. */
export const SECTIONS = ['capex', 'revenue', 'variable', 'labour', 'fixed', 'terms'] as const;
export type Section = (typeof SECTIONS)[number];

/** Columns of the sheet of the case. */
export const CASE_COLUMNS = ['parameter', 'value', 'shipped', 'unit', 'low', 'high', 'status', 'sources'] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number];

/** Rows of the cash flow that have a word. */
export const CASH_FLOW_ROWS = [
	'capacity',
	'revenue',
	'variable',
	'labour',
	'fixed',
	'ebitda',
	'investment',
	'replacement',
	'workingCapital',
	'workingCapitalChange',
	'residual',
	'flow',
	'cumulative',
	'discounted',
	'grant',
	'flowWithGrant',
	'cumulativeWithGrant'
] as const;
export type CashFlowRow = (typeof CASH_FLOW_ROWS)[number];

/** What the cash flow comes to, below its rows. */
export const OUTCOMES = ['discountRate', 'npv', 'irr', 'npvWithGrant', 'irrWithGrant', 'depreciation', 'surplus', 'breakEven'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Columns of the sheet of the sources. */
export const SOURCE_COLUMNS = ['id', 'publisher', 'title', 'vintage', 'url'] as const;
export type SourceColumn = (typeof SOURCE_COLUMNS)[number];

/** Every word of the workbook, in the language it is asked in. */
export interface CaseWords {
	/** Name of the sheet of the case, of the cash flow, of the sources; different from one another. */
	readonly sheets: { readonly case: string; readonly cashFlow: string; readonly sources: string };
	/** Below the name of the model: a template to edit, no forecast. */
	readonly notice: string;
	readonly sections: Readonly<Record<Section, string>>;
	readonly columns: Readonly<Record<CaseColumn, string>>;
	readonly parts: Readonly<Record<'quantity' | 'cost' | 'price', string>>;
	readonly parameters: Readonly<Record<SingleParameter, string>>;
	readonly units: Readonly<Record<SingleParameter, string>>;
	readonly statuses: Readonly<Record<FigureStatus, string>>;
	/** Status of a number that the holder changed, that is the size of the model, that is the loan of reference. */
	readonly origins: { readonly holder: string; readonly size: string; readonly reference: string };
	readonly fullYear: string;
	readonly total: string;
	readonly rows: Readonly<Record<CashFlowRow, string>>;
	readonly outcomes: Readonly<Record<Outcome, string>>;
	readonly sourceColumns: Readonly<Record<SourceColumn, string>>;
}
