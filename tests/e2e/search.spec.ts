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

	test('products and named cooperatives are found too, each under its kind, with the keyboard', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({}, { map: false });
		for (const query of ['safran de taliouine', 'زعفران تالوين']) {
			await map.find(query);
			await expect(map.resultsOf('product').first()).toContainText({ ar: 'زعفران تالوين', fr: 'Safran de Taliouine' }[language]);
		}
		await map.search.press('Enter');
		await expect(page).toHaveURL(/lens=potentials.*product=safran-de-taliouine/);

		const { items } = (await (await page.request.get('/api/v1/cooperatives')).json()) as {
			items: { name: Record<string, string>; province: string | null }[];
		};
		const one = items.find(({ province }) => province !== null)!;
		const options = await map.find(one.name[language]!);
		const cooperative = map.resultsOf('cooperative').first();
		await expect(cooperative).toContainText(one.name[language]!);
		// Down until it is the active one, from wherever the list begins.
		for (let i = 0; i < (await options.count()) && (await cooperative.getAttribute('aria-selected')) !== 'true'; i++) {
			await map.search.press('ArrowDown');
		}
		await map.search.press('Enter');
		await expect(page).toHaveURL(new RegExp(`lens=cooperatives.*territory=${one.province}`));
		await expect(map.lens('cooperatives')).toBeChecked();
	});

	test('names of products and cooperatives travel only when somebody searches', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		const map = new MapPage(page, words);
		await map.open({}, { map: false });
		expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
		await map.find('miel');
		expect(asked).toContain('/api/v1/potentials');
		expect(asked).toContain('/api/v1/cooperatives');
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
