import type { Cell, Feature, Image, SheetData } from 'write-excel-file/node';
import { harmlessText } from '#lib/core/export/csv.ts';

/** One cell of a workbook: words, a number, or a formula with what it comes to (null: nothing to show). */
export type WorkbookCell =
	| { readonly kind: 'text'; readonly text: string; readonly isHeading: boolean }
	| { readonly kind: 'number'; readonly value: number; readonly format: string | null }
	| { readonly kind: 'formula'; readonly formula: string; readonly result: number | null; readonly format: string | null };

/** A sheet as rows of cells; null is an empty cell. */
export interface WorkbookSheet {
	readonly name: string;
	readonly rows: readonly (readonly (WorkbookCell | null)[])[];
	/** Widths of the columns, in letters. */
	readonly widths: readonly number[];
}

export const MAD_FORMAT = '#,##0';
export const PERCENT_FORMAT = '0.00%';

/** Words in a cell. A text that a spreadsheet would take for a formula once it is saved as CSV gets an apostrophe before it (OWASP). */
export function textCell(text: string, isHeading = false): WorkbookCell {
	return { kind: 'text', text: harmlessText(text), isHeading };
}

/** A number in a cell, as it is without a format. */
export const numberCell = (value: number, format: string | null = null): WorkbookCell => ({ kind: 'number', value, format });

/** A live formula, without its equals sign, with its result, so that a reader that does not calculate shows it too. */
export const formulaCell = (formula: string, result: number | null, format: string | null = MAD_FORMAT): WorkbookCell => ({
	kind: 'formula',
	formula,
	result,
	format
});

/** Letter of a column, counted from 0; the workbook has fewer than 26. */
export const columnLetter = (column: number): string => String.fromCharCode(65 + column);

/** `C5`: column counted from 0, row from 1 as a spreadsheet counts it. */
export const address = (column: number, row: number): string => `${columnLetter(column)}${row}`;

/** A name that a spreadsheet accepts for a sheet: without its forbidden signs, 31 letters at most. */
export const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31);

/** A cell of another sheet, as a formula names it. */
export const cellOf = (sheet: string, at: string): string => `'${sheet}'!${at}`;

function written(cell: WorkbookCell | null): Cell {
	if (cell === null) return null;
	switch (cell.kind) {
		case 'text':
			return { type: String, value: cell.text, ...(cell.isHeading ? { fontWeight: 'bold' } : {}) };
		case 'number':
			return { type: Number, value: cell.value, ...(cell.format === null ? {} : { format: cell.format }) };
		case 'formula':
			return { type: 'Formula', value: cell.formula, ...(cell.format === null ? {} : { format: cell.format }) };
		default:
			return cell satisfies never;
	}
}

/** Rows of a sheet as the library writes them. */
export const sheetData = ({ rows }: WorkbookSheet): SheetData => rows.map((row) => row.map(written));

/** Results of the formulas of a sheet, by address. */
function resultsOf({ rows }: WorkbookSheet): ReadonlyMap<string, number> {
	const cells = rows.flatMap((row, y) => row.map((cell, x) => [address(x, y + 1), cell] as const));
	return new Map(cells.flatMap(([at, cell]) => (cell?.kind === 'formula' && cell.result !== null ? [[at, cell.result] as const] : [])));
}

/** Writes beside each formula what it comes to: the library writes formulas alone, and those show nothing where they are only viewed. */
export function formulaResults(sheets: readonly WorkbookSheet[]): Feature<Image['content']> {
	const results = sheets.map(resultsOf);
	return {
		files: {
			transform: {
				'xl/worksheets/sheet{id}.xml': {
					transform: (content, _options, { sheetIndex }) =>
						content.replaceAll(/(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>)/g, (formula: string, _all: string, at: string) => {
							const result = results[sheetIndex]!.get(at);
							return result === undefined ? formula : `${formula}<v>${result}</v>`;
						})
				}
			}
		}
	};
}
