import { expect, test, type Page } from '@playwright/test';
import type { Words } from '#lib/i18n/words.ts';
import { barriers } from './barriers.ts';
import { inEachLanguage, numberOf, WORDS } from './words.ts';

/** Opens the workspace and waits until its map stands still. */
async function open(page: Page, { language }: Words, query: Readonly<Record<string, string>> = {}): Promise<void> {
	await page.goto(`/${language}/workspace?${new URLSearchParams(query)}`);
	await painted(page);
}

const painted = (page: Page) => page.locator('[data-ready="true"]').first().waitFor({ state: 'attached', timeout: 40_000 });

/** Label and count of every row of the first legend. */
async function legendOf(page: Page): Promise<readonly { readonly label: string; readonly count: number | null }[]> {
	const rows = await page.locator('aside.legend section').first().locator('tr[data-row]').all();
	return Promise.all(
		rows.map(async (row) => ({ label: (await row.locator('th').innerText()).trim(), count: numberOf(await row.locator('td').innerText()) }))
	);
}

inEachLanguage((words) => {
	const { t } = words;

	test('a planner goes from the plain map to the workspace and back, and keeps chain and level', async ({ page }) => {
		await page.goto(`/${words.language}?chain=honey&level=region`);
		await page.getByRole('link', { name: t('workspace.open') }).click();
		await expect(page).toHaveURL(/workspace\?.*of=score:honey/);
		await expect(page).toHaveURL(/level=region/);
		await page
			.getByRole('link', { name: t('workspace.plain') })
			.first()
			.click();
		await expect(page).toHaveURL(new RegExp(`/${words.language}\\?.*chain=honey`));
	});

	test('by keyboard alone: style a map, select on it, take its file, undo', async ({ page }) => {
		await open(page, words, { of: 'indicator:unemployment_rate' });
		const before = await legendOf(page);
		expect(before.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(75);
		// Style: three natural classes in viridis.
		const method = page.getByRole('combobox', { name: t('style.method'), exact: true });
		await method.focus();
		await method.selectOption('natural');
		await page.getByRole('combobox', { name: t('style.count'), exact: true }).selectOption('3');
		await page.getByRole('combobox', { name: t('style.palette'), exact: true }).selectOption('viridis');
		await expect(page).toHaveURL(/method=natural.*classes=3.*palette=viridis/);
		await expect.poll(async () => (await legendOf(page)).length).toBe(4);
		// A class alone, and all again.
		const row = page.locator('aside.legend tr[data-row="class"] button').first();
		await row.focus();
		await page.keyboard.press('Enter');
		await expect(row).toHaveAttribute('aria-pressed', 'true');
		await expect(page).toHaveURL(/only=0/);
		await page.keyboard.press('Enter');
		await expect(page).not.toHaveURL(/only=/);
		// Select in the table.
		await page.locator('body').press('t');
		const table = page.locator('.table table');
		await expect(table).toBeVisible();
		const first = table.locator('tbody tr[data-code], tbody tr').first();
		await first.getByRole('checkbox').focus();
		await page.keyboard.press('Space');
		await expect(page).toHaveURL(/select=MA-/);
		// Take it as a file.
		await page.locator('body').press('x');
		const download = page.waitForEvent('download');
		await page
			.getByRole('tabpanel')
			.getByRole('button', { name: t('export.data.download') })
			.press('Enter');
		expect((await download).suggestedFilename()).toMatch(/\.csv$/);
		// Undo goes back a step at a time.
		await page.locator('body').press('Control+z');
		await expect(page).not.toHaveURL(/select=MA-/);
		await page.locator('body').press('Control+y');
		await expect(page).toHaveURL(/select=MA-/);
	});
});

// What follows says no word of its own: once is enough, in turns of language.

test('a link shows the same map on another machine: variables, classes, colours, range, selection, camera', async ({ browser, page }) => {
	const query = {
		of: 'need',
		by: 'pillar:honey:potential',
		kind: 'bivariate',
		compare: 'beside',
		'b-of': 'indicator:unemployment_rate',
		'b-method': 'equal-interval',
		'b-classes': '4',
		'b-palette': 'cividis',
		'b-from': '20',
		select: 'MA-AZI,MA-ESI'
	};
	await open(page, WORDS.fr, query);
	const told = async (one: Page) => (await one.locator('aside.legend').innerText()).replace(/\s+/g, ' ');
	const here = await told(page);
	expect(here).toContain(WORDS.fr.t('mapped.third.high'));
	const elsewhere = await browser.newContext();
	try {
		const other = await elsewhere.newPage();
		await other.goto(page.url());
		await painted(other);
		await expect.poll(() => told(other)).toBe(here);
		expect(other.url()).toBe(page.url());
	} finally {
		await elsewhere.close();
	}
});

test('nothing is in the way of a reader with a program, and nothing is asked of another host', async ({ page }) => {
	const foreign: string[] = [];
	await page.route(/.*/, (route) => {
		const { hostname } = new URL(route.request().url());
		if (hostname === '127.0.0.1' || hostname === 'localhost') return route.fallback();
		foreign.push(route.request().url());
		return route.abort();
	});
	await open(page, WORDS.ar, { table: '1', territory: 'MA-HAJ', of: 'need', by: 'pillar:honey:potential', kind: 'bivariate' });
	expect(await barriers(page)).toEqual([]);
	for (const panel of ['compare', 'selection', 'own', 'export', 'bookmarks'] as const) {
		await page.getByRole('tab', { name: WORDS.ar.t(`workspace.panel.${panel}`) }).click();
		await expect(page.getByRole('tabpanel')).toBeVisible();
		expect.soft(await barriers(page, { within: '#list' }), panel).toEqual([]);
	}
	expect(foreign).toEqual([]);
});

test('on a phone of 360 px map, legend, panels and table follow each other, and nothing is wider than the screen', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 760 });
	await open(page, WORDS.ar, { of: 'indicator:population_legal', kind: 'symbols', table: '1' });
	await expect(page.getByRole('tab', { name: WORDS.ar.t('workspace.panel.style') })).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	await expect(page.locator('aside.legend')).toContainText(WORDS.ar.n(75));
});
