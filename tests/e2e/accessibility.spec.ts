import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { MapPage } from './pages.ts';
import { inEachLanguage } from './words.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Pages to read, and pages with forms, lists and charts, each also with something wrong in its address. */
const READING = ['territory/MA-HAJ?chain=honey', 'territory/MA-RAB?chain=argan', 'method'] as const;
const FORMS = [
	'cooperatives?territory=MA-03',
	'cooperatives?branch=xx&q=zzzz',
	'near?commune=03.171.01.05',
	'near?q=zzzz',
	'projects?place=MA-HAJ',
	'projects?grade=A&permit=none',
	'projects/M13?commune=03.171.01.05',
	'weights?pairs=1,2,-4,1,1,0',
	'weights?chain=honey&weights=70,10,10,10'
] as const;

/** The serious issues axe finds, each with the elements it is about. */
async function issues(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(
			({ id, help, nodes }) =>
				`${id}: ${help} — ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`
		);
}

inEachLanguage((words) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		test.describe(colorScheme, () => {
			test.use({ colorScheme });

			test('the map screen, plain and with everything open', async ({ page }) => {
				test.setTimeout(120_000);
				const map = new MapPage(page, words);
				await map.open({ chain: 'fishing' });
				expect(await issues(page)).toEqual([]);
				await map.openWeights();
				await map.ranked.nth(3).click();
				await expect(map.panel.needs).toBeVisible();
				await page.locator('details').evaluateAll((drawers) => drawers.forEach((drawer) => ((drawer as HTMLDetailsElement).open = true)));
				expect(await issues(page)).toEqual([]);
			});

			test('the table twin and the search', async ({ page }) => {
				const map = new MapPage(page, words);
				await map.open({ chain: 'fishing', table: '1' }, { map: false });
				await expect(map.twin).toBeVisible();
				await map.find('Fi');
				expect(await issues(page)).toEqual([]);
			});

			for (const path of READING) {
				test(`the page ${path}`, async ({ page }) => {
					await page.goto(`/${words.language}/${path}`);
					expect(await issues(page)).toEqual([]);
				});
			}

			// Colours know no language and words no appearance: each of these once in both.
			if ((words.language === 'ar') === (colorScheme === 'light')) {
				for (const path of FORMS) {
					test(`the page ${path}`, async ({ page }) => {
						await page.goto(`/${words.language}/${path}`);
						expect(await issues(page)).toEqual([]);
					});
				}
			}
		});
	}

	test('plain mode has at most seven controls', async ({ page }) => {
		const map = new MapPage(page, words);
		for (const lens of ['zones', 'needs', 'potentials', 'cooperatives']) {
			await map.open({ lens }, { map: false });
			await expect(map.ranked.first()).toBeVisible();
			const controls = await page.locator('[data-control]:visible').count();
			expect(controls).toBeGreaterThan(3);
			expect(controls, lens).toBeLessThanOrEqual(7);
		}
	});

	test('what is chosen and what is found is said aloud', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey' }, { map: false });
		await map.ranked.nth(1).click();
		const name = await map.panel.name.innerText();
		await expect(page.locator('main [aria-live="polite"]').first()).toContainText(name);
		await map.search.fill('Figuig');
		await expect(page.locator('header [aria-live="polite"]')).not.toBeEmpty();
	});
});
