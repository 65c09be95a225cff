import type { Returns } from '#lib/core/finance/evaluation.ts';
import { cellOf, formulaCell, numberCell, PERCENT_FORMAT, sheetName, textCell } from './case-xlsx-cells.ts';
import type { WorkbookCell, WorkbookSheet } from './case-xlsx-cells.ts';
import { flowCell, flowRowsOf, FULL_YEAR, START, totalCell, type FlowQuestion } from './case-xlsx-flow-rows.ts';
import { caseFormulas } from './case-xlsx-formulas.ts';
import type { CaseSheet, WrittenCase } from './case-xlsx-parameters.ts';
import { CASH_FLOW_ROWS, OUTCOMES, type CashFlowRow, type Outcome } from './case-xlsx-words.ts';

/** NPV and IRR of a row of flows; the first flow is not discounted. The guess of a spreadsheet's IRR is ours, since its own is 10 %. */
function returnsCells(row: CashFlowRow, { npv, irr }: Returns, last: number, rate: string): { npv: WorkbookCell; irr: WorkbookCell } {
	const [start, first, end] = [START, START + 1, START + last].map((column) => flowCell(row, column));
	const guess = irr === null ? '' : `,${irr.toFixed(4)}`;
	return {
		npv: formulaCell(`${start}+NPV(${rate},${first}:${end})`, npv),
		irr: formulaCell(`IFERROR(IRR(${start}:${end}${guess}),"")`, irr, PERCENT_FORMAT)
	};
}

function outcomeCells({ evaluation, formulas, valueAt }: FlowQuestion): Readonly<Record<Outcome, WorkbookCell>> {
	const { full, years, withoutGrant, withGrant, breakEvenRevenue, discountRate } = evaluation;
	const fullYear = (row: CashFlowRow) => flowCell(row, FULL_YEAR);
	const rate = valueAt('discountRate');
	const bare = returnsCells('flow', withoutGrant, years.length, rate);
	const granted = returnsCells('flowWithGrant', withGrant, years.length, rate);
	const charges = `${fullYear('labour')}+${fullYear('fixed')}+${formulas.depreciation}`;
	return {
		discountRate: formulaCell(rate, discountRate, PERCENT_FORMAT),
		npv: bare.npv,
		irr: bare.irr,
		npvWithGrant: granted.npv,
		irrWithGrant: granted.irr,
		depreciation: formulaCell(formulas.depreciation, full.depreciation),
		surplus: formulaCell(`${fullYear('ebitda')}-(${formulas.depreciation})`, full.surplus),
		breakEven: formulaCell(
			`IF(${fullYear('revenue')}>${fullYear('variable')},(${charges})/(1-${fullYear('variable')}/${fullYear('revenue')}),"")`,
			breakEvenRevenue
		)
	};
}

/** The cash flow of a case with live formulas on its sheet: years, totals, cumulated and discounted flows, NPV and IRR. */
export function cashFlowSheet({ model, evaluation, words }: WrittenCase, { sheet, valueAt: placeOf }: CaseSheet): WorkbookSheet {
	const valueAt = (id: string): string => cellOf(sheet.name, placeOf(id));
	const question = { evaluation, formulas: caseFormulas(model, valueAt), valueAt };
	const rows = flowRowsOf(question);
	const outcomes = outcomeCells(question);
	const years = Array.from(evaluation.flows, (_, year) => year);
	const flowLine = (row: CashFlowRow): (WorkbookCell | null)[] => {
		const { fullYear, start, inYear, hasTotal } = rows[row];
		const cells = years.map((year) => (year === 0 ? start : inYear(year)));
		return [textCell(words.rows[row]), fullYear, ...cells, hasTotal ? totalCell(row, cells) : null];
	};
	return {
		name: sheetName(words.sheets.cashFlow),
		rows: [
			[textCell(words.notice)],
			[textCell(''), textCell(words.fullYear, true), ...years.map((year) => numberCell(year)), textCell(words.total, true)],
			...CASH_FLOW_ROWS.map(flowLine),
			[],
			...OUTCOMES.map((outcome) => [textCell(words.outcomes[outcome], true), outcomes[outcome]])
		],
		widths: [40, 14, ...years.map(() => 12), 14]
	};
}
