import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Refusal } from '#lib/core/own/refusal.ts';
import type { Words } from '#lib/i18n/words.ts';
import { BAD_FILES } from '../own-data/bad-files.ts';
import { fileNameOf, hasGdal, MADE, makeFiles, PROVINCES, type MadeName } from '../own-data/gdal.ts';
import { MapPage } from './pages.ts';
import { WORDS } from './words.ts';

/** What no request, address or page but this one may ever hold. */
const SECRET = 'سري-للغاية-4711';
const folder = mkdtempSync(join(tmpdir(), 'furas-own-e2e-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the panel of own data; every request of the page is listed. */
async function openPanel(page: Page, words: Words): Promise<{ readonly panel: Locator; readonly asked: readonly string[] }> {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
	// The panel is the same beside the drawn map, and the machine has no graphics card.
	await new MapPage(page, words).withoutWebgl();
	await page.goto(`/${words.language}/workspace`);
	return { panel: await panelOf(page, words), asked };
}

/** The panel, opened once the page listens. */
async function panelOf(page: Page, { t }: Words): Promise<Locator> {
	const panel = page.getByRole('tabpanel', { name: t('workspace.panel.own') });
	await expect(async () => {
		if (!(await panel.isVisible())) await page.getByRole('tab', { name: t('workspace.panel.own') }).click();
		await expect(panel.getByText(t('own.stays'))).toBeVisible({ timeout: 2000 });
	}).toPass();
	return panel;
}

/** A text of the reader's, as sentences hold it. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

const fileOf = (panel: Locator): Locator => panel.locator('input[type=file]');
const said = (panel: Locator): Locator => panel.locator('p[data-own]');

/** What the legend says once it is the one of the variable chosen last. */
async function settled(legend: Locator): Promise<string> {
	await expect(legend.getByText(WORDS.ar.t('variable.need.unit')).first()).toBeVisible();
	return legend.innerText();
}

/** The sentence of a refusal; one that names a line says it before. */
const sentence = ({ t, n }: Words, { kind, limit, text }: Refusal): string =>
	t(`own.refusal.${kind}`, { limit: n(limit ?? null), text: isolated(text ?? '') });

function counts({ t }: Words, rows: number, matched: number, unmatched: number, empty: number): string {
	return t('own.join.counts', {
		rows: t('own.rows', { count: rows }),
		matched: t('own.join.matched', { count: matched }),
		unmatched: t('own.join.unmatched', { count: unmatched }),
		empty: t('own.join.empty', { count: empty })
	});
}

function expectNothingLeft(asked: readonly string[], origin: string): void {
	const foreign = asked.filter((request) => !/^\w+ (?:blob:|data:)/.test(request) && !request.split(' ')[1]!.startsWith(origin));
	expect(foreign).toEqual([]);
	expect(asked.filter((request) => !request.startsWith('GET '))).toEqual([]);
	expect(asked.filter((request) => /own[:%]|4711|%D8%B3%D8%B1%D9%8A/i.test(request))).toEqual([]);
}

test('every format that GDAL writes is read in the browser, and each row finds its province', async ({ page, baseURL }) => {
	test.skip(!hasGdal() && !process.env.CI, 'GDAL (ogr2ogr) is not installed: no file to read.');
	makeFiles(folder);
	const words = WORDS.ar;
	const { panel, asked } = await openPanel(page, words);
	for (const name of Object.keys(MADE) as MadeName[]) {
		await fileOf(panel).setInputFiles(join(folder, fileNameOf(name)));
		const done = words.t('own.done', { file: isolated(fileNameOf(name)), rows: words.t('own.rows', { count: PROVINCES.length }) });
		await expect(said(panel), name).toHaveText(done);
		await expect(panel.getByText(counts(words, PROVINCES.length, PROVINCES.length, 0, 0)), name).toBeVisible();
		await panel.getByRole('button', { name: words.t('own.remove') }).click();
		await expect(panel.locator('details')).toHaveCount(0);
	}
	expectNothingLeft(asked, baseURL!);
});

test('each bad file gets its sentence, and the panel goes on', async ({ page, baseURL }) => {
	const words = WORDS.fr;
	const { panel, asked } = await openPanel(page, words);
	const failures: string[] = [];
	page.on('pageerror', (error) => failures.push(String(error)));
	const large = join(folder, 'large.csv');
	writeFileSync(large, 'a;b\n');
	truncateSync(large, 200_000_000);
	await fileOf(panel).setInputFiles(large);
	await expect(said(panel)).toHaveText(sentence(words, { kind: 'too-large', limit: 50 }));
	// One of each kind: what each file of the corpus gets is a test of its own, without a browser.
	const kinds = new Map(BAD_FILES.toReversed().map((file) => [file.refusal.kind, file]));
	for (const { name, bytes, refusal } of kinds.values()) {
		const path = join(folder, name);
		writeFileSync(path, await bytes());
		await fileOf(panel).setInputFiles(path);
		await expect(said(panel), name).toContainText(sentence(words, refusal));
	}
	await fileOf(panel).setInputFiles({ name: 'bon.csv', mimeType: 'text/csv', buffer: Buffer.from('code;v\nMA-HAJ;1\n') });
	await expect(panel.getByText(counts(words, 1, 1, 0, 0))).toBeVisible();
	expect(failures).toEqual([]);
	expectNothingLeft(asked, baseURL!);
});

test('a table is joined, put right, shown with its source, kept, and removed, without leaving the browser', async ({ page, baseURL }) => {
	const words = WORDS.ar;
	const { t } = words;
	const { panel, asked } = await openPanel(page, words);
	const rows = ['الإقليم;نسبة الهدر (%)', 'الحاجب;90', 'Ifrane;٧٫٥', 'مكتاس;0,5', ';4', `${SECRET};5`];
	const file = { name: `${SECRET}.csv`, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
	await fileOf(panel).setInputFiles(file);
	await expect(panel.getByText(counts(words, 5, 2, 2, 1))).toBeVisible();

	await test.step('a row that matches nothing is shown with whom it may mean', async () => {
		await panel.getByRole('listitem').filter({ hasText: 'مكتاس' }).getByRole('button').first().click();
		await expect(panel.getByText(counts(words, 5, 3, 1, 1))).toBeVisible();
		await expect(panel.getByRole('listitem').filter({ hasText: SECRET })).toBeVisible();
	});

	await test.step('nothing is shown of a column before its source is said', async () => {
		await panel
			.locator('summary')
			.filter({ hasText: t('own.use.needed') })
			.click();
		await expect(panel.getByRole('button', { name: t('own.use.map') })).toBeDisabled();
		await panel.getByLabel(t('own.use.source'), { exact: true }).fill(SECRET);
		await panel.getByLabel(t('own.use.source'), { exact: true }).press('Tab');
		await panel.getByLabel(t('own.use.direction')).selectOption('higher');
		await panel.getByRole('button', { name: t('own.use.map') }).click();
		const legend = page.getByRole('complementary', { name: t('legend.title') });
		await expect(legend.getByText(t('own.credit', { source: isolated(SECRET) }))).toBeVisible();
	});

	await test.step('counted in the score, it changes the score and says so; taken out, nothing is left of it', async () => {
		await page.getByRole('tab', { name: t('workspace.panel.style') }).click();
		const variable = page.getByRole('tabpanel').locator('select').first();
		await variable.selectOption('need');
		const legend = page.getByRole('complementary', { name: t('legend.title') });
		const before = await settled(legend);
		const scored = async (name: string): Promise<void> => {
			await panelOf(page, words);
			await panel.locator('summary').first().click();
			await panel.locator('details details summary').click();
			await panel.getByRole('button', { name, exact: true }).click();
		};
		await scored(t('own.use.score'));
		await expect.poll(() => legend.innerText()).not.toBe(before);
		await panel.getByRole('button', { name: t('own.use.score.stop') }).click();
		await expect.poll(() => legend.innerText()).toBe(before);
	});

	await test.step('the address says nothing of it', () => {
		expect(decodeURIComponent(page.url())).not.toMatch(/own:|سري|4711/);
		expectNothingLeft(asked, baseURL!);
	});

	await test.step('it is there after a reload, and gone once it is removed', async () => {
		await page.reload();
		await panelOf(page, words);
		await expect(panel.getByText('4711.csv').first()).toBeVisible();
		await panel.locator('summary').first().click();
		await expect(panel.getByText(counts(words, 5, 3, 1, 1))).toBeVisible();
		await panel.getByRole('button', { name: t('own.remove') }).click();
		await page.reload();
		await panelOf(page, words);
		await expect(panel.getByText(t('own.none'))).toBeVisible();
	});
});
