import writeXlsxFile from 'write-excel-file/node';
import type { ModelSource } from '#lib/core/project/figure.ts';
import { formulaResults, sheetData, sheetName, textCell, type WorkbookSheet } from './case-xlsx-cells.ts';
import { cashFlowSheet } from './case-xlsx-cash-flow.ts';
import { caseSheet, type WrittenCase } from './case-xlsx-parameters.ts';
import { SOURCE_COLUMNS } from './case-xlsx-words.ts';

/** A case to be written as a workbook. */
export interface CaseWorkbook extends WrittenCase {
	/** Publications of the bank; those that the case does not rest on are left out. */
	readonly sources: readonly ModelSource[];
}

/** Every publication that a figure of the case rests on, one a row. */
function sourcesSheet({ model, shared, sources, words }: CaseWorkbook): WorkbookSheet {
	const used = new Set([...model.sources, ...model.grant.sources, ...shared.discountRate.sources, ...shared.loanRate.sources]);
	return {
		name: sheetName(words.sheets.sources),
		rows: [
			SOURCE_COLUMNS.map((column) => textCell(words.sourceColumns[column], true)),
			...sources.filter(({ id }) => used.has(id)).map((source) => SOURCE_COLUMNS.map((column) => textCell(source[column] ?? '')))
		],
		widths: [18, 28, 60, 14, 60]
	};
}

/** The three sheets of a workbook: the case, its cash flow, its sources. */
export function caseSheets(workbook: CaseWorkbook): readonly WorkbookSheet[] {
	const written = caseSheet(workbook);
	return [written.sheet, cashFlowSheet(workbook, written), sourcesSheet(workbook)];
}

/**
 * A case as an XLSX workbook: change a number in the case, and the cash flow follows. Read from right to left in Arabic.
 * Our own results stand beside the formulas, so that it shows the same where nothing is calculated.
 */
export function caseXlsx(workbook: CaseWorkbook): Promise<Buffer> {
	const sheets = caseSheets(workbook);
	const pages = sheets.map((sheet) => ({
		sheet: sheet.name,
		data: sheetData(sheet),
		columns: sheet.widths.map((width) => ({ width })),
		orientation: 'landscape' as const,
		stickyColumnsCount: 1,
		rightToLeft: workbook.language === 'ar'
	}));
	return writeXlsxFile(pages, { features: [formulaResults(sheets)] }).toBuffer();
}
