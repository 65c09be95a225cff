import { expect, test as base } from '@playwright/test';
import { MapPage, TERRITORIES } from './pages.ts';
import { inEachLanguage } from './words.ts';

/** A machine whose browser draws no 3D: old phones, remote desktops, locked-down offices. */
const test = base.extend({
	launchOptions: [
		async ({ launchOptions }, use) => {
			const flags = (launchOptions.args ?? []).filter((flag) => !/gl|swiftshader/.test(flag));
			await use({ ...launchOptions, args: [...flags, '--disable-gpu', '--disable-3d-apis'] });
		},
		{ scope: 'worker' }
	]
});

inEachLanguage((words) => {
	const { t } = words;

	test('the drawn map stands in, and list, legend and panel work as ever', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'fishing' }, { map: false });
		expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
		await expect(page.getByText(t('map.fallback'))).toBeVisible();
		const drawing = page.locator('#map svg.map-svg');
		await expect(drawing).toBeVisible();
		await expect(drawing.locator('[data-code]')).toHaveCount(TERRITORIES.province);
		// The page has the legend; the drawing does not say it again, and the note is not over it.
		for (const { label } of await map.legendRows()) await expect(drawing).not.toContainText(label);
		const note = (await page.getByText(t('map.fallback')).boundingBox())!;
		expect(note.y + note.height).toBeLessThanOrEqual((await drawing.boundingBox())!.y + 1);
		const rows = await map.legendRows();
		expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(TERRITORIES.province);

		const line = (await map.lines())[0]!;
		await map.line(line.name).click();
		await expect(map.panel.name).toHaveText(line.name);
		expect(await map.panel.score()).toBe(line.value);
		await expect(map.panel.needs.locator('tbody tr').first()).toBeVisible();

		// A province of the drawing is chosen by a click, without leaving the page.
		await drawing.locator('[data-code="MA-OUD"]').click();
		await expect(page).toHaveURL(/territory=MA-OUD/);
		await expect(map.panel.name).not.toHaveText(line.name);
	});

	test('a moved weight redraws the picture', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey' }, { map: false });
		const drawing = page.locator('#map svg.map-svg');
		await expect(drawing).toBeVisible();
		const fillOf = (): Promise<(string | null)[]> =>
			drawing
				.locator('[data-code]')
				.evaluateAll((all) => all.map((path) => path.closest('g')!.getAttribute('fill')! + path.getAttribute('data-code')!));
		const before = await fillOf();
		await map.openWeights();
		await map.slider('access').fill('100');
		await expect.poll(fillOf).not.toEqual(before);
	});
});
