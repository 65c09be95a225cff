import { expect, test, type Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { MapPage } from './pages.ts';
import { inEachLanguage } from './words.ts';

/** Pages to read, and pages with forms, lists and charts, each also with something wrong in its address. */
const READING = ['territory/MA-HAJ?chain=honey', 'territory/MA-RAB?chain=argan', 'method'] as const;
const FORMS = [
	'cooperatives?territory=MA-03',
	'cooperatives?branch=xx&q=zzzz',
	'near?commune=03.171.01.05',
	'near?q=zzzz',
	'weights?pairs=1,2,-4,1,1,0',
	'weights?chain=honey&weights=70,10,10,10'
] as const;
const PROJECTS = ['projects?place=MA-HAJ', 'projects?grade=A&permit=none', 'projects/M13?commune=03.171.01.05'] as const;

/** Opens every fold of the page. */
const openAll = (page: Page): Promise<void> =>
	page.locator('details').evaluateAll((drawers) => drawers.forEach((drawer) => ((drawer as HTMLDetailsElement).open = true)));

inEachLanguage((words) => {
	test.describe('without a serious barrier', () => {
		// Colours know no language and words no appearance: each page once in both.
		test.use({ colorScheme: words.language === 'ar' ? 'light' : 'dark' });

		test('the map screen, plain, with everything open, and as a table with the search', async ({ page }) => {
			const map = new MapPage(page, words);
			await map.open({ chain: 'fishing' });
			expect(await barriers(page)).toEqual([]);
			await map.openWeights();
			await map.ranked.nth(3).click();
			await expect(map.panel.needs).toBeVisible();
			await openAll(page);
			expect(await barriers(page)).toEqual([]);
			await page.locator('[data-control="table"]').click();
			await expect(map.twin).toBeVisible();
			await map.find('Fi');
			expect(await barriers(page)).toEqual([]);
		});

		for (const [title, paths] of [
			['the pages to read', READING],
			['places, cooperatives and weights', FORMS],
			['projects', PROJECTS]
		] as const) {
			test(title, async ({ page }) => {
				for (const path of paths) {
					await page.goto(`/${words.language}/${path}`);
					expect.soft(await barriers(page), path).toEqual([]);
				}
			});
		}
	});

	test('plain mode has at most seven controls', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({}, { map: false });
		for (const lens of ['zones', 'needs', 'potentials', 'cooperatives'] as const) {
			await map.lens(lens).check({ force: true });
			await expect(page).toHaveURL(lens === 'zones' ? /\/(ar|fr)(\?|$)/ : new RegExp(`lens=${lens}`));
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
