import { expect, test } from '@playwright/test';
import { isolatedId } from '#lib/i18n/locales.ts';
import { MapPage, TERRITORIES } from './pages.ts';
import { pictureOf } from './picture.ts';
import { inEachLanguage } from './words.ts';

const HAJEB = { chain: 'honey', territory: 'MA-HAJ' };

/** A planner weighs the pillars otherwise and sees at once what that changes. */
inEachLanguage((words) => {
	const { t } = words;

	test('a moving slider changes colours, list and panel at once; the classes stay', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open(HAJEB);
		await map.openWeights();
		const before = {
			lines: await map.lines(),
			legend: await map.legendRows(),
			score: await map.panel.score(),
			parts: await map.panel.parts(),
			picture: await pictureOf(page, map.canvas),
			address: page.url()
		};

		// The pointer goes down on the slider and moves; it is not let go, so nothing but the draft can be on screen.
		const box = (await map.slider('room').boundingBox())!;
		await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
		await page.mouse.down();
		const most = words.direction === 'rtl' ? box.x + 4 : box.x + box.width - 4;
		await page.mouse.move(most, box.y + box.height / 2, { steps: 3 });

		await expect.poll(() => map.lines()).not.toEqual(before.lines);
		expect(await map.panel.score()).not.toBe(before.score);
		expect(await map.panel.parts()).not.toEqual(before.parts);
		expect(page.url()).toBe(before.address);
		const legend = await map.legendRows();
		expect(legend.map(({ label }) => label)).toEqual(before.legend.map(({ label }) => label));
		expect(legend.map(({ count }) => count)).not.toEqual(before.legend.map(({ count }) => count));
		await map.painted(TERRITORIES.province);
		const picture = await pictureOf(page, map.canvas);
		expect(Buffer.compare(Buffer.from(picture.data), Buffer.from(before.picture.data))).not.toBe(0);

		await page.mouse.up();
		await expect(page).toHaveURL(/weights=\d+,\d+,\d+,\d+/);
	});

	test('weights and aggregation survive a reload and reach whoever gets the link', async ({ page, browser, request }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey' }, { map: false });
		await expect(map.ranked.first()).toBeVisible();
		await map.openWeights();
		await map.slider('need').fill('80');
		await map.slider('access').fill('5');
		await map.side.getByRole('combobox', { name: t('aggregator.label') }).selectOption('harmonic');
		await expect(page).toHaveURL(/weights=80,\d+,\d+,5&aggregator=harmonic/);
		const lines = await map.lines();

		await page.reload();
		expect(await map.lines()).toEqual(lines);

		const other = new MapPage(await (await browser.newContext()).newPage(), words);
		await other.withoutWebgl();
		await other.page.goto(page.url());
		expect(await other.lines()).toEqual(lines);
		await other.openWeights();
		await expect(other.slider('need')).toHaveValue('80');
		await other.page.context().close();

		const weights = new URL(page.url()).searchParams.get('weights')!;
		const answer = await request.get(`/api/v1/scores?sector=honey&weights=${weights}&aggregator=harmonic`);
		const { items } = (await answer.json()) as { items: { score: number | null }[] };
		const scores = items.filter(({ score }) => score !== null).map(({ score }) => Math.round(score! * 10) / 10);
		expect(lines.map(({ value }) => value)).toEqual(scores);
	});

	test('a preset is one choice, and the way back is one button', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey' }, { map: false });
		await map.openWeights();
		const balanced = await map.lines();
		await map.side.getByText(t('preset.planner'), { exact: true }).click();
		await expect(page).toHaveURL(/preset=planner/);
		expect(await map.lines()).not.toEqual(balanced);
		await map.side.getByRole('button', { name: t('weights.reset') }).click();
		await expect(page).not.toHaveURL(/preset=|weights=/);
		expect(await map.lines()).toEqual(balanced);
	});

	test('a link to a release that is not here says so and offers the current one', async ({ page, request }) => {
		const { items } = (await (await request.get('/api/v1/releases')).json()) as { items: { id: string }[] };
		const { release: current } = (await (await request.get('/api/v1/sectors')).json()) as { release: string };
		expect(items.map(({ id }) => id)).toContain(current);
		const unknown = '2019.01-00000000';
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey', release: unknown }, { map: false });
		const notice = page.getByRole('alert');
		// Ids read from left to right inside an Arabic sentence.
		const id = (release: string) => isolatedId(words.language, release);
		await expect(notice).toContainText(t('link.stale', { release: id(unknown), current: id(current) }));
		await notice.getByRole('link', { name: t('link.stale.open') }).click();
		await expect(page).toHaveURL(new RegExp(`chain=honey&release=${current}`));
		await expect(notice).toHaveCount(0);
	});
});
