import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#lib/core/text/text.ts';
import type { Block, Report } from '#lib/i18n/diagnostic/report.ts';
import { elHajebDocument } from '#lib/server/fixtures/diagnostic-report.ts';
import { printable } from '../typst.ts';
import type { DiagnosticDocument } from './document.ts';
import { scaleOnPaper } from './pdf-map.ts';
import { breakable } from './pdf-said.ts';
import { spread } from './pdf-spread.ts';
import { printedOf } from './pdf-text.ts';
import { diagnosticPdf } from './pdf.ts';
import { missingFromPrint } from './print-checklist.ts';

/** Poppler reads what was written; where it is missing the tests that need it are skipped, except where everything must run. */
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const withPoppler = describe.skipIf(!hasPoppler && !process.env.CI);

function textOf(pdf: Uint8Array, ...options: string[]): string {
	const { status, stdout, stderr, error } = spawnSync('pdftotext', [...options, '-', '-'], { input: pdf, encoding: 'utf8' });
	if (status !== 0) throw new Error(`pdftotext: ${error?.message ?? stderr}`);
	return stdout;
}

/** The text in one line, without marks of direction and places where a word may break. */
const lineOf = (text: string): string => text.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ');

/** Letters and digits alone: poppler moves spaces and commas of a line that runs from right to left. */
const spoken = (text: string): string => (lineOf(printable(text)).match(/[\p{L}\p{N}]+/gu) ?? []).join('');

const told = ({ report, ...rest }: DiagnosticDocument, more: Partial<Report>): DiagnosticDocument => ({
	...rest,
	report: { ...report, ...more }
});

