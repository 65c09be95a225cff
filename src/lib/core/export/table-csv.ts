import { csvText, type CsvStyle } from './csv.ts';
import { fieldsOf, headingOf, spokenCell } from './fields.ts';
import type { ExportLabels } from './labels.ts';
import type { ExportTable } from './table.ts';

/** What a reader may ask of a CSV. */
export interface CsvOptions extends CsvStyle {
	/** `names` that machines read, with ids in the cells; `titles` in the language of the labels, with words in them. */
	readonly headings: 'names' | 'titles';
	/** True adds a column with the year and one with the source behind each. */
	readonly withSources: boolean;
}

/** An export as CSV: one row of headings, then a row per territory. */
export function tableCsv(table: ExportTable, labels: ExportLabels, { headings, withSources, ...style }: CsvOptions): string {
	const fields = fieldsOf(table, withSources ? labels.language : null);
	const spoken = headings === 'titles';
	const head = fields.map((field) => (spoken ? headingOf(field, labels) : field.name));
	const rows = table.codes.map((_, row) => fields.map((field) => (spoken ? spokenCell(field, row, labels) : field.cell(row))));
	return csvText([head, ...rows], style);
}
