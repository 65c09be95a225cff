import type { Text } from '#lib/core/text/text.ts';
import type { ExportQuestion } from '../table.ts';

const text = (ar: string, fr: string, en: string): Text => ({ ar, fr, en });
const SAME = { ar: '', fr: '', en: '' };

/** Three communes and four variables, all of them made up: a rate, a score with reasons for its gaps, types, and a column of the reader. */
export const SMALL_QUESTION: ExportQuestion = {
	level: 'commune',
	territories: [
		{ code: '01.051.01.01', parent: 'MA-HOC', name: text('أجدير', 'Ajdir', 'Ajdir') },
		{ code: '04.491.01.09', parent: 'MA-SIL', name: text('سيدي يحيى', 'Sidi Yahia, «El Gharb»', 'Sidi Yahia') },
		{ code: '10.163.07.05', parent: 'MA-CHT', name: text('بلفاع', '=Belfaa', 'Belfaa') }
	],
	variables: [
		{
			id: 'indicator:unemployment_rate@2024',
			measure: 'rate',
			family: 'need',
			lowIsStrong: false,
			values: Float64Array.of(12.345678901234567, NaN, -0.5),
			states: ['no-data'],
			breaks: null,
			reference: null,
			title: text('معدل البطالة', 'Taux de chômage', 'Unemployment rate'),
			unit: text('%', '%', '%'),
			year: '2024',
			credit: text('المندوبية', 'HCP', 'HCP'),
			decimals: 1,
			note: text('تقريبي', 'approché', 'approximate'),
			licences: ['LicenseRef-HCP-reuse'],
			isOwn: false
		},
		{
			id: 'score:honey',
			measure: 'index',
			family: 'score',
			lowIsStrong: false,
			values: Float64Array.of(0, NaN, NaN),
			states: ['ineligible', 'insufficient'],
			stateOf: (index) => (index === 1 ? 'insufficient' : 'ineligible'),
			breaks: null,
			reference: null,
			title: text('نقطة العسل', 'Score : miel', 'Score: honey'),
			unit: text('نقط', 'points', 'points'),
			year: null,
			credit: text('فرص', 'Furas', 'Furas'),
			decimals: 0,
			note: null,
			licences: ['CC-BY-4.0'],
			isOwn: false
		},
		{
			id: 'type:honey',
			measure: 'type',
			family: 'score',
			lowIsStrong: false,
			values: Float64Array.of(NaN, NaN, NaN),
			types: ['follow', null, 'enable-first'],
			states: ['no-data'],
			breaks: null,
			reference: null,
			title: text('نوع', 'Type', 'Type'),
			unit: SAME,
			year: null,
			credit: text('فرص', 'Furas', 'Furas'),
			decimals: 0,
			note: null,
			licences: ['CC-BY-4.0'],
			isOwn: false
		},
		{
			id: 'own:file1:col1',
			measure: 'count',
			family: 'need',
			lowIsStrong: false,
			values: Float64Array.of(1, 2, 3),
			states: ['no-data'],
			breaks: null,
			reference: null,
			title: text('=عمودي', '=mine', '=mine'),
			unit: SAME,
			year: null,
			credit: text('ملف', 'fichier', 'file'),
			decimals: 0,
			note: null,
			licences: [],
			isOwn: true
		}
	],
	only: null,
	withOwn: false,
	release: { id: '2026.11-test', data: '2026.11', method: '1.1.0' },
	date: '2026-11-26',
	permalink: 'http://localhost/ar/workspace?of=score:honey'
};
