import { describe, expect, test } from 'vitest';
import type { Language } from '#lib/core/text/text.ts';
import type { Block, Report, Said } from '#lib/i18n/diagnostic/report.ts';
import type { Slide } from '#lib/i18n/diagnostic/slides.ts';
import { elHajebDocument } from '../../../fixtures/diagnostic-report.ts';
import type { DiagnosticDocument } from '../document.ts';
import { diagnosticPptx } from './pptx.ts';
import { readZip } from './zip.ts';

const bare = (text: string): Said => ({ text, refs: [], cells: [] });
const focus = { codes: [], paint: null };

/** A cover, a slide for every block, and the sources. */
const slidesOf = (report: Report): Slide[] => [
	{
		id: 'cover',
		chapter: null,
		kicker: report.kind,
		headline: bare(report.name),
		body: { kind: 'cover', facts: report.facts, lines: [report.within, report.comparison] },
		notes: [report.independent],
		focus
	},
	...report.chapters.flatMap(({ id, title, sentences, blocks }) =>
		blocks.map((block, index): Slide => {
			const notes = sentences.map(({ text }) => text);
			return { id: `${id}-${index}`, chapter: id, kicker: title, headline: sentences[0]!, body: { kind: 'block', block }, notes, focus };
		})
	),
	{
		id: 'sources',
		chapter: null,
		kicker: report.labels.sources,
		headline: bare(report.labels.sources),
		body: { kind: 'sources', sources: report.sources },
		notes: [],
		focus
	}
];

const deckOf = async (document: DiagnosticDocument, slides = slidesOf(document.report)) => {
	const bytes = await diagnosticPptx(document, slides);
	const files = new Map([...readZip(bytes)].map(([name, data]) => [name, data.toString('utf8')]));
	const partsOf = (pattern: RegExp): string[] => [...files].filter(([name]) => pattern.test(name)).map(([, xml]) => xml);
	return { bytes, files, slides: partsOf(/^ppt\/slides\/slide\d+[.]xml$/), charts: partsOf(/^ppt\/charts\/chart\d+[.]xml$/), partsOf };
};

const decks = new Map<Language, ReturnType<typeof deckOf>>();
const deck = (language: Language): ReturnType<typeof deckOf> => {
	const made = decks.get(language) ?? deckOf(elHajebDocument(language));
	decks.set(language, made);
	return made;
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (xml: string): string => xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!);
/** What a reader of the file finds: words of a stretch, of a chart, and alternative texts. */
const wordsIn = (xml: string): string =>
	[...xml.matchAll(/<(?:a:t|c:v)>([^<]*)<|descr="([^"]*)"/g)].map(([, text, alt]) => unescaped(text ?? alt ?? '')).join('\n');

/** The name of the first element that is not closed as it was opened, or of an entity nobody knows; null for well-formed XML. */
function brokenAt(xml: string): string | null {
	if (/&(?!(amp|lt|gt|quot|apos|#x?[\da-fA-F]+);)/.test(xml)) return '&';
	if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) return 'control character';
	const open: string[] = [];
	for (const [, slash, name, rest] of xml.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*\s*\/?)>/g)) {
		if (slash === '') {
			if (!rest!.endsWith('/')) open.push(name!);
		} else if (open.pop() !== name) return name!;
	}
	const left = xml.replace(/<\?[^>]*\?>|<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, '');
	return open[0] ?? (left.includes('<') ? 'a stray <' : null);
}

/** Every string that a block shows, without what is an address. */
function shownBy(value: unknown, key = ''): string[] {
	if (['id', 'kind', 'look', 'link', 'cells', 'type', 'align', 'url', 'key', 'heading', 'bar'].includes(key)) return [];
	if (key === 'marks' || value === null) return [];
	if (typeof value === 'string') return value === '' ? [] : [value];
	if (Array.isArray(value)) return value.flatMap((item) => shownBy(item, typeof item === 'object' ? '' : key));
	if (typeof value === 'object')
		return Object.entries(value).flatMap(([name, item]) => shownBy(item, name === 'cells' && isRow(value) ? '' : name));
	return [];
}
const isRow = (value: object): boolean => 'group' in value;

