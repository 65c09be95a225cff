import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import { discounted } from '#lib/core/finance/returns/returns.ts';
import { address, formulaCell, MAD_FORMAT, numberCell, PERCENT_FORMAT, type WorkbookCell } from './case-xlsx-cells.ts';
import type { caseFormulas, CellAt } from './case-xlsx-formulas.ts';
import { CASH_FLOW_ROWS, type CashFlowRow } from './case-xlsx-words.ts';

/** Columns of the cash flow, counted from 0: words, the full year, the years 0 to N, their total. */
export const FULL_YEAR = 1;
export const START = 2;
/** Its rows, counted from 1: title, the years, then what `CASH_FLOW_ROWS` names. */
export const YEARS_ROW = 2;
/** Number of a row of the cash flow, counted from 1. */
export const rowNumber = (row: CashFlowRow): number => YEARS_ROW + 1 + CASH_FLOW_ROWS.indexOf(row);
/** Cell of a row of the cash flow, in a column counted from 0. */
export const flowCell = (row: CashFlowRow, column: number): string => address(column, rowNumber(row));

/** One row: its cell of the full year, of the start and of a year; null where it has none. */
export interface FlowRow {
	readonly fullYear: WorkbookCell | null;
	readonly start: WorkbookCell | null;
	readonly inYear: (year: number) => WorkbookCell | null;
	/** False where adding up the years would say nothing. */
	readonly hasTotal: boolean;
}

/** What the formulas of the rows are made of. */
export interface FlowQuestion {
	readonly evaluation: Evaluation;
	readonly formulas: ReturnType<typeof caseFormulas>;
	/** Where a number of the case stands, seen from the cash flow. */
	readonly valueAt: CellAt;
}

const EMPTY: FlowRow = { fullYear: null, start: null, inYear: () => null, hasTotal: true };
const NO_TOTAL = { hasTotal: false };

type RowsOf<Row extends CashFlowRow> = Readonly<Record<Row, FlowRow>>;

function operationRows({
	evaluation,
	formulas
}: FlowQuestion): RowsOf<'capacity' | 'revenue' | 'variable' | 'labour' | 'fixed' | 'ebitda'> {
	const { full, years } = evaluation;
	const fullYear = (row: 'revenue' | 'variable' | 'labour' | 'fixed') => formulaCell(formulas[row], full[row]);
	const proportional = (row: 'revenue' | 'variable'): FlowRow => ({
		...EMPTY,
		fullYear: fullYear(row),
		inYear: (year) => formulaCell(`${flowCell('capacity', START + year)}*$${flowCell(row, FULL_YEAR)}`, years[year - 1]![row])
	});
	const constant = (row: 'labour' | 'fixed'): FlowRow => ({
		...EMPTY,
		fullYear: fullYear(row),
		inYear: (year) => formulaCell(`$${flowCell(row, FULL_YEAR)}`, years[year - 1]![row])
	});
	const charges = (column: number) => (['variable', 'labour', 'fixed'] as const).map((row) => `-${flowCell(row, column)}`).join('');
	const ebitda = (column: number, result: number) => formulaCell(`${flowCell('revenue', column)}${charges(column)}`, result);
	return {
		capacity: {
			...EMPTY,
			...NO_TOTAL,
			fullYear: numberCell(1, PERCENT_FORMAT),
			inYear: (year) => numberCell(years[year - 1]!.capacity, PERCENT_FORMAT)
		},
		revenue: proportional('revenue'),
		variable: proportional('variable'),
		labour: constant('labour'),
		fixed: constant('fixed'),
		ebitda: {
			...EMPTY,
			fullYear: ebitda(FULL_YEAR, full.ebitda),
			inYear: (year) => ebitda(START + year, years[year - 1]!.ebitda)
		}
	};
}

