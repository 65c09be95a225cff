import { expect, test } from '@playwright/test';
import { MapPage } from './pages.ts';
import { inEachLanguage } from './words.ts';

/** What people type, and the province or the chain they mean. */
const PLACES: readonly (readonly [query: string, code: string, name: Readonly<Record<'ar' | 'fr', string>>])[] = [
	['الحاجب', 'MA-HAJ', { ar: 'الحاجب', fr: 'El Hajeb' }],
	['El Hajeb', 'MA-HAJ', { ar: 'الحاجب', fr: 'El Hajeb' }],
	['hajeb', 'MA-HAJ', { ar: 'الحاجب', fr: 'El Hajeb' }],
	['فكيك', 'MA-FIG', { ar: 'فجيج', fr: 'Figuig' }],
	['فجيج', 'MA-FIG', { ar: 'فجيج', fr: 'Figuig' }],
	['Figuig', 'MA-FIG', { ar: 'فجيج', fr: 'Figuig' }],
	['Taroudant', 'MA-TAR', { ar: 'تارودانت', fr: 'Taroudannt' }]
];
const CHAINS = [
	['زعفران', 'saffron'],
	['Safran', 'saffron'],
	['miel', 'honey']
] as const;

inEachLanguage((words) => {
	const language = words.language as 'ar' | 'fr';

	test('a province is found in any script, by its alias and without its article', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({}, { map: false });
		for (const [query, code, names] of PLACES) {
			const name = names[language];
			const options = await map.find(query);
			await expect(options.first(), query).toContainText(name);
			await map.search.press('Enter');
			await expect(map.panel.name).toHaveText(name);
			await expect(page).toHaveURL(new RegExp(`territory=${code}`));
			await map.panel.close.click();
		}
	});

	test('a product finds its chain', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'argan' }, { map: false });
		for (const [query, chain] of CHAINS) {
			const options = await map.find(query);
			await expect(map.resultsOf('chain').first(), query).toHaveAttribute('aria-selected', 'true');
			await options.first().click();
			await expect(map.chain).toHaveValue(chain);
			await expect(page).toHaveURL(new RegExp(`chain=${chain}`));
		}
	});

	test('nothing found says what to do next', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({}, { map: false });
		const options = await map.find('qqqxyz');
		await expect(options).toHaveCount(0);
		await expect(page.getByText(words.t('search.none', { query: 'qqqxyz' })).first()).toBeVisible();
		await map.search.press('Escape');
		await expect(map.search).toHaveValue('');
	});
});
