import { expect, test } from '@playwright/test';
import { MapPage, TERRITORIES } from './pages.ts';
import { inEachLanguage } from './words.ts';

interface Item {
	readonly territory: string;
	readonly certainty: { readonly low: number; readonly high: number; readonly robustness: 'robust' | 'sensitive' | 'fragile' } | null;
}

/** A planner asks how sure a ranking is, and where its zones lie. */
inEachLanguage((words) => {
	const { t, n } = words;

	test('every rank has its interval; another chain and other weights get their own from the worker, equal to those of the API', async ({
		page,
		request
	}) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'olive' }, { map: false });
		await expect(map.side.getByText(t('certainty.key'))).toBeVisible();
		const workers: string[] = [];
		page.on('worker', (worker) => workers.push(worker.url()));

		await map.chain.selectOption('honey');
		await expect(map.side.getByText(t('certainty.key'))).toBeVisible();
		const answer = await request.get('/api/v1/scores?sector=honey&uncertainty=1000');
		const { items } = (await answer.json()) as { items: readonly Item[] };
		const expected = items.flatMap(({ certainty }) =>
			certainty
				? [`${t('certainty.range', { low: n(certainty.low), high: n(certainty.high) })}, ${t(`certainty.${certainty.robustness}`)}`]
				: []
		);
		await expect
			.poll(async () => (await map.ranked.locator('.visually-hidden').allInnerTexts()).map((text) => text.trim()))
			.toEqual(expected);
		expect(workers.some((url) => url.includes('/workers/worker'))).toBe(true);

		// They disappear while a slider moves, and come back for the new weights.
		await map.openWeights();
		await map.slider('need').fill('90');
		await expect(page).toHaveURL(/weights=90/);
		await expect(map.side.getByText(t('certainty.key'))).toBeVisible();
		await expect
			.poll(async () => (await map.ranked.locator('.visually-hidden').allInnerTexts()).map((text) => text.trim()))
			.not.toEqual(expected);
	});

	test('a place says how sure its rank is, with whom it is tied and what moves it', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'olive', territory: 'MA-ESI' }, { map: false });
		const sure = page.locator('#place [data-certainty]');
		await expect(sure).toContainText(t('certainty.robust'));
		await expect(sure).toContainText(t('panel.certainty', { low: '1', high: '3', of: '26' }));
		await expect(sure).toContainText(t('assumption.weight-need'));
	});

	test('promising zones are listed with people, area, score and the best chain; a click shows one', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'argan' }, { map: false });
		const zones = page.locator('[data-zones]');
		await zones.locator('summary').click();
		const zone = zones.getByRole('link').first();
		await expect(zones).toContainText(t('zones.members', { count: 5 }));
		await zone.click();
		await expect(page).toHaveURL(/territory=MA-ESI/);
		await expect(page.locator('#place')).toBeVisible();
	});

	test('types of advice colour the map and have a legend that adds up; the link keeps them', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'olive' });
		await map.openWeights();
		await map.side.getByText(t('aspect.types'), { exact: true }).click();
		await expect(page).toHaveURL(/aspect=types/);
		await map.painted(TERRITORIES.province);
		const rows = await map.legendRows();
		expect(rows.map(({ label }) => label).slice(0, 5)).toEqual(
			(['develop-priority', 'develop-market', 'consolidate', 'enable-first', 'follow'] as const).map((type) => t(`type.${type}`))
		);
		expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(TERRITORIES.province);
		// What the link shows is told by the legend.
		await map.withoutWebgl();
		await page.reload();
		expect(await map.legendRows()).toEqual(rows);
	});

	test('the page of a territory says what its rank rests on, without JavaScript', async ({ browser }) => {
		const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
		await page.goto(`/${words.language}/territory/MA-SET?chain=olive`);
		await expect(page.getByRole('heading', { name: t('sure.title') })).toBeVisible();
		await expect(page.getByRole('heading', { name: t('sure.swaps') })).toBeVisible();
		await expect(page.getByText(t('sure.top.note', { target: '58,2' }).slice(0, 12))).toBeVisible();
		await page.context().close();
	});
});
