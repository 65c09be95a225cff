import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { documentOf, toldDiagnostic } from '#lib/server/diagnostic-report.ts';
import { diagnosticFor } from '#lib/server/diagnostic.ts';
import { openReleases } from '#lib/server/release.ts';
import { diagnosticPdf } from '#lib/server/report/diagnostic/pdf.ts';
import { diagnosticPptx } from '#lib/server/report/diagnostic/pptx/pptx.ts';
import { readZip } from '#lib/server/report/diagnostic/pptx/zip.ts';
import { missingFromPrint } from '#lib/server/report/diagnostic/print-checklist.ts';
import { unexplainedNumbers } from '../scripts/diagnostics/printed.ts';
import { foreignWords } from './foreign-words.ts';

const releases = await openReleases(process.env.FURAS_DATA ?? 'data/built');
const release = releases.current;
const regions = (await release.bank.territories.list({ level: 'region' })).map(({ code }) => code);
const folder = mkdtempSync(join(tmpdir(), 'furas-print-'));
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await releases.close();
});

/** Poppler reads what was written; where it is missing the tests that need it are skipped, except where everything must run. */
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const withPoppler = describe.skipIf(!hasPoppler && !process.env.CI);

function textOf(pdf: Uint8Array): string {
	const file = join(folder, 'read.pdf');
	writeFileSync(file, pdf);
	const { status, stdout, stderr, error } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
	if (status !== 0) throw new Error(`pdftotext: ${error?.message ?? stderr}`);
	return stdout;
}

/** Every text of the slides and every number of their charts. */
function textOfSlides(pptx: Uint8Array): string {
	const files = [...readZip(pptx)].filter(([name]) => /^ppt\/(slides\/slide|charts\/chart)\d+\.xml$/.test(name));
	const texts = files.flatMap(([, xml]) =>
		[...xml.toString('utf8').matchAll(/<(?:a:t|c:v)>([^<]*)<\/(?:a:t|c:v)>/g)].map(([, text]) => text!)
	);
	return texts
		.join('\n')
		.replaceAll('&amp;', '&')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'");
}

const documentFor = async (code: string, language: (typeof LANGUAGES)[number]) => {
	const found = await diagnosticFor(release, { code, comparator: { kind: 'nation' } });
	if (!found.ok) throw new Error(`${code}: ${found.reason}`);
	const words = await wordsOf(language);
	const { slides } = await toldDiagnostic(release, found.value, words);
	return { document: await documentOf(release, found.value, words, { origin: 'https://furas.example' }), slides };
};

withPoppler('the printed diagnostic of every region', () => {
	test.each(LANGUAGES)(
		'in %s lacks nothing of the print checklist, and holds no number but those of figures and no forbidden word',
		async (language) => {
			for (const code of regions) {
				const { document } = await documentFor(code, language);
				const text = textOf(await diagnosticPdf(document));
				expect(missingFromPrint(document, text), code).toEqual([]);
				expect(unexplainedNumbers(text, document.report), code).toEqual([]);
				expect(foreignWords(text), code).toEqual([]);
			}
		},
		120_000
	);
});

describe('the slides of every region', () => {
	test.each(LANGUAGES)(
		'in %s hold native charts and tables, no number but those of figures and no forbidden word',
		async (language) => {
			for (const code of regions) {
				const { document, slides } = await documentFor(code, language);
				const pptx = await diagnosticPptx(document, slides);
				const names = [...readZip(pptx).keys()];
				expect(names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).length, code).toBeGreaterThan(2);
				const text = textOfSlides(pptx);
				expect(unexplainedNumbers(text, document.report), code).toEqual([]);
				expect(foreignWords(text), code).toEqual([]);
			}
		},
		180_000
	);
});
