import { expect, test, type Page, type Request } from '@playwright/test';
import { MapPage } from './pages.ts';
import { inEachLanguage, numberOf } from './words.ts';

interface Count {
	readonly territory: string;
	readonly count: number;
	readonly asOf: string | null;
}

/** Published counts of one level as the open API tells them. */
async function counts(page: Page, level: 'region' | 'province'): Promise<readonly Count[]> {
	const answer = await page.request.get(`/api/v1/cooperatives/counts?level=${level}`);
	return ((await answer.json()) as { items: readonly Count[] }).items;
}

/** Bodies of the scripts a page loads, by what only deck.gl carries. */
function watchDeck(page: Page): { readonly asked: () => Promise<number> } {
	const bodies: Promise<string>[] = [];
	page.on('requestfinished', (request: Request) => {
		if (request.resourceType() !== 'script') return;
		bodies.push(
			request
				.response()
				.then((response) => response?.text() ?? '')
				.catch(() => '')
		);
	});
	return { asked: async () => (await Promise.all(bodies)).filter((body) => body.includes('deck.gl')).length };
}

/** What is published of cooperatives: shown with its date, never ranked. */
inEachLanguage((words) => {
	test('published counts are circles with a dated legend, who has none is counted too, and named ones are points or hexagons', async ({
		page
	}) => {
		const published = await counts(page, 'province');
		const map = new MapPage(page, words);
		await map.open({ lens: 'cooperatives' });
		// Where the window is small the legend is folded, so that it does not lie on the country.
		await map.legend.locator('summary').click();
		const line = (kind: string) => map.legend.locator(`[data-symbol="${kind}"]`);
		const count = async (kind: string) => numberOf(await line(kind).locator('td').innerText());
		await expect(line('published')).toBeVisible();
		expect(await count('published')).toBe(published.length);
		expect(await count('unpublished')).toBe(75 - published.length);
		const years = published.flatMap(({ asOf }) => (asOf === null ? [] : [Number(asOf.slice(0, 4))]));
		for (const year of [Math.min(...years), Math.max(...years)]) await expect(line('published')).toContainText(String(year));
		await expect(line('named')).toContainText('111');
		await expect(map.legend).toContainText(words.t('symbols.note'));

		const circles = await map.legend
			.locator('[data-size]')
			.evaluateAll((all) =>
				all.map((one) => [Number(one.getAttribute('data-size')), Number(one.querySelector('circle')!.getAttribute('r'))])
			);
		expect(circles.length).toBeGreaterThanOrEqual(2);
		const largest = Math.max(...published.map((one) => one.count));
		for (const [value, radius] of circles) expect(radius! ** 2).toBeCloseTo((24 ** 2 * value!) / largest, 0);

		// Named cooperatives are counted in hexagons when asked, in the link and in the drawn map too.
		await expect(map.legend.locator('[data-symbol="named"] [data-mark="point"]')).toHaveCount(1);
		await map.side.getByRole('radio', { name: words.t('points.hexagons') }).check();
		await expect(page).toHaveURL(/points=hexagons/);
		await expect(map.legend.locator('[data-symbol="named"] [data-mark="hexagon"]')).toHaveCount(1);
		await map.painted();
		const svg = await (await page.request.get(`/${words.language}/map.svg?lens=cooperatives&points=hexagons`)).text();
		expect(svg).not.toContain('data-symbol="point"');
		expect(svg.match(/data-symbol="count"/g)).toHaveLength(published.length);
	});

	test('the list says a count with its date and keeps the order of the rate; the table has both', async ({ page }) => {
		const published = await counts(page, 'region');
		const map = new MapPage(page, words);
		await map.open({ lens: 'cooperatives', level: 'region', table: '1' }, { map: false });
		await expect(map.side.locator('[data-published]')).toHaveCount(published.length);
		await expect(map.side.locator('[data-published]', { hasText: words.t('measure.undated') })).toHaveCount(
			published.filter(({ asOf }) => asOf === null).length
		);
		const values = (await map.lines()).map(({ value }) => value ?? -1);
		expect(values).toEqual(values.toSorted((a, b) => b - a));

		await expect(map.twin.getByRole('columnheader', { name: words.t('table.published') })).toBeVisible();
		await expect(map.twin.getByRole('columnheader', { name: words.t('table.date') })).toBeVisible();
		const shown = await map.twin.locator('td:nth-last-child(2) data').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
		expect(shown.map(Number).toSorted((a, b) => a - b)).toEqual(published.map((one) => one.count).toSorted((a, b) => a - b));
		await expect(map.twin.getByRole('cell', { name: words.t('status.not-published'), exact: true })).toHaveCount(12 - published.length);
	});

	test('circles come with what draws them and not before, and nothing from elsewhere; communes have none, and the legend says why', async ({
		page,
		baseURL
	}) => {
		const foreign: string[] = [];
		page.on('request', (request) => {
			if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== baseURL) foreign.push(request.url());
		});
		const deck = watchDeck(page);
		const map = new MapPage(page, words);
		await map.open({ lens: 'cooperatives', level: 'commune' });
		await expect(map.legend.locator('[data-symbol="unpublished"] td')).toHaveText(words.n(1503));
		await expect(map.legend.locator('[data-size]')).toHaveCount(0);
		expect(await deck.asked()).toBe(0);

		await map.level('region').click();
		await expect.poll(() => deck.asked()).toBeGreaterThan(0);
		await map.painted(12);
		expect(foreign).toEqual([]);

		// A circle that is pointed at says place, count, date and source.
		const [place] = ((await (await page.request.get('/api/v1/territories?level=region')).json()) as { items: Region[] }).items.filter(
			({ code }) => code === 'MA-09'
		);
		const box = (await map.canvas.boundingBox())!;
		const [x, y] = (await map.project())(place!.label);
		await page.mouse.move(box.x + x, box.y + y);
		const tip = page.locator('#map .tip');
		await expect(tip).toContainText(place!.name[words.language as 'ar' | 'fr']);
		await expect(tip).toContainText(words.t('count.cooperatives', { count: 4772 }));
		await expect(tip).toContainText('2022');
	});
});

interface Region {
	readonly code: string;
	readonly name: { readonly ar: string; readonly fr: string };
	readonly label: readonly [number, number];
}