/** Every text that the template is given, however deep, without pictures. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return value.startsWith('<svg') ? [] : [printable(value)];
	if (value === null || typeof value !== 'object') return [];
	return Object.values(value).flatMap(textsIn);
}

describe('the printed diagnostic', () => {
	test.each(LANGUAGES)('says its language (%s), its direction and its chapters to the programs that read it', async (language) => {
		const document = elHajebDocument(language);
		const raw = Buffer.from(await diagnosticPdf(document)).toString('latin1');
		expect(raw).toContain(`/Lang (${language})`);
		expect(raw).toContain(language === 'ar' ? '/Direction /R2L' : '/Direction /L2R');
		expect(raw).toContain('/Author (Furas)');
		expect(raw).toMatch(/\/CreationDate \(D:20261123/);
		// Ten chapters and the sources.
		expect(raw).toMatch(/\/Type \/Outlines[^>]*\/Count 11/);
	});

	test('is the same, byte for byte, when it is asked for again', async () => {
		const [first, other, again] = [elHajebDocument('ar'), elHajebDocument('fr'), elHajebDocument('ar')];
		const pdf = await diagnosticPdf(first);
		await diagnosticPdf(other);
		expect(Buffer.from(await diagnosticPdf(again)).equals(Buffer.from(pdf))).toBe(true);
	});

	test('is written with chapters that have nothing but a message, and without sources', async () => {
		const { report, ...rest } = elHajebDocument('en');
		const chapters = report.chapters.map((chapter) => ({ ...chapter, sentences: [{ text: 'One.', refs: [], cells: [] }], blocks: [] }));
		const document = { ...rest, report: { ...report, chapters, sources: [], facts: [] } };
		expect((await diagnosticPdf(document)).length).toBeGreaterThan(20_000);
	});

	test('has no picture of a map that the document does not hold, and says which', () => {
		expect(() => printedOf({ ...elHajebDocument('fr'), pictures: new Map() })).toThrow('The document has no picture of the map «place».');
	});

	test('has a code to point a telephone at only when it is known where the product is served', () => {
		const document = elHajebDocument('fr');
		expect(printedOf(document).permalink.qr).toContain('<svg');
		expect(printedOf({ ...document, origin: null }).permalink).toEqual({ text: document.report.permalink, qr: null });
	});
});

withPoppler('the printed diagnostic as poppler reads it', () => {
	test.each(LANGUAGES)('lacks nothing of the checklist in %s', async (language) => {
		const document = elHajebDocument(language);
		expect(missingFromPrint(document, textOf(await diagnosticPdf(document)))).toEqual([]);
	});

	test('keeps the letters of every Arabic word joined and in the order in which they are read', async () => {
		const document = elHajebDocument('ar');
		const text = lineOf(textOf(await diagnosticPdf(document)));
		const read = new Set(text.match(/[\u0620-\u064a]+/g));
		const { colours: _, labels: __, ...printed } = printedOf(document);
		const expected = new Set(textsIn(printed).flatMap((line) => line.match(/[\u0620-\u064a]{2,}/g) ?? []));
		expect(expected.size).toBeGreaterThan(200);
		// What is cut at the foot of a page stands whole in the list; names for those who do not see a map are not printed.
		expect([...expected].filter((word) => !read.has(word))).toEqual([]);
		expect(text).not.toMatch(/[\ufb50-\ufdff\ufe70-\ufefc]/);
	});

	test.each(LANGUAGES)('has in %s every page numbered, with the statement and the version', async (language) => {
		const document = elHajebDocument(language);
		const pages = textOf(await diagnosticPdf(document))
			.split('\f')
			.slice(0, -1);
		expect(pages.length).toBeGreaterThan(8);
		pages.slice(1).forEach((page, index) => {
			expect(lineOf(page).replace(/\s/g, '')).toContain(`${index + 2}/${pages.length}`);
			expect(spoken(page)).toContain(spoken(document.report.statement));
			expect(spoken(page)).toContain(spoken(document.report.version));
		});
	});

	test('names on every page the ids of the sources that the page cites, and all of them in the list', async () => {
		const document = elHajebDocument('fr');
		const pages = textOf(await diagnosticPdf(document))
			.split('\f')
			.slice(0, -1)
			.map(lineOf);
		const { sources } = document.report;
		const isOfList = (page: string): boolean => sources.every(({ id, licence }) => page.includes(id) && page.includes(licence));
		expect(pages.some(isOfList)).toBe(true);
		for (const page of pages) {
			const cited = new Set([...page.matchAll(/\[([\d,\s]+)\]/g)].flatMap(([, numbers]) => numbers!.split(',').map(Number)));
			expect(sources.filter(({ number, id }) => cited.has(number) && !page.includes(id))).toEqual([]);
		}
	});

	test('prints what stands in the data as it stands there, whatever it looks like', async () => {
		const hostile = '#let x = 1; #panic("x") *gras* _a_ `b` $c$ @d <e> [f] // g \\ "h" #sys.inputs ${i}';
		const word = 'abcdefghij'.repeat(30);
		const { report, ...rest } = elHajebDocument('fr');
		const blocks: Block[] = [{ kind: 'notice', text: hostile }, ...report.chapters[1]!.blocks];
		const chapters = [{ ...report.chapters[1]!, title: hostile, sentences: [{ text: word, refs: [1], cells: [] }], blocks }];
		const pdf = await diagnosticPdf(
			told({ report, ...rest }, { name: hostile, chapters, sources: report.sources.map((source) => ({ ...source, text: hostile })) })
		);
		const text = lineOf(textOf(pdf));
		expect(text).toContain(hostile);
		expect(text.replaceAll(' ', '')).toContain(word);
	});
});

describe('the checklist', () => {
	test('names what a text does not say', () => {
		const missing = missingFromPrint(elHajebDocument('fr'), 'El Hajeb الحاجب Besoin composite');
		expect(missing).toContain('permalink: https://furas.example/fr/territory/MA-HAJ?release=2026.11-0000test');
		expect(missing).toContain('need legend: données insuffisantes 3');
		expect(missing.some((item) => item.startsWith('title') || item.startsWith('need title'))).toBe(false);
	});
});

describe('the scale of a map', () => {
	test('is a round number of kilometres, and three digits of the numeric scale', () => {
		const { report, pictures } = elHajebDocument('en');
		const { numeric, barMm, ticks } = scaleOnPaper({ ...pictures.get('place')!, width: 980, kmPerUnit: 0.2345678 }, report);
		expect(numeric).toBe('1:2,350,000');
		expect(ticks).toEqual(['0', '50', '100 km']);
		expect(barMm).toBeCloseTo(100 / 2.345678, 3);
	});
});

describe('a text', () => {
	test('may break inside a word that no line would hold, and keeps an id in an Arabic line in its order', () => {
		expect(breakable('a'.repeat(70))).toBe(`${'a'.repeat(32)}\u200b${'a'.repeat(32)}\u200b${'a'.repeat(6)}`);
		expect(breakable('النسخة 2026.11-743e00e3، سنة 2014-2024')).toBe('النسخة \u20662026.11-743e00e3\u2069، سنة 2014-2024');
		expect(breakable('version 2026.11-743e00e3')).toBe('version 2026.11-743e00e3');
	});
});

describe('labels along a line', () => {
	test('move apart as far as they must, in their order and inside the line', () => {
		expect(spread([0, 1], [0.2, 0.2])).toEqual([
			{ at: 0, row: 0 },
			{ at: 1, row: 0 }
		]);
		const close = spread([0.9, 0.92, 1], [0.2, 0.2, 0.2]).map(({ at }) => at);
		expect(close.map((at) => Number(at.toFixed(3)))).toEqual([0.6, 0.8, 1]);
	});

	test('take turns on as many lines as they need', () => {
		const rows = spread(
			[0, 0.2, 0.4, 0.6, 0.8, 1],
			Array.from({ length: 6 }, () => 0.3)
		).map(({ row }) => row);
		expect(rows).toEqual([0, 1, 0, 1, 0, 1]);
	});
});
