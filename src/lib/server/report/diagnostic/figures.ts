import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import { dataIn } from '#lib/core/diagnostic/walk.ts';
import { versionOf } from '#lib/i18n/diagnostic/tell.ts';
import type { Words } from '#lib/i18n/words.ts';
import { csvOf, type Cell } from '../csv.ts';

/** Every number of a diagnostic as rows: what, where in the diagnostic, value, unit, year, status, source, cell. */
export function figureRows(diagnostic: Diagnostic, words: Words): readonly (readonly Cell[])[] {
	const { t } = words;
	const head = [
		t('indicator.label'),
		t('diagnostic.figure.part'),
		t('list.value'),
		t('diagnostic.figure.unit'),
		t('diagnostic.year'),
		t('diagnostic.value-status'),
		t('figure.source'),
		t('diagnostic.cell')
	];
	const rows = dataIn(diagnostic).map(({ path, name, datum }): Cell[] => [
		name ? words.of(name) : (path[0] ?? ''),
		path.join('/'),
		datum.value,
		datum.unit ? words.of(datum.unit) : null,
		datum.year,
		datum.status,
		datum.source,
		datum.cell
	]);
	return [head, ...rows];
}

/** The numbers of a diagnostic for a spreadsheet. Lines before the table say what it is and is not. */
export function figuresCsv(diagnostic: Diagnostic, words: Words): string {
	const { t, of } = words;
	const { release, territory } = diagnostic;
	const about = [of(territory.name), versionOf(words, release), release.date].join(' · ');
	return csvOf([[about], [`${t('app.statement')} ${t('app.independent')}`], ...figureRows(diagnostic, words)]);
}
