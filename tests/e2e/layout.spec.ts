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
const WINDOWS = [
	{ width: 1024, height: 768 },
	{ width: 1280, height: 800 },
	{ width: 1440, height: 900 }
];

/** Names of the panels that lie on each other, two by two. */
async function overlaps(panels: Readonly<Record<string, Locator>>): Promise<string[]> {
	const boxes: { name: string; x: number; y: number; width: number; height: number }[] = [];
	for (const [name, panel] of Object.entries(panels)) {
		if (!(await panel.isVisible())) continue;
		boxes.push({ name, ...(await panel.boundingBox())! });
	}
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

	for (const viewport of WINDOWS) {
		test(`the whole country is free, with and without a panel, at ${viewport.width} px`, async ({ page }) => {
			await page.setViewportSize(viewport);
			const map = new MapPage(page, words);
			for (const view of [{ chain: 'honey' }, { chain: 'honey', territory: 'MA-BOD' }, { lens: 'cooperatives', territory: 'MA-BOD' }]) {
				await map.open(view);
				// At 1024 px the panel of a place takes the room of the list; that is meant.
				const { list, ...panels } = panelsOf(map);
				const all = viewport.width < 1280 && 'territory' in view ? panels : { list: list!, ...panels };
				expect(await overlaps(all), JSON.stringify(view)).toEqual([]);
				const frame = (await map.canvas.boundingBox())!;
				const project = await map.project();
				for (const position of ENDS) {
					const [x, y] = project(position);
					const above = await page.evaluate(
						([left, top]) => document.elementFromPoint(left!, top!)?.outerHTML.slice(0, 80),
						[frame.x + x, frame.y + y]
					);
					expect(above, `over ${position.join(', ')} with ${JSON.stringify(view)}`).toMatch(/^<canvas/);
				}
			}
		});
	}

	test('two notices stand one below the other', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey', release: '2019.01-00000000', weights: 'much' }, { map: false });
		await expect(page.getByRole('alert')).toBeVisible();
		expect(await overlaps(panelsOf(map))).toEqual([]);
	});
});
