import { expect, test, type Locator } from '@playwright/test';
import { MapPage } from './pages.ts';
import { inEachLanguage } from './words.ts';

/** Ends of the country, a little inside: Lagouira, the far east, the Strait, the middle of the south, M'hamid, Tarfaya. */
const ENDS = [
	[-17.03, 20.85],
	[-1.3, 32.2],
	[-5.6, 35.75],
	[-13.6, 25.7],
	[-5.72, 29.9],
	[-12.85, 27.9]
] as const;
const BOUJDOUR = [-13.6, 25.7] as const;
/** From small to large: what comes next is chosen in the last. */
const WINDOWS = [
	{ width: 1024, height: 768 },
	{ width: 1280, height: 800 },
	{ width: 1440, height: 900 }
];

/** Names of the panels that lie on each other, two by two. */
async function overlaps(panels: Readonly<Record<string, Locator>>): Promise<string[]> {
	const found = await Promise.all(
		Object.entries(panels).map(async ([name, panel]) => ({ name, box: (await panel.isVisible()) ? await panel.boundingBox() : null }))
	);
	const boxes = found.flatMap(({ name, box }) => (box ? [{ name, ...box }] : []));
	return boxes.flatMap((a, i) =>
		boxes
			.slice(i + 1)
			.filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
			.map((b) => `${a.name} × ${b.name}`)
	);
}

/** Nothing lies on anything else, and nothing on the country. */
inEachLanguage((words) => {
	const panelsOf = (map: MapPage): Record<string, Locator> => ({
		list: map.side,
		place: map.panel.root,
		legend: map.legend,
		levels: map.page.getByRole('navigation', { name: words.t('level.label') }),
		table: map.page.locator('[data-control="table"]'),
		link: map.page.locator('[data-control="link"]'),
		stale: map.page.getByRole('alert'),
		issues: map.page.locator('[role="status"].notice'),
		zoom: map.page.getByRole('button', { name: words.t('map.zoomIn') }),
		whole: map.page.getByRole('button', { name: words.t('map.whole') }),
		scale: map.page.locator('#map .maplibregl-ctrl-scale'),
		credit: map.page.locator('#map .maplibregl-ctrl-attrib')
	});

	test('the whole country is free, with and without a panel, in windows of every usual size; notices stand one below the other', async ({
		page
	}) => {
		const map = new MapPage(page, words);
		await page.setViewportSize(WINDOWS.at(-1)!);
		await map.open({ chain: 'honey', release: '2019.01-00000000', weights: 'much' });
		// Two notices stand one below the other.
		await expect(page.getByRole('alert')).toBeVisible();
		expect(await overlaps(panelsOf(map))).toEqual([]);
		await page
			.getByRole('alert')
			.getByRole('link', { name: words.t('link.stale.open') })
			.click();
		await expect(page.getByRole('alert')).toHaveCount(0);

		const expectFree = async (what: string): Promise<void> => {
			const isPlace = await map.panel.root.isVisible();
			for (const viewport of WINDOWS) {
				await page.setViewportSize(viewport);
				const where = `${what}, ${viewport.width} px`;
				// At 1024 px the panel of a place takes the room of the list; that is meant.
				const { list, ...panels } = panelsOf(map);
				const all = viewport.width < 1280 && isPlace ? panels : { list: list!, ...panels };
				await expect.poll(async () => (await map.canvas.boundingBox())!.width, { message: where }).toBe(viewport.width);
				await expect.poll(() => overlaps(all), { message: where }).toEqual([]);
				const frame = (await map.canvas.boundingBox())!;
				const over = async (): Promise<string[]> => {
					const project = await map.project();
					const points = ENDS.map(project).map(([x, y]) => [frame.x + x, frame.y + y] as const);
					return page.evaluate((all) => all.map(([x, y]) => document.elementFromPoint(x, y)?.tagName ?? 'nothing'), points);
				};
				await expect.poll(over, { message: `over the ends of the country, ${where}` }).toEqual(ENDS.map(() => 'CANVAS'));
			}
		};

		await expectFree('the list alone');
		const frame = (await map.canvas.boundingBox())!;
		const [x, y] = (await map.project())(BOUJDOUR);
		await page.mouse.click(frame.x + x, frame.y + y);
		await expect(map.panel.name).toBeVisible();
		await expectFree('with a place');
		await map.lens('cooperatives').check({ force: true });
		await expect(map.legend.locator('[data-symbol="published"]')).toBeAttached();
		await expectFree('with a place and symbols');
	});
});
