import type { ExportLabels } from '#lib/core/export/labels.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { LICENCES } from '#lib/i18n/licence.ts';
import type { Words } from '#lib/i18n/words.ts';

/** Licence of every shape. */
const SHAPES = 'ODbL-1.0';

/** Words of an export in the language of the page. */
export function exportLabels(words: Words, level: Level): ExportLabels {
	const { t } = words;
	return {
		language: words.language,
		identity: {
			code: t('export.data.field.code'),
			parent: t('export.data.field.parent'),
			name_ar: t('export.data.field.name_ar'),
			name_fr: t('export.data.field.name_fr'),
			name_en: t('export.data.field.name_en')
		},
		aside: { status: t('export.data.aside.status'), year: t('export.data.source.year'), source: t('export.data.source.source') },
		sheets: { data: t('export.data.sheet.data'), sources: t('export.data.sheet.sources') },
		about: aboutWords(words),
		sourceColumns: sourceWords(words),
		statement: `${t('app.statement')} ${t('app.independent')}`,
		geometry: {
			credit: t('map.attribution'),
			licence: SHAPES,
			note: level === 'commune' ? t('level.commune.areas') : null
		},
		own: t('export.data.own.note'),
		level: (one) => t(`level.${one}`),
		state: (state) => t(`status.${state}`),
		type: (type) => t(`type.${type}`),
		licence: (id) => licenceText(words, id),
		noLicence: t('export.data.licence.none')
	};
}

/** The licence in words; an id without words is written as it is. */
function licenceText({ t }: Words, id: string): string {
	const known = LICENCES.find((licence) => licence === id);
	return known ? t(`export.data.licence.${known}`) : id;
}

const aboutWords = ({ t }: Words): ExportLabels['about'] => ({
	title: t('export.data.about.title'),
	level: t('level.label'),
	rows: t('export.data.about.rows'),
	release: t('export.data.about.release'),
	data: t('export.data.about.data'),
	method: t('export.data.about.method'),
	date: t('export.data.about.date'),
	permalink: t('export.data.about.permalink')
});

const sourceWords = ({ t }: Words): ExportLabels['sourceColumns'] => ({
	field: t('export.data.source.field'),
	variable: t('export.data.source.variable'),
	column: t('export.data.source.column'),
	unit: t('export.data.source.unit'),
	year: t('export.data.source.year'),
	source: t('export.data.source.source'),
	licence: t('export.data.source.licence'),
	note: t('export.data.source.note')
});