describe('slides that are edited as what they are', () => {
	test('the deck is an Office package with a layout, a theme and a slide for everything', async () => {
		const { files, slides } = await deck('fr');
		expect(files.get('[Content_Types].xml')).toContain('presentationml.slide+xml');
		expect(files.has('ppt/theme/theme1.xml')).toBe(true);
		expect(slides.length).toBeGreaterThanOrEqual(slidesOf(elHajebDocument('fr').report).length);
		for (const [name, xml] of files) if (/[.](xml|rels)$/.test(name)) expect([name, brokenAt(xml)]).toEqual([name, null]);
	});

	test('bars, lines, ranges and small multiples are native charts with their numbers in a workbook', async () => {
		const { charts, files } = await deck('en');
		const panels = 7;
		expect(charts.filter((xml) => xml.includes('<c:barChart>')).length).toBeGreaterThanOrEqual(2 + panels);
		expect(charts.filter((xml) => xml.includes('<c:scatterChart>')).length).toBeGreaterThanOrEqual(1);
		expect(charts.every((xml) => /<c:v>-?[\d.]+<\/c:v>/.test(xml))).toBe(true);
		charts.forEach((_, index) => expect(files.has(`ppt/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`)).toBe(true));
	});

	test('what is unknown is no bar of length zero: the point is missing and its name says why', async () => {
		const { charts } = await deck('en');
		expect(charts.some((xml) => xml.includes('<c:v></c:v>'))).toBe(false);
		expect(charts.map(wordsIn).join('\n')).toMatch(/Khenifra · /);
	});

	test('the second series is striped, so that it is told apart without colours', async () => {
		const { charts } = await deck('fr');
		expect(charts.filter((xml) => xml.includes('<a:pattFill')).length).toBeGreaterThan(0);
	});

	test('every table is a native table of at most ten rows and their sub-headings, none of it below ten points', async () => {
		const { slides } = await deck('fr');
		const tables = slides.filter((xml) => xml.includes('<a:tbl>'));
		expect(tables.length).toBeGreaterThanOrEqual(3);
		for (const xml of tables) {
			const rows = xml.split('<a:tr ').slice(2);
			expect(rows.filter((row) => !row.includes('gridSpan')).length).toBeLessThanOrEqual(11);
		}
		const sizes = slides.flatMap((xml) => [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size)));
		expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1000);
	});

	test('a long table goes on on further slides that say so, its head on each', async () => {
		const { slides } = await deck('fr');
		const parts = slides.filter((xml) => /\(\d+\/\d+\)/.test(wordsIn(xml)) && xml.includes('<a:tbl>'));
		expect(parts.length).toBeGreaterThan(3);
		expect(parts.every((xml) => xml.includes('type="title"'))).toBe(true);
	});

	test('a map is one picture; its legend with all counts and its scale are shapes and text beside it', async () => {
		const { slides } = await deck('fr');
		const map = slides.find((xml) => wordsIn(xml).includes('Échelle 1:'))!;
		expect(map).toContain('<p:pic>');
		expect(wordsIn(map)).toMatch(/\d+ km · Échelle 1:[\d\u202f]+/);
		const document = elHajebDocument('fr');
		const need = document.report.chapters.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'map' && block.id === 'need');
		const shown = slides.map(wordsIn).find((words) => words.includes('plus de 35,2'))!;
		if (need?.kind === 'map')
			for (const { label, count } of need.legend) expect(shown.split('\n')).toEqual(expect.arrayContaining([label, String(count)]));
	});
});

describe('nothing that the slides say is lost', () => {
	test.each(['ar', 'fr', 'en'] as const)('every string of the slides in %s is in the file', async (language) => {
		const document = elHajebDocument(language);
		const made = await deck(language);
		const words = [...made.slides, ...made.charts].map(wordsIn).join('\n');
		const missing = slidesOf(document.report)
			.flatMap(({ kicker, headline, body }) => [kicker, headline.text, ...shownBy(body)])
			.filter((text) => !words.includes(text.normalize('NFC')));
		expect(missing).toEqual([]);
	});

	test('figures carry the numbers of their sources, and the last slide lists them', async () => {
		const { slides } = await deck('en');
		expect(slides.map(wordsIn).join('\n')).toContain('[1]');
		const last = wordsIn(slides.at(-1)!);
		for (const { id, number } of elHajebDocument('en').report.sources.slice(-2))
			expect(last).toMatch(new RegExp(`\\[${number}\\][^]*${id}`));
	});

	test('what the presenter should know stands in the notes, a paragraph a sentence', async () => {
		const { partsOf } = await deck('ar');
		const notes = partsOf(/^ppt\/notesSlides\/notesSlide\d+[.]xml$/);
		const { chapters } = elHajebDocument('ar').report;
		for (const { text } of chapters[0]!.sentences) expect(notes.some((xml) => wordsIn(xml).split('\n').includes(text))).toBe(true);
		expect(notes[1]).toContain('<a:pPr algn="r" rtl="1"/>');
	});
});