/** What is put in and what comes back: working capital is paid the year before it is needed, and all of it recovered in the last. */
function capitalRows({
	evaluation,
	formulas,
	valueAt
}: FlowQuestion): RowsOf<'investment' | 'replacement' | 'workingCapital' | 'workingCapitalChange' | 'residual'> {
	const { years, capex, residual } = evaluation;
	const last = years.length;
	const needed = (year: number): number => (year < 1 || year > last ? 0 : years[year - 1]!.workingCapital);
	const charges = (column: number) => (['variable', 'labour', 'fixed'] as const).map((row) => flowCell(row, column)).join('+');
	const change = (year: number): WorkbookCell => {
		const [next, now] = [flowCell('workingCapital', START + year + 1), flowCell('workingCapital', START + year)];
		const formula = year === 0 ? next : year === last ? `-${now}` : `${next}-${now}`;
		return formulaCell(formula, needed(year + 1) - needed(year));
	};
	return {
		investment: { ...EMPTY, start: formulaCell(formulas.investment, capex) },
		replacement: { ...EMPTY, inYear: (year) => formulaCell(formulas.replacementIn(year), years[year - 1]!.replacement) },
		workingCapital: {
			...EMPTY,
			...NO_TOTAL,
			inYear: (year) => formulaCell(`(${charges(START + year)})*${valueAt('workingCapitalDays')}/365`, needed(year))
		},
		workingCapitalChange: { ...EMPTY, start: change(0), inYear: change },
		residual: { ...EMPTY, inYear: (year) => (year === last ? formulaCell(formulas.residual, residual) : null) }
	};
}

/** Amounts added up from the start. */
function cumulated(flows: readonly number[]): number[] {
	let sum = 0;
	return flows.map((flow) => (sum += flow));
}

/** A row that adds up another from the start. */
function cumulative(of: 'flow' | 'flowWithGrant', row: 'cumulative' | 'cumulativeWithGrant', flows: readonly number[]): FlowRow {
	const sums = cumulated(flows);
	return {
		...EMPTY,
		...NO_TOTAL,
		start: formulaCell(flowCell(of, START), sums[0]!),
		inYear: (year) => formulaCell(`${flowCell(row, START + year - 1)}+${flowCell(of, START + year)}`, sums[year]!)
	};
}

function flowRows({
	evaluation,
	formulas,
	valueAt
}: FlowQuestion): RowsOf<'flow' | 'cumulative' | 'discounted' | 'grant' | 'flowWithGrant' | 'cumulativeWithGrant'> {
	const { flows, flowsWithGrant, discountRate, withGrant } = evaluation;
	const today = discounted(flows, discountRate);
	const cell = (row: CashFlowRow, year: number) => flowCell(row, START + year);
	const flow = (year: number) => {
		const received = year === 0 ? `-${cell('investment', 0)}` : `${cell('ebitda', year)}-${cell('replacement', year)}`;
		const residual = year === flows.length - 1 ? `+${cell('residual', year)}` : '';
		return formulaCell(`${received}-${cell('workingCapitalChange', year)}${residual}`, flows[year]!);
	};
	const worth = (year: number) =>
		formulaCell(`${cell('flow', year)}/(1+${valueAt('discountRate')})^${address(START + year, YEARS_ROW)}`, today[year]!);
	const granted = (year: number) => formulaCell(`${cell('flow', year)}+${cell('grant', year)}`, flowsWithGrant[year]!);
	return {
		flow: { ...EMPTY, start: flow(0), inYear: flow },
		cumulative: cumulative('flow', 'cumulative', flows),
		discounted: { ...EMPTY, start: worth(0), inYear: worth },
		grant: { ...EMPTY, start: formulaCell(`${valueAt('grantShare')}*(${formulas.eligible})`, withGrant.amount) },
		flowWithGrant: { ...EMPTY, start: granted(0), inYear: granted },
		cumulativeWithGrant: cumulative('flowWithGrant', 'cumulativeWithGrant', flowsWithGrant)
	};
}

/** Every row of the cash flow as live formulas with their results, MAD; the cells refer to one another and to the case. */
export const flowRowsOf = (question: FlowQuestion): RowsOf<CashFlowRow> => ({
	...operationRows(question),
	...capitalRows(question),
	...flowRows(question)
});

/** What a cell is worth in a sum; words and empty cells are worth nothing. */
export const worthOf = (cell: WorkbookCell | null): number =>
	cell?.kind === 'number' ? cell.value : cell?.kind === 'formula' ? (cell.result ?? 0) : 0;

/** Cell that adds up a row from the start to the last year. */
export function totalCell(row: CashFlowRow, cells: readonly (WorkbookCell | null)[]): WorkbookCell {
	const sum = cells.reduce((total, cell) => total + worthOf(cell), 0);
	return formulaCell(`SUM(${flowCell(row, START)}:${flowCell(row, START + cells.length - 1)})`, sum, MAD_FORMAT);
}
