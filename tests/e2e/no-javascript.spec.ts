import { expect, test } from '@playwright/test';
import { MapPage, PlaceView, TERRITORIES } from './pages.ts';
import { inEachLanguage } from './words.ts';

test.use({ javaScriptEnabled: false });

inEachLanguage((words) => {
	const { t, language } = words;

	test('the map screen shows a picture, its legend and the whole list', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'fishing' }, { scripts: false });
		const picture = page.locator('#map').getByRole('img');
		await expect(picture).toBeVisible();
		const answer = await page.request.get((await picture.getAttribute('src'))!);
		expect(answer.headers()['content-type']).toContain('image/svg+xml');
		const rows = await map.legendRows();
		expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(TERRITORIES.province);
		await expect(map.ranked).toHaveCount(19);
	});

	test('the picture follows the appearance of the device, and stands between the panels', async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.setViewportSize({ width: 1440, height: 900 });
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey', territory: 'MA-HAJ' }, { scripts: false });
		const picture = page.locator('#map').getByRole('img');
		await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.currentSrc)).toContain('theme=dark');
		const [drawn, list, place] = [
			(await picture.boundingBox())!,
			(await map.side.boundingBox())!,
			(await map.panel.root.boundingBox())!
		].toSorted((a, b) => a.x - b.x);
		expect(drawn!.x + drawn!.width).toBeLessThanOrEqual(list!.x);
		expect(list!.x + list!.width).toBeLessThanOrEqual(place!.x);
	});

	test('a form and links do what scripts do: another chain, a place, its page', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({}, { scripts: false });
		await map.chain.selectOption('honey');
		await page.getByRole('button', { name: t('form.apply') }).click();
		await expect(page).toHaveURL(/chain=honey/);
		const line = (await map.lines())[0]!;
		await map.line(line.name).click();
		await expect(map.panel.name).toHaveText(line.name);
		expect(await map.panel.score()).toBe(line.value);
		await map.panel.pageLink.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(line.name);
	});

	test('the page of a place reads in full', async ({ page }) => {
		await page.goto(`/${language}/territory/MA-HAJ?chain=honey`);
		const place = new PlaceView(page.getByRole('main'), words);
		const parts = await place.parts();
		const points = parts.map((row) => row.points ?? 0);
		const [reference, score] = [points[0]!, points.at(-1)!];
		expect(await place.score()).toBe(score);
		expect(Math.abs(points.slice(1, -1).reduce((sum, part) => sum + part, 0) - (score - reference))).toBeLessThan(0.05);
		for (const heading of ['place.score', 'panel.evidence', 'diagnostic.needs.table', 'place.sources'] as const) {
			await expect(page.getByRole('heading', { name: t(heading), exact: true })).toBeVisible();
		}
		await expect(place.sentences.filter({ hasText: await place.name.innerText() }).first()).toBeVisible();
		await expect(
			page
				.getByRole('table', { name: t('panel.evidence') })
				.getByRole('row')
				.nth(1)
		).toBeVisible();
	});

	test('the page of a commune reads in full', async ({ page }) => {
		await page.goto(`/${language}/territory/03.171.01.05?chain=honey`);
		const place = new PlaceView(page.getByRole('main'), words);
		for (const heading of [
			'place.profile',
			'place.score',
			'place.chains',
			'panel.evidence',
			'panel.cooperatives',
			'place.needs',
			'place.sources'
		] as const) {
			await expect(page.getByRole('heading', { name: t(heading), exact: true })).toBeVisible();
		}
		await expect(place.sentences.filter({ hasText: await place.name.innerText() }).first()).toBeVisible();
		await expect(place.potentials.first()).toBeVisible();
	});

	test('the page of the method reads in full', async ({ page, request }) => {
		await page.goto(`/${language}/method`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('method.title'));
		const { items } = (await (await request.get('/api/v1/indicators')).json()) as { items: { id: string }[] };
		for (const { id } of items) await expect(page.locator(`tr[id="${id}"]`)).toHaveCount(1);
		// Name, unit, year, use, coverage, source: none is empty.
		for (const cell of await page.locator('tr[id]').getByRole('cell').allInnerTexts()) expect(cell.trim()).not.toBe('');
		await expect(page.getByRole('heading', { name: t('method.sources') })).toBeVisible();
	});
});

test('the first address leads to the language of the browser, and to Arabic when it is unknown', async ({ request }) => {
	for (const [wish, language] of [
		['fr-MA,fr;q=0.9', 'fr'],
		['ar-MA', 'ar'],
		['en-GB,en;q=0.8', 'en'],
		['de-DE,de;q=0.9', 'ar'],
		['zgh-MA,fr;q=0.5', 'fr'],
		['', 'ar']
	]) {
		const answer = await request.get('/', { headers: { 'accept-language': wish! }, maxRedirects: 0 });
		expect(answer.status()).toBe(302);
		expect(answer.headers()['location'], wish).toBe(`/${language}`);
	}
});
