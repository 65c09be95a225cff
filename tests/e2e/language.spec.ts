import { expect, test } from '@playwright/test';
import { MapPage, TERRITORIES } from './pages.ts';
import { inEachLanguage } from './words.ts';

interface Named {
	readonly code: string;
	readonly name: Readonly<Record<'ar' | 'fr' | 'en', string>>;
}

/** Every place is named in the language of the page, wherever it is named. */
inEachLanguage((words) => {
	const { language, direction } = words;

	test('table, drawn map and titles speak the language of the page', async ({ page, request }) => {
		const map = new MapPage(page, words);
		for (const level of ['region', 'province', 'commune'] as const) {
			const { items } = (await (await request.get(`/api/v1/territories?level=${level}`)).json()) as { items: Named[] };
			await map.open({ level, table: '1' }, { map: false });
			await expect(map.twin.locator('tbody tr')).toHaveCount(TERRITORIES[level]);
			const shown = await map.twin.locator('tbody th').evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText.trim()));
			expect(shown.toSorted()).toEqual(items.map(({ name }) => name[language]).toSorted());
		}
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await expect(page.locator('html')).toHaveAttribute('dir', direction);

		const svg = await (await request.get(`/${language}/map.svg?level=region`)).text();
		const { items } = (await (await request.get('/api/v1/territories?level=region')).json()) as { items: Named[] };
		for (const { name } of items) expect(svg).toContain(name[language].replaceAll("'", "'"));
	});

	test('the other languages are one click away and keep the view', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey', territory: 'MA-HAJ' }, { map: false });
		const other = language === 'ar' ? 'fr' : 'ar';
		await page
			.getByRole('navigation', { name: words.t('language.label') })
			.locator(`a[hreflang="${other}"]`)
			.click();
		await expect(page.locator('html')).toHaveAttribute('lang', other);
		await expect(page).toHaveURL(new RegExp(`/${other}\\?chain=honey&territory=MA-HAJ`));
		await expect(page.locator('#place').getByRole('heading').first()).toHaveText(other === 'ar' ? 'الحاجب' : 'El Hajeb');
	});

	test('the panel stands at the end of the line, the list at its beginning', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ territory: 'MA-HAJ' }, { map: false });
		const list = (await map.side.boundingBox())!;
		const panel = (await map.panel.root.boundingBox())!;
		expect(list.x < panel.x).toBe(direction === 'ltr');
	});
});
