import { harmlessText, type Cell } from './csv.ts';
import { fieldsOf, headingOf, spokenCell, type Field } from './fields.ts';
import { ABOUT, SOURCE_COLUMNS, type ExportLabels } from './labels.ts';
import { aboutOf, sourceRows } from './sources.ts';
import type { ExportTable } from './table.ts';

/** A cell of a sheet: words, or a number with how many decimals are shown of it; null is empty. */
export type SheetCell =
	| { readonly kind: 'text'; readonly text: string; readonly isHeading: boolean }
	| { readonly kind: 'number'; readonly value: number; readonly decimals: number }
	| null;

/** One sheet of a workbook. */
export interface Sheet {
	readonly name: string;
	readonly rows: readonly (readonly SheetCell[])[];
	/** Widths of the columns, in letters. */
	readonly widths: readonly number[];
	readonly rightToLeft: boolean;
	/** Rows that stay in sight, from the top. */
	readonly frozenRows: number;
}

/** An export as a workbook: the figures, then where they come from. */
export const sheetsOf = (table: ExportTable, labels: ExportLabels): readonly [Sheet, Sheet] => [
	dataSheet(table, labels),
	sourcesSheet(table, labels)
];

/** A name that a spreadsheet accepts for a sheet: without its forbidden signs, 31 letters at most. */
const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31);

const text = (said: string, isHeading = false): SheetCell => (said === '' ? null : { kind: 'text', text: harmlessText(said), isHeading });
const heading = (said: string): SheetCell => text(said, true);

function dataSheet(table: ExportTable, labels: ExportLabels): Sheet {
	const fields = fieldsOf(table);
	const cell = (field: Field, row: number): SheetCell => sheetCell(spokenCell(field, row, labels), field.column?.decimals ?? 0);
	return {
		name: sheetName(labels.sheets.data),
		rows: [
			fields.map((field) => heading(headingOf(field, labels))),
			...table.codes.map((_, row) => fields.map((field) => cell(field, row)))
		],
		widths: fields.map(({ of }) => (of === 'code' || of === 'parent' ? 14 : 24)),
		rightToLeft: labels.language === 'ar',
		frozenRows: 1
	};
}

function sheetCell(cell: Cell, decimals: number): SheetCell {
	if (cell === null) return null;
	return typeof cell === 'number' ? { kind: 'number', value: cell, decimals } : text(cell);
}

function sourcesSheet(table: ExportTable, labels: ExportLabels): Sheet {
	const about = aboutOf(table, labels);
	return {
		name: sheetName(labels.sheets.sources),
		rows: [
			...ABOUT.map((key) => [heading(labels.about[key]), text(about[key])]),
			[text(labels.statement)],
			[],
			SOURCE_COLUMNS.map((column) => heading(labels.sourceColumns[column])),
			...sourceRows(table, labels).map((row) => SOURCE_COLUMNS.map((column) => text(row[column])))
		],
		widths: [30, 30, 40, 18, 12, 48, 30, 60],
		rightToLeft: labels.language === 'ar',
		frozenRows: 0
	};
}
