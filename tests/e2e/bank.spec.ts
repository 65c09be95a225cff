import { expect, test } from '@playwright/test';
import { inEachLanguage } from './words.ts';

interface Branch {
	readonly chains: readonly {
		readonly id: string;
		readonly name: Readonly<Record<'ar' | 'fr', string>>;
		readonly models: readonly unknown[];
	}[];
}

inEachLanguage((words) => {
	const { t, language, of } = words;

	test('the method says how many first sectors have a sheet, and names every chain without one', async ({ page }) => {
		await page.goto(`/${language}/method`);
		const bank = page.locator('section[data-bank]');
		const share = Number(await bank.getAttribute('data-bank'));
		expect(share).toBeGreaterThan(0.5);
		expect(share).toBeLessThan(1);
		const { items } = (await (await page.request.get('/api/v1/sectors')).json()) as { items: readonly Branch[] };
		const missing = items.flatMap(({ chains }) => chains).filter(({ models }) => models.length === 0);
		expect(missing.length).toBeGreaterThan(0);
		for (const { name } of missing) await expect(bank).toContainText(of({ ...name, en: name.fr }));
	});

	test('a chain is among the first of a province exactly when its sheet names that province', async ({ page }) => {
		await page.goto(`/${language}/territory/MA-HAJ`);
		const sheets = page.getByRole('table', { name: t('diagnostic.projects.sheets') });
		const chains = sheets.locator('tbody');
		await expect(chains).toHaveCount(5);
		const links = await chains
			.filter({ has: page.locator('th[scope="row"] > a') })
			.evaluateAll((all) => all.map((line) => line.querySelector('th[scope="row"] > a')!.getAttribute('href')!));
		expect(links.length).toBeGreaterThan(0);
		for (const link of links) {
			await page.goto(link);
			await expect(page.locator('#where ol a[href*="/territory/MA-HAJ?"]').first()).toBeAttached();
		}
		const elsewhere = (await page.locator('#where ol a[href*="/territory/MA-"]').first().getAttribute('href'))!;
		const chain = new URL(page.url()).searchParams.get('chain')!;
		await page.goto(elsewhere);
		await expect(sheets.locator(`a[href$="chain=${chain}"]`).first()).toBeVisible();
	});
});
