import type { LegendText } from '#lib/i18n/legend.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { Sheet } from '#lib/view/workspace/sheet.ts';

/** Where a figure comes from, for who reads it without the map. */
export interface Provenance {
	readonly release: string;
	/** The link that opens the map. */
	readonly link: string;
}

/** The lines under every figure: year, source, caution, release and link. */
function origin(
	{ t }: Words,
	{ year, source, note }: Pick<LegendText, 'year' | 'source' | 'note'>,
	{ release, link }: Provenance
): string[] {
	return [year === null ? '' : t('share.figure.year', { year }), source, note ?? '', t('share.figure.release', { release }), link].filter(
		(line) => line !== ''
	);
}

/** The value of a territory on a map, as text with its source; without a value it is said why. Null where the map does not show it. */
export function figureOf(
	words: Words,
	sheet: Sheet,
	place: { readonly code: string; readonly name: string },
	from: Provenance
): string | null {
	const { t, of, quantity } = words;
	const { scene, legend, variable, other } = sheet;
	const index = scene.codes.indexOf(place.code);
	if (index < 0) return null;
	const row = legend.rows[scene.rows[index]!] ?? '';
	const lines = [variable, ...(other ? [other] : [])].map((told) => {
		const value = told.values[index];
		const isKnown = value !== undefined && !Number.isNaN(value);
		const shown = told.measure === 'type' || !isKnown ? row : quantity(value, of(told.unit), told.decimals);
		return t('share.figure.line', { place: place.name, subject: of(told.title), value: shown });
	});
	return [...lines, ...origin(words, legend, from)].join('\n');
}

/** A cell of a table of text: a sheet of figures would run what begins like a formula, and a tab would begin another cell. */
const cell = (text: string): string => (/^[=+\-@]/.test(text) ? `'${text}` : text).replaceAll(/[\t\n]/g, ' ');

/** The legend of a map as a table of text, tab between cells, with its source under it. */
export function legendTable(words: Words, { scene, legend }: Sheet, from: Provenance): string {
	const { t } = words;
	const title = [legend.title, legend.unit].filter((part) => part !== '').join(' · ');
	const rows = scene.legend.rows.map(({ count }, i) => [legend.rows[i] ?? '', String(count)]);
	const table = [[t('list.class'), t('legend.count')], ...rows].map((row) => row.map(cell).join('\t'));
	return [cell(title), ...table, ...origin(words, legend, from).map(cell)].join('\n');
}
