import { describe, expect, it } from 'vitest';
import type { Language } from '#lib/core/text/text.ts';
import type { Block, Report, ReportLabels, Said } from '#lib/i18n/diagnostic/report.ts';
import { unexplainedNumbers } from './printed.ts';

const said = (text: string): Said => ({ text, refs: [1], cells: ['indicators/unemployment_rate/MA-HAJ/2024'] });

/** A report that says three sentences and shows the blocks given. */
const report = (language: Language, sentences: readonly string[], blocks: readonly Block[] = []): Report => ({
	...{ language, direction: 'ltr', code: 'MA-HAJ', name: 'El Hajeb', names: { ar: 'a', fr: 'f', en: 'e' }, kind: 'k', within: '' },
	...{ comparison: '', facts: [], statement: '', independent: '', version: '2026.11-5a27c906, 1.1.0', date: '2026-11-23' },
	chapters: [{ id: 'profile', title: 'Who', sentences: sentences.map(said), blocks }],
	sources: [{ number: 11, id: 'hcp-rgph-2024', text: 'HCP', licence: 'CC-BY-4.0', url: null }],
	permalink: '/fr/territory/MA-HAJ?release=2026.11-5a27c906',
	labels: { km: 'km' } as ReportLabels
});

const french = report('fr', ['El Hajeb compte 267\u202f156 habitants : 8,3 % en 2024, 1,60 par pièce.', '3\u202f977\u202f080 DH']);

describe('a number in print', () => {
	it('is explained when the report says it, with any kind of space, mark of direction or sign', () => {
		expect(unexplainedNumbers('267 156 habitants, +8,3\u00a0%, \u200e1,60\u2069 et 3\u00a0977\u00a0080 en 2024', french)).toEqual([]);
	});

	it('is not when no figure says it, in whole or in part', () => {
		expect(unexplainedNumbers('267 157 habitants, 8,4 %, 977 en 2024', french)).toEqual(['267157', '8,4', '977']);
	});

	it('is told once, however often it is there', () => {
		expect(unexplainedNumbers('999 … 999', french)).toEqual(['999']);
	});

	it('is never two numbers that happen to be known: 8,24 is not 8 and 24', () => {
		expect(unexplainedNumbers('8,2024', french)).toEqual(['8,2024']);
	});

	it('is read by the habits of the language: marks of thousands and decimals, and digits of the East', () => {
		const arabic = report('ar', ['2.986 (1998) و1,9%']);
		expect(unexplainedNumbers('٢.٩٨٦ في 1998 و1,9', arabic)).toEqual([]);
		expect(unexplainedNumbers('2.987', arabic)).toEqual(['2.987']);
		expect(unexplainedNumbers('65,315 and 1.9%', report('en', ['65,315 and 1.9%']))).toEqual([]);
	});

	it('may be a day, a version, an address or a word with digits, as the report has them', () => {
		expect(unexplainedNumbers('23 novembre 2026 · 2026.11-5a27c906 · 1.1.0 · hcp-rgph-2024', french)).toEqual([]);
		expect(unexplainedNumbers('2026.12-5a27c907 · 1.1.9', french)).toEqual(['2026.12', '5a27c907', '1.1.9']);
	});

	it('may be that of a source, a chapter or a page: a form feed ends a page', () => {
		expect(unexplainedNumbers('[1, 11] 10 Qualité', french)).toEqual([]);
		expect(unexplainedNumbers('page 12', french)).toEqual(['12']);
		expect(unexplainedNumbers(`page 12 / 13${'\f'.repeat(13)}`, french)).toEqual([]);
	});

	it('may be that of a slide, on a line of its own after all before it', () => {
		const lines = (last: number): string => Array.from({ length: last }, (_, index) => index + 1).join('\n');
		expect(unexplainedNumbers(lines(21), french)).toEqual([]);
		expect(unexplainedNumbers('1\n2\n21', french)).toEqual(['21']);
	});

	it('may be the scale of a map: one of round numbers, and a bar with its unit', () => {
		expect(unexplainedNumbers('Échelle 1:17 800 000 · 0 250 500 km', french)).toEqual([]);
		expect(unexplainedNumbers('500', french)).toEqual(['500']);
		expect(unexplainedNumbers('1:17 812 345', french)).not.toEqual([]);
	});
});

describe('a number of a chart', () => {
	const chart = { id: 'c', title: '', unit: '', description: '', note: '', heading: '' };

	it('is the value of a figure as it is kept, or as it is said', () => {
		const bars: Block = { ...chart, kind: 'bars', categories: ['a'], series: [{ name: '', values: [22.2332312], said: [said('22,2')] }] };
		expect(unexplainedNumbers('22.2332312 22,2', report('fr', [], [bars]))).toEqual([]);
		expect(unexplainedNumbers('22.2332313', report('fr', [], [bars]))).toEqual(['22.2332313']);
	});

	it('may be a line of a grid', () => {
		const point = (value: number) => ({ at: 2010, label: '2010', value, said: said(String(value)) });
		const line: Block = { ...chart, kind: 'line', name: '', points: [2986, 65315].map(point) };
		expect(unexplainedNumbers('20 000 40 000 60 000 80 000', report('fr', [], [line]))).toEqual([]);
		expect(unexplainedNumbers('50 000', report('fr', [], [line]))).toEqual(['50000']);
	});

	it('may be a length that draws a range of ranks', () => {
		const item = { id: 'crop', label: 'crop', low: 3, nominal: 5, high: 9, said: said('rang 5'), type: null, typeName: '' };
		const ranges: Block = { ...chart, kind: 'ranges', of: 75, ends: ['1', '75'], items: [item] };
		expect(unexplainedNumbers('2\n2.0833333333333335\n0.8333333333333334', report('en', [], [ranges]))).toEqual([]);
		expect(unexplainedNumbers('2.1833', report('en', [], [ranges]))).toEqual(['2.1833']);
	});

	it('is not the width of a column or the end of a scale, which are never printed', () => {
		const table: Block = {
			...{ kind: 'table', id: 't', title: '', note: '', columns: [{ label: 'a', align: 'start', share: 2.7 }] },
			rows: [
				{
					id: 'r',
					group: '',
					cells: [{ ...said('8,3'), note: '', marks: [], link: null, bar: { value: 8.3, reference: null, min: 0, max: 97.1 } }]
				}
			]
		};
		expect(unexplainedNumbers('8,3 2,7 97,1', report('fr', [], [table]))).toEqual(['2,7', '97,1']);
	});
});
