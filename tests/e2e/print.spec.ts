import { expect, test } from '@playwright/test';
import { MapPage } from './pages.ts';
import { inEachLanguage } from './words.ts';

/** Somebody takes the map to a meeting on paper: A4 with margins of 12 mm is 703 pixels wide. */
inEachLanguage((words) => {
	const { t } = words;

	test('the map page prints as title, one picture with its legend, the list and the release, and no control; the table in full', async ({
		page
	}) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey' });
		const rows = await map.legendRows();
		await page.setViewportSize({ width: 703, height: 1000 });
		await page.emulateMedia({ media: 'print' });
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));

		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('app.tagline'));
		const picture = page.locator('.paper svg').first();
		await expect(picture).toBeVisible();
		for (const { label, count } of rows) await expect(picture).toContainText(`${label} (${count})`);
		await expect(map.ranked.first()).toBeVisible();
		await expect(page.locator('footer')).toContainText(t('app.statement'));
		for (const control of [map.canvas, map.chain, map.lens('zones'), map.level('province'), map.legend, map.search])
			await expect(control).toBeHidden();
		await expect(page.locator('.button:visible')).toHaveCount(0);

		// The list stands in columns under the picture, not over it.
		const [drawn, first, last] = [picture, map.ranked.first(), map.ranked.last()].map(async (part) => (await part.boundingBox())!);
		expect((await first!).y).toBeGreaterThanOrEqual((await drawn!).y + (await drawn!).height);
		expect(Math.abs((await last!).x - (await first!).x)).toBeGreaterThan((await first!).width);

		// The table prints in full in the place of picture and list.
		await page.emulateMedia({ media: 'screen' });
		await page.setViewportSize({ width: 1280, height: 720 });
		await page.locator('[data-control="table"]').click();
		await expect(map.twin).toBeVisible();
		await page.setViewportSize({ width: 703, height: 1000 });
		await page.emulateMedia({ media: 'print' });
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		await expect(map.twin).toBeVisible();
		await expect(page.locator('.paper')).toBeHidden();
		await expect(map.ranked.first()).toBeHidden();
		const table = (await map.twin.boundingBox())!;
		const footer = (await page.locator('footer').boundingBox())!;
		expect(footer.y).toBeGreaterThanOrEqual(table.y + table.height - 1);
	});
});
