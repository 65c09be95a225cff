import { expect, test } from 'vitest';
import type { Block, Said, TableCell } from '#lib/i18n/diagnostic/report.ts';
import type { Slide } from '#lib/i18n/diagnostic/slides.ts';
import { shownSlides } from './shown-slide.ts';

const said = (text: string, refs: readonly number[]): Said => ({ text, refs, cells: ['indicators/unemployment_rate/MA-HAJ/2024'] });
const cell = (text: string, refs: readonly number[] = []): TableCell => ({
	...said(text, refs),
	note: '',
	marks: [],
	bar: null,
	link: null
});

const slideOf = (block: Block): Slide => ({
	id: 'zones-table',
	chapter: 'zones',
	kicker: 'Zones',
	headline: said('Seven zones', [3]),
	body: { kind: 'block', block },
	notes: [],
	focus: { codes: [], paint: null }
});

const tableOf = (count: number, text: string): Block => ({
	kind: 'table',
	id: 'zones-table',
	title: 'Zones',
	columns: [{ label: 'Zone', align: 'start', share: 1 }],
	rows: Array.from({ length: count }, (_, index) => ({ id: `row-${index}`, group: '', cells: [cell(text, [9, 1])] })),
	note: ''
});

const rowsOf = (slide: Slide): number =>
	slide.body.kind === 'block' && slide.body.block.kind === 'table' ? slide.body.block.rows.length : 0;

test('a table keeps the rows that can be read from afar and counts the others', () => {
	const [plain] = shownSlides([slideOf(tableOf(21, 'Fès–Sefrou'))]);
	expect([rowsOf(plain!), plain!.more]).toEqual([8, 13]);
	const [full] = shownSlides([slideOf(tableOf(21, 'x'.repeat(300)))]);
	expect([rowsOf(full!), full!.more]).toEqual([5, 16]);
	const [short] = shownSlides([slideOf(tableOf(2, 'Fès–Sefrou'))]);
	expect([rowsOf(short!), short!.more]).toEqual([2, 0]);
});

test('sources stand once at the foot, and no cell travels', () => {
	const [slide] = shownSlides([slideOf(tableOf(2, 'Fès–Sefrou'))]);
	expect(slide!.refs).toEqual([1, 3, 9]);
	expect(slide!.headline).toEqual({ text: 'Seven zones', refs: [], cells: [] });
	expect(JSON.stringify(slide)).not.toContain('unemployment_rate');
});
