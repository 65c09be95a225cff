import { expect, test, type Page } from '@playwright/test';
import { MapPage } from './pages.ts';
import { inEachLanguage } from './words.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

/** Elements with words of their own that stick out of the screen and no scroller of their own holds. */
const clipped = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		const isHidden = (element: Element): boolean =>
			element.closest('.visually-hidden, [aria-hidden="true"], #map, .skip, [id="svelte-announcer"]') !== null;
		const isScrolled = (element: Element): boolean => {
			for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
				if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return up.getBoundingClientRect().right <= width + 0.5;
			}
			return false;
		};
		return [...document.body.querySelectorAll('*')]
			.filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
			.filter((element) => element.checkVisibility() && !isHidden(element) && !isScrolled(element))
			.filter((element) => {
				const { left, right } = element.getBoundingClientRect();
				return left < -0.5 || right > width + 0.5;
			})
			.map((element) => `${element.tagName.toLowerCase()} «${element.textContent?.trim().slice(0, 40)}»`);
	});

const overflow = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

inEachLanguage((words) => {
	const { t, language } = words;

	test('map, list and panel on a phone: a finger opens a place on each, and nothing runs off the side', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey' });
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		expect(await clipped(page)).toEqual([]);
		await expect(map.canvas).toBeInViewport({ ratio: 0.5 });

		// A finger on the map opens the place.
		const frame = (await map.canvas.boundingBox())!;
		const [x, y] = (await map.project())([-13.6, 25.7]);
		await page.touchscreen.tap(frame.x + x, frame.y + y);
		await expect(map.panel.name).toHaveText({ ar: 'بوجدور', fr: 'Boujdour', en: 'Boujdour' }[language]);
		await expect(map.panel.name).toBeInViewport();
		await map.panel.close.tap();

		const nav = page.getByRole('navigation', { name: t('nav.label') }).last();
		await nav.getByRole('link', { name: t('nav.list'), exact: true }).tap();
		await expect(map.ranked.first()).toBeVisible();
		await map.ranked.first().scrollIntoViewIfNeeded();
		const name = (await map.lines())[0]!.name;
		await map.ranked.first().tap();
		await expect(map.panel.name).toHaveText(name);
		await expect(map.panel.name).toBeInViewport();
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		expect(await clipped(page)).toEqual([]);
		await map.panel.close.tap();
		await expect(map.panel.root).toHaveCount(0);
		await nav.getByRole('link', { name: t('nav.map'), exact: true }).tap();
		await expect(map.canvas).toBeInViewport({ ratio: 0.5 });
	});

	test('the table fits the screen: the region stands under the name', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey', table: '1' }, { map: false });
		await expect(map.twin).toBeVisible();
		const scroll = map.twin.locator('..');
		expect(await scroll.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
		await expect(map.twin.getByRole('columnheader', { name: t('kind.region') })).toBeHidden();
		const row = map.twin.getByRole('row').nth(1);
		await expect(row.getByRole('rowheader')).toContainText(/\S+\s+\S+/);
	});

	test('the rows of the method page are short cards that name their coverage', async ({ page }) => {
		await page.goto(`/${language}/method`);
		const row = page.locator('tr[id="unemployment_rate"]');
		await expect(row).toContainText('75/75');
		expect((await row.boundingBox())!.height).toBeLessThan(170);
	});

	const PAGES = [
		'territory/MA-HAJ?chain=honey',
		'method',
		'cooperatives',
		'cooperatives?territory=MA-05',
		'near?commune=03.171.01.05',
		'projects',
		'projects/M13'
	];
	test('every other page fits the screen', async ({ page }) => {
		for (const path of PAGES) {
			await page.goto(`/${language}/${path}`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect.soft(await overflow(page), path).toBeLessThanOrEqual(0);
			expect.soft(await clipped(page), path).toEqual([]);
		}
	});

	test('controls are large enough for a finger', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey', territory: 'MA-HAJ' }, { map: false });
		await expect(map.panel.needs).toBeVisible();
		// WCAG 2.2, 2.5.8: 24 CSS pixels, links inside a sentence apart.
		const small = await page.locator('a.button, button, summary, select, ol > li > a, .levels a, .bottom a').evaluateAll((all) =>
			all
				.filter((element) => element.checkVisibility() && !element.closest('.map'))
				.filter((element) => Math.min(element.getBoundingClientRect().width, element.getBoundingClientRect().height) < 24)
				.map((element) => element.textContent?.trim())
		);
		expect(small).toEqual([]);
	});
});
