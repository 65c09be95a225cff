import { expect, test } from '@playwright/test';
import { MapPage, TERRITORIES } from './pages.ts';
import { inEachLanguage } from './words.ts';

const BERKANE = {
	product: { ar: 'كليمونتين بركان', fr: 'Clémentine de Berkane' },
	place: { ar: 'بركان', fr: 'Berkane' }
} as const;

/** A planner asks what is documented where, and by what. */
inEachLanguage((words) => {
	const { t } = words;
	const language = words.language as 'ar' | 'fr';

	test('all chains, then only labels: fewer places, counts that add up, a link that says so', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'saffron', lens: 'potentials' });
		await expect(map.ranked.first()).toBeVisible();
		await map.chain.selectOption('all');
		await expect(map.legend).toContainText(t('legend.potential.strongest'));
		await expect(page).toHaveURL(/chains=all/);
		const everything = await map.lines();

		await map.evidence.selectOption('label');
		await expect(page).toHaveURL(/evidence=label/);
		await expect(map.legend).toContainText(t('evidence.filter.label'));
		await expect(map.ranked).not.toHaveCount(everything.length);
		await map.painted(TERRITORIES.province);
		const labels = await map.lines();
		expect(labels.length).toBeGreaterThan(10);
		expect(labels.length).toBeLessThan(everything.length);
		for (const { value } of labels) expect(value).toBeGreaterThan(0);
		const rows = await map.legendRows();
		expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(TERRITORIES.province);
		expect(rows.find(({ kind }) => kind === 'not-documented')!.count).toBe(TERRITORIES.province - labels.length);
		// What is listed names its products.
		await expect(map.ranked.first().locator('[data-products]')).not.toBeEmpty();

		// The chain that was chosen first is remembered by the other lenses.
		await map.lens('zones').check();
		await expect(map.chain).toHaveValue('saffron');
	});

	test('the server and the browser draw the same answer', async ({ page }) => {
		const map = new MapPage(page, words);
		const asked = { lens: 'potentials', chains: 'all', evidence: 'port', level: 'region' };
		await map.open(asked, { map: false });
		await expect(map.ranked.first().locator('[data-products]')).toBeVisible();
		const browser = await map.lines();
		const rows = await map.legendRows();
		const svg = await (await page.request.get(`/${language}/map.svg?${new URLSearchParams(asked)}`)).text();
		const drawn = [...svg.matchAll(/>([^<>]*) <tspan[^>]*>\((\d+)\)</g)].map(([, label, count]) => [label, Number(count)]);
		expect(drawn).toEqual(rows.map(({ label, count }) => [label, count]));
		await page.goto('about:blank');
		const html = await (await page.request.get(`/${language}?${new URLSearchParams(asked)}`)).text();
		expect(browser.map(({ name }) => name).filter((name) => !html.includes(name))).toEqual([]);
	});

	test('a product is found by its name in this language, coloured where it is documented, and let go again', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open();
		await map.find(BERKANE.product[language]);
		await map.resultsOf('product').first().click();
		await expect(page).toHaveURL(/lens=potentials.*product=clementine-de-berkane/);
		await expect(map.legend.getByRole('heading')).toHaveText(t('legend.potential.product', { product: BERKANE.product[language] }));
		await expect(map.ranked).toHaveCount(1);
		expect((await map.lines())[0]!.name).toBe(BERKANE.place[language]);

		await map.ranked.first().click();
		await expect(map.panel.potentials).toHaveCount(1);
		await expect(map.panel.potentials).toContainText(BERKANE.product[language]);
		await expect(map.panel.potentials).toContainText(t('evidence.kind.IGP'));

		await map.withoutWebgl();
		await page.reload();
		await expect(map.ranked).toHaveCount(1);
		await page.getByRole('link', { name: t('evidence.product.clear') }).click();
		await expect(page).not.toHaveURL(/product=/);
		await expect(map.ranked).not.toHaveCount(1);
	});

	test('a value no document has is said and ignored', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ lens: 'potentials', product: 'unobtainium', evidence: 'rumour' }, { map: false });
		await expect(page.getByText(t('link.issues', { names: words.list(['evidence', 'product']) }))).toBeVisible();
	});
});
