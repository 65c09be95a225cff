import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { elHajebDossier } from '#lib/server/fixtures/dossier.ts';
import { openReleases } from '#lib/server/release.ts';
import type { Dossier } from '#lib/server/report/dossier/dossier.ts';
import { dossierPdf, dossierText } from '#lib/server/report/dossier/pdf.ts';
import { printable } from '#lib/server/report/typst.ts';

const releases = await openReleases(process.env.FURAS_DATA ?? 'data/built');
const shipped = { bank: await releases.current.projects(), guide: await releases.current.guide() };
const folder = mkdtempSync(join(tmpdir(), 'furas-dossier-'));
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await releases.close();
});

/** Poppler reads what was written; where it is missing the tests that need it are skipped, except where everything must run. */
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const withPoppler = describe.skipIf(!hasPoppler && !process.env.CI);

function poppler(program: 'pdftotext' | 'pdfinfo', pdf: Uint8Array, ...options: string[]): string {
	const file = join(folder, 'read.pdf');
	writeFileSync(file, pdf);
	const { status, stdout, stderr, error } = spawnSync(program, [...options, file, ...(program === 'pdftotext' ? ['-'] : [])], {
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
	return stdout;
}

/** The text in one line, without the marks of direction that poppler sets around every line. */
const textOf = (pdf: Uint8Array): string =>
	poppler('pdftotext', pdf)
		.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
		.replace(/\s+/g, ' ');

/** Words and numbers alone: poppler moves spaces and commas of a line that runs from right to left. */
const spoken = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const written = async (dossier: Dossier, language: Language): Promise<Uint8Array> => dossierPdf(dossier, await wordsOf(language));

/** Every text that the template is given, however deep. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [printable(value)];
	if (value === null || typeof value !== 'object') return [];
	return Object.values(value).flatMap(textsIn);
}

/** Code that would run, end a string or mark up a text if a title were part of the template. */
const HOSTILE = '#panic("x") *gras* _a_ `b` $c$ @d <e> [f] // g \\ "h" #sys.inputs ${i} é';

withPoppler('the dossier as poppler reads it', () => {
	test.each(LANGUAGES)('has every page of %s numbered, two to four of them, and every section', async (language) => {
		const dossier = elHajebDossier(shipped, language);
		const words = await wordsOf(language);
		const pdf = await written(dossier, language);
		const text = textOf(pdf);
		const pages = Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', pdf))![1]);
		expect(pages).toBeGreaterThanOrEqual(2);
		expect(pages).toBeLessThanOrEqual(4);
		for (let page = 1; page <= pages; page++) {
			const read = poppler('pdftotext', pdf, '-f', String(page), '-l', String(page)).replace(/[\s\u202a-\u202e]/g, '');
			expect(read).toContain(`${page}/${pages}`);
		}
		for (const { title } of dossierText(dossier, words).sections) expect(spoken(text)).toContain(spoken(printable(title)));
	});

	test('keeps the letters of every Arabic word joined and in the order in which they are read', async () => {
		const dossier = elHajebDossier(shipped, 'ar');
		const text = textOf(await written(dossier, 'ar'));
		const read = new Set(text.match(/[\u0620-\u064a]+/g));
		const { colours: _, ...told } = dossierText(dossier, await wordsOf('ar'));
		const expected = new Set(textsIn(told).flatMap((line) => line.match(/[\u0620-\u064a]{2,}/g) ?? []));
		expect(expected.size).toBeGreaterThan(400);
		expect([...expected].filter((word) => !read.has(word))).toEqual([]);
		for (const word of ['في', 'الاستثمار', 'التكوين', 'تربية', 'الأعضاء', 'والخطوات']) expect(read).toContain(word);
		expect(text).not.toMatch(/[\ufb50-\ufdff\ufe70-\ufefc]/);
	});

	test.each(LANGUAGES)('names in %s every source it rests on, the release, the method, and what it is not', async (language) => {
		const dossier = elHajebDossier(shipped, language);
		const { t } = await wordsOf(language);
		const text = textOf(await written(dossier, language));
		const squeezed = text.replaceAll(' ', '');
		const cited = ['hcp-rgph-2024', 'furas-potentials-2026', ...dossier.model.sources, 'smig26', 'bam_t4', 'F01'];
		expect(cited.filter((id) => !squeezed.includes(id))).toEqual([]);
		for (const said of [dossier.release.id, dossier.release.method]) expect(text).toContain(said);
		for (const key of ['dossier.notice', 'app.statement', 'dossier.fact.member.note'] as const)
			expect(spoken(text)).toContain(spoken(printable(t(key))));
	});

	test('prints what a holder typed as it was typed, whatever it looks like', async () => {
		const pdf = await written({ ...elHajebDossier(shipped, 'fr'), title: `${HOSTILE}\u202e` }, 'fr');
		expect(textOf(pdf)).toContain(HOSTILE);
		expect(poppler('pdfinfo', pdf)).toContain(`Title:           ${HOSTILE} · `);
	});

	test('cuts a title that is a page long', async () => {
		const text = textOf(await written({ ...elHajebDossier(shipped, 'fr'), title: 'miel '.repeat(400) }, 'fr'));
		expect(text).toContain('miel miel');
		expect(text).toContain('…');
		expect(text.match(/miel /g)!.length).toBeLessThan(60);
	});

	test('marks a number that the holder changed, and says what the model has', async () => {
		const dossier = elHajebDossier(shipped, 'fr', 'M02', { 'revenue.0.price': 110, members: 20 });
		const text = textOf(await written(dossier, 'fr'));
		expect(text).toContain('votre chiffre, modèle\u202f: 125'.replace('\u202f', ' '));
		expect(text).toContain('nombre de membres');
		expect(text).toContain('modèle : 15');
	});
});

describe('the dossier', () => {
	test.each(LANGUAGES)('says its language (%s), its title and its chapters to the programs that read it', async (language) => {
		const pdf = await written(elHajebDossier(shipped, language), language);
		const raw = Buffer.from(pdf).toString('latin1');
		expect(raw.startsWith('%PDF-1.7')).toBe(true);
		expect(raw).toContain(`/Lang (${language})`);
		expect(raw).toMatch(/\/Type \/Outlines[^>]*\/Count 6/);
		expect(raw).toContain(language === 'ar' ? '/Direction /R2L' : '/Direction /L2R');
	});

	test('is the same, byte for byte, when it is asked for again', async () => {
		const dossier = elHajebDossier(shipped, 'ar');
		expect(Buffer.from(await written(dossier, 'ar')).equals(Buffer.from(await written(dossier, 'ar')))).toBe(true);
	});

	test('is written for every model', async () => {
		for (const { id } of shipped.bank.models)
			expect((await written(elHajebDossier(shipped, 'ar', id), 'ar')).length).toBeGreaterThan(50_000);
	});

	test('is written without a place, reasons, funding or steps', async () => {
		const nothing = { place: null, sector: null, why: null, funding: null, training: [], steps: [], tornado: [] };
		const full = elHajebDossier(shipped, 'fr');
		expect((await written({ ...full, ...nothing }, 'fr')).length).toBeLessThan((await written(full, 'fr')).length);
	});
});
