import { expect, test, type Locator, type Page } from '@playwright/test';
import { MapPage, PlaceView, TERRITORIES } from './pages.ts';
import { inEachLanguage } from './words.ts';

/** Presses Tab (or Shift+Tab) until `target` has the focus: what cannot be reached this way fails. */
async function tabTo(page: Page, target: Locator, key = 'Tab', most = 40): Promise<void> {
	for (let presses = 0; presses < most; presses++) {
		await page.keyboard.press(key);
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`not reached with ${most} times ${key}: ${String(target)}`);
}

/** The main task from the first key to the way back, and never a mouse. */
inEachLanguage((words) => {
	const { t, language } = words;

	test('lens, chain, weights, list, panel, territory page and back, by keyboard alone', async ({ page }) => {
		test.setTimeout(120_000);
		const map = new MapPage(page, words);
		await map.open();

		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name: t('nav.skip') })).toBeFocused();
		await page.keyboard.press('Enter');

		// Lens: one stop, arrows choose.
		await tabTo(page, map.lens('zones'));
		await page.keyboard.press('ArrowDown');
		await expect(map.lens('needs')).toBeChecked();
		await expect(page).toHaveURL(/lens=needs/);
		await page.keyboard.press('ArrowUp');
		await expect(map.lens('zones')).toBeChecked();

		// Chain: arrows walk through the list.
		await tabTo(page, map.chain);
		const honey = (await map.chain.locator('option[value="honey"]').innerText()).trim();
		await page.keyboard.press('Home');
		for (let presses = 0; presses < 31 && (await map.chain.inputValue()) !== 'honey'; presses++) await page.keyboard.press('ArrowDown');
		await expect(map.chain).toHaveValue('honey');
		await expect(map.heading).toHaveText(t('list.zones', { chain: honey }));

		// Weights: the drawer, then a slider.
		await tabTo(page, map.weights);
		await page.keyboard.press('Enter');
		const before = await map.lines();
		await tabTo(page, map.slider('need'));
		await page.keyboard.press('End');
		await expect(page).toHaveURL(/weights=100,/);
		expect(await map.lines()).not.toEqual(before);

		// The list: one stop, arrows inside, Enter opens.
		await tabTo(page, map.ranked.first());
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await expect(map.ranked.nth(2)).toBeFocused();
		const { name, value } = (await map.lines())[2]!;
		await page.keyboard.press('Enter');
		await expect(map.panel.name).toHaveText(name);
		expect(await map.panel.score()).toBe(value);
		await expect(map.ranked.nth(2)).toHaveAttribute('aria-current', 'true');
		await map.painted(TERRITORIES.province);

		// The panel is reached and read, and leads on.
		await tabTo(page, map.panel.pageLink, 'Tab', 80);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(new RegExp(`/${language}/territory/`));
		const place = new PlaceView(page.getByRole('main'), words);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
		expect(await place.score()).toBe(value);

		// And back, to the same view.
		await tabTo(page, page.getByRole('link', { name: t('place.onmap') }));
		await page.keyboard.press('Enter');
		await expect(map.panel.name).toHaveText(name);
		await expect(page).toHaveURL(/weights=100,/);
		await expect(map.chain).toHaveValue('honey');

		// Closing is within reach too.
		await tabTo(page, map.panel.close, 'Tab', 80);
		await page.keyboard.press('Enter');
		await expect(map.panel.root).toHaveCount(0);
		await expect(page).not.toHaveURL(/territory=/);
	});

	test('the search opens with its key and is driven by arrows', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({}, { map: false });
		await expect(map.ranked.first()).toBeVisible();
		await expect(async () => {
			await page.keyboard.press('Control+k');
			await expect(map.search).toBeFocused({ timeout: 500 });
		}).toPass();
		await page.keyboard.type('Taroudant');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowUp');
		await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/territory=MA-TAR/);
	});
});
