import { fieldsOf } from './fields.ts';
import type { About, ExportLabels, SourceColumn } from './labels.ts';
import type { ExportColumn, ExportTable } from './table.ts';

/** Where the figures of one field come from, in one language. */
export type SourceRow = Readonly<Record<SourceColumn, string>>;

/** One row per variable; its notes say also that it was brought along. */
export function sourceRows(table: ExportTable, labels: ExportLabels): readonly SourceRow[] {
	return fieldsOf(table).flatMap(({ name, of, column }) => (column && of === 'value' ? [sourceRow(name, column, labels)] : []));
}

function sourceRow(field: string, column: ExportColumn, labels: ExportLabels): SourceRow {
	const { language } = labels;
	const notes = [column.isOwn ? labels.own : '', column.note?.[language] ?? ''];
	return {
		field,
		variable: column.id,
		column: column.title[language],
		unit: column.unit[language],
		year: column.year ?? '',
		source: column.credit[language],
		licence: column.licences.length === 0 ? labels.noLicence : column.licences.map(labels.licence).join(' · '),
		note: notes.filter((note) => note !== '').join(' · ')
	};
}

/** What is said of the file as a whole. */
export function aboutOf(table: ExportTable, labels: ExportLabels): Readonly<Record<About, string>> {
	const { title, level, codes, release, date, permalink } = table;
	return {
		title: title[labels.language],
		level: labels.level(level),
		rows: String(codes.length),
		release: release.id,
		data: release.data,
		method: release.method,
		date,
		permalink
	};
}
