import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { barriers } from './barriers.ts';

for (const [language, name, heading] of [
	['ar', 'الحاجب', 'الاحتياجات'],
	['fr', 'El Hajeb', 'Besoins']
] as const) {
	test(`a delegate opens the file of a region from a disk, without any network, and finds every province in it (${language})`, async ({
		page
	}, info) => {
		const answer = await page.request.get(`/api/v1/diagnostics/MA-03.html?lang=${language}`);
		expect(answer.ok()).toBe(true);
		const file = info.outputPath('MA-03.html');
		const bytes = await answer.body();
		expect(bytes.length).toBeLessThan(25e6);
		writeFileSync(file, bytes);
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page.context().setOffline(true);
		const address = pathToFileURL(file).href;
		await page.goto(address);
		await expect(page.locator('article:visible')).toHaveCount(1);
		await expect(page.locator('article:visible')).toHaveAttribute('id', 'MA-03');
		await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
		await expect(page.locator('article:visible')).toHaveAttribute('id', 'MA-HAJ');
		const shown = page.locator('article:visible');
		await expect(shown.getByRole('heading', { level: 1, name })).toBeVisible();
		await expect(shown.getByRole('heading', { level: 2, name: heading })).toBeVisible();
		// Maps are inside the file and are drawn.
		await expect(shown.locator('img').first()).toHaveJSProperty('complete', true);
		expect(
			await shown
				.locator('img')
				.first()
				.evaluate((image: HTMLImageElement) => image.naturalWidth)
		).toBeGreaterThan(100);
		expect(await page.evaluate(() => document.fonts.check('16px Plex'))).toBe(true);
		expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
		expect(await barriers(page, { within: '#MA-HAJ' })).toEqual([]);
	});
}
