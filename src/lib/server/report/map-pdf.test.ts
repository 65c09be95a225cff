import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ORIENTATIONS, PAPERS, pixelsOf, sheetOf } from '#lib/drawing/print/paper.ts';
import { printPage, type PrintPage } from '#lib/drawing/print/print-page.ts';
import { syntheticGeometry, syntheticLabel, syntheticScene } from '#lib/drawing/print/scenarios/synthetic-map.ts';
import { legendText } from '#lib/i18n/legend.ts';
import { printText } from '#lib/i18n/print-map.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { mapPdf } from './map-pdf.ts';
import { mapPng } from './map-png.ts';

const DATE = '2026-11-25';
const TITLES = { ar: 'خريطة مصطنعة للاختبار في المغرب', fr: 'Carte inventée pour l’essai' } as const;
const RELEASE = { id: '2026.11-abcdef01', date: DATE, data: '2026.11', method: '1.1.0' };

async function pageOf(
	language: 'ar' | 'fr',
	paper: (typeof PAPERS)[number],
	orientation: (typeof ORIENTATIONS)[number],
	kind: 'choropleth' | 'bivariate' | 'symbols' = 'choropleth'
): Promise<PrintPage> {
	const words = await wordsOf(language);
	const scene = syntheticScene(kind);
	const legend = legendText(words, scene.legend, { release: RELEASE, chains: new Map(), indicators: new Map(), sources: new Map() });
	const other = language === 'ar' ? 'fr' : 'ar';
	return printPage({
		paper,
		orientation,
		theme: 'light',
		language,
		titles: [
			{ language, text: TITLES[language] },
			{ language: other, text: TITLES[other] }
		],
		subtitle: legend.unit,
		description: 'Made-up map',
		scene,
		legend,
		geometry: syntheticGeometry,
		names: () => (language === 'ar' ? 'جهة الاختبار المصطنعة' : 'Région inventée'),
		labelAt: syntheticLabel,
		named: ['MA-T'],
		outlined: [],
		within: null,
		points: 'symbols',
		opacity: 100,
		only: null,
		numbered: false,
		text: printText(words, { legend: scene.legend, text: legend, release: RELEASE, licences: ['ODbL-1.0'], date: DATE, hasOwnData: false }),
		link: { address: 'https://furas.example/ar/workspace?of=people', isWhole: true }
	});
}

const folder = mkdtempSync(join(tmpdir(), 'furas-map-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function poppler(program: string, pdf: Uint8Array, ...args: readonly string[]): string {
	const file = join(folder, 'map.pdf');
	writeFileSync(file, pdf);
	const { status, stdout, stderr, error } = spawnSync(program, [...args, file, ...(program === 'pdftotext' ? ['-'] : [])], {
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
	return stdout;
}

/** Letters and digits alone: readers of PDF move spaces, signs and marks about; vowel marks are not printed. */
const lettersOf = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const MM_PER_POINT = 25.4 / 72;

describe.skipIf(!hasPoppler && !process.env.CI)('a printed map as PDF', () => {
	const cases = PAPERS.flatMap((paper) =>
		ORIENTATIONS.flatMap((orientation) =>
			(['ar', 'fr'] as const).flatMap((language) =>
				(['choropleth', 'bivariate', 'symbols'] as const).map((kind) => ({ paper, orientation, language, kind }))
			)
		)
	);
	test.each(cases)(
		'$paper $orientation $language $kind is one page of that size with its letters in it, and all words are read',
		async (asked) => {
			const page = await pageOf(asked.language, asked.paper, asked.orientation, asked.kind);
			const pdf = await mapPdf(page, DATE);
			const info = poppler('pdfinfo', pdf);
			expect(info).toMatch(/Pages:\s+1\n/);
			const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)!;
			const sheet = sheetOf(asked.paper, asked.orientation);
			expect(Number(width) * MM_PER_POINT).toBeCloseTo(sheet.width, 1);
			expect(Number(height) * MM_PER_POINT).toBeCloseTo(sheet.height, 1);
			const fonts = poppler('pdffonts', pdf).split('\n').slice(2).filter(Boolean);
			expect(fonts.length).toBeGreaterThan(0);
			for (const font of fonts) expect(font).toMatch(/IBMPlexSans.*\s+yes\s+\w+\s+yes\s/);
			const read = lettersOf(poppler('pdftotext', pdf));
			// Word by word, in the order of their letters: a line that runs from right to left is turned by the reader as a whole.
			for (const { text } of page.texts)
				for (const word of text.replaceAll(/[\u064b-\u0652\u0670]/g, '').split(' ')) expect(read, text).toContain(lettersOf(word));
			const name = asked.language === 'ar' ? 'جهةالاختبارالمصطنعة' : 'Régioninventée';
			expect(read).toContain(name);
		}
	);
});

describe('a printed map as PNG', () => {
	test.each([1, 2, 3] as const)('at scale %i has so many hundred dots per inch', async (scale) => {
		const png = await mapPng(await pageOf('ar', 'a4', 'landscape'), scale);
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([pixelsOf(297, scale), Math.round((pixelsOf(297, scale) * 210) / 297)]);
		expect(png.readUInt32BE(16)).toBeCloseTo((297 / 25.4) * 100 * scale, -1);
	});
});