describe('Arabic', () => {
	test('every paragraph of a slide and of the layouts runs from right to left', async () => {
		const { slides, partsOf } = await deck('ar');
		for (const xml of slides) {
			const said = [...xml.matchAll(/<a:pPr([^>]*)>(?:(?!<\/a:p>).)*<a:r>/gs)].map(([, properties]) => properties);
			expect(said.length).toBeGreaterThan(0);
			expect(said.every((properties) => properties!.includes('rtl="1"'))).toBe(true);
		}
		expect(
			partsOf(/slideLayout[23][.]xml$/).every((xml) => xml.includes('rtl="1"') && !/<a:pPr(?![^>]*rtl)[^>]*>/.test(xml.split('sldNum')[0]!))
		).toBe(true);
	});

	test('bars grow from the right, the first column stands on the right, and the layout is mirrored', async () => {
		const [ar, fr] = [await deck('ar'), await deck('fr')];
		const bars = (charts: readonly string[]): string[] => charts.filter((xml) => xml.includes('<c:barChart>'));
		expect(bars(ar.charts).every((xml) => xml.split('<c:valAx>')[1]!.includes('orientation val="maxMin"'))).toBe(true);
		expect(bars(fr.charts).every((xml) => xml.split('<c:valAx>')[1]!.includes('orientation val="minMax"'))).toBe(true);
		const head = (xml: string): string[] => wordsIn(xml.split('<a:tr ')[1]!).split('\n');
		const first = (slides: readonly string[]): string => slides.find((xml) => xml.includes('<a:tbl>'))!;
		const { columns } = elHajebDocument('ar').report.chapters[1]!.blocks.find((block) => block.kind === 'table')!;
		expect(head(first(ar.slides))).toEqual(columns.map(({ label }) => label).toReversed());
		const offset = (xml: string): number => Number(/<p:pic>.*?<a:off x="(\d+)"/s.exec(xml)![1]);
		const map = (slides: readonly string[]): string => slides.find((xml) => xml.includes('<p:pic>'))!;
		expect(offset(map(ar.slides))).toBeGreaterThan(offset(map(fr.slides)));
	});

	test('digits are Western', async () => {
		const { slides, charts } = await deck('ar');
		expect([...slides, ...charts].some((xml) => /[٠-٩۰-۹]/.test(xml))).toBe(false);
	});
});

describe('what a deck withstands', () => {
	const hostile = '<script>alert("x")</script> & \u0000\u0008\u202e ]]> ' + 'w'.repeat(400) + ' \ud800 \n\n=1+1';
	const blocks: Block[] = [
		{ kind: 'notice', text: hostile },
		{ kind: 'points', title: hostile, points: [bare(hostile), bare('')] },
		{ kind: 'facts', facts: [{ label: hostile, value: bare(hostile), note: hostile }] },
		{ kind: 'quadrants', items: [{ key: 'threats', title: hostile, points: [bare(hostile)] }] },
		{
			kind: 'bars',
			id: 'b',
			title: hostile,
			unit: hostile,
			description: hostile,
			note: hostile,
			heading: hostile,
			categories: [hostile],
			series: [{ name: hostile, values: [-3], said: [bare(hostile)] }]
		},
		{ kind: 'table', id: 't', title: hostile, columns: [{ label: hostile, align: 'start', share: 1 }], rows: [], note: hostile },
		{ kind: 'line', id: 'l', title: hostile, unit: '', description: '', note: '', heading: hostile, name: hostile, points: [] },
		{ kind: 'ranges', id: 'r', title: hostile, unit: '', description: '', note: '', heading: '', of: 0, ends: ['1', hostile], items: [] },
		{ kind: 'multiples', id: 'm', title: hostile, unit: '', description: '', note: '', heading: '', panels: [] },
		{ kind: 'map', id: 'score-nowhere', title: hostile, unit: '', legend: [], source: hostile, description: '', note: '' }
	];

	test('hostile text stays text, and the XML is whole', async () => {
		const document = elHajebDocument('fr');
		const slides = blocks.map((block, index): Slide => {
			return {
				id: `s${index}`,
				chapter: 'profile',
				kicker: hostile,
				headline: bare(hostile),
				body: { kind: 'block', block },
				notes: [hostile],
				focus
			};
		});
		const { files, slides: made } = await deckOf(
			{ ...document, report: { ...document.report, statement: hostile, name: hostile } },
			slides
		);
		for (const [name, xml] of files) if (/[.](xml|rels)$/.test(name)) expect([name, brokenAt(xml)]).toEqual([name, null]);
		expect([...files].filter(([, xml]) => xml.includes('<script')).map(([name]) => name)).toEqual([]);
		expect(wordsIn(made[0]!)).toContain('<script>alert("x")</script> &');
	});

	test('the same document gives the same bytes, whatever was written before it', async () => {
		const first = await diagnosticPptx(elHajebDocument('en'), slidesOf(elHajebDocument('en').report));
		expect(Buffer.from(first).equals(Buffer.from((await deck('en')).bytes))).toBe(true);
	});
});
