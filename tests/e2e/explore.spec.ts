import { expect, test } from '@playwright/test';
import { MapPage, TERRITORIES } from './pages.ts';
import { alike, pictureOf, pixelsOf, plainColourAt, rgbOf } from './picture.ts';
import { inEachLanguage } from './words.ts';

/** A planner asks where a chain has a chance, and why. */
inEachLanguage((words) => {
	const { t } = words;

	test('the first picture: coloured provinces, a legend that counts them and shows one class alone, a list in the order of the scores; another chain: all follow', async ({
		page
	}) => {
		const map = new MapPage(page, words);
		await map.open();
		expect(new URL(page.url()).hash).toBe('');
		await map.painted(TERRITORIES.province);
		const rows = await map.legendRows();
		expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(TERRITORIES.province);

		const lines = await map.lines();
		const scored = rows.filter(({ kind }) => kind === 'class').reduce((sum, { count }) => sum + count, 0);
		expect(lines).toHaveLength(scored);
		const values = lines.map(({ value }) => value!);
		expect(values).toEqual(values.toSorted((a, b) => b - a));

		// Every class that holds a province is seen on the map in the colour of its swatch.
		const before = await pictureOf(page, map.canvas);
		const swatchOf = async (i: number) =>
			rgbOf((await map.legend.locator('[data-row]').nth(i).locator('rect:visible').first().getAttribute('fill'))!);
		for (const [i, { kind, count, label }] of rows.entries()) {
			if (kind !== 'class' || count === 0) continue;
			expect(pixelsOf(before, await swatchOf(i)), `pixels of the class «${label}»`).toBeGreaterThan(50);
		}

		// A row of the legend shows its class alone in the same colour, is told so, and gives the others back.
		const most = Math.max(...rows.filter(({ kind }) => kind === 'class').map(({ count }) => count));
		const at = rows.findIndex(({ count }) => count === most);
		const other = rows.findIndex(({ kind, count }, i) => kind === 'class' && count > 0 && i !== at);
		const button = map.legend.locator('[data-row]').nth(at).getByRole('button');
		await button.focus();
		await page.keyboard.press('Enter');
		await expect(button).toHaveAttribute('aria-pressed', 'true');
		const count = t('count.territories', { level: 'province', count: most });
		await expect(map.legend.getByRole('status')).toHaveText(t('legend.alone.on', { row: rows[at]!.label, count }));
		await map.painted(TERRITORIES.province);
		const alone = await pictureOf(page, map.canvas);
		expect(pixelsOf(alone, await swatchOf(at))).toBeGreaterThan(0.95 * pixelsOf(before, await swatchOf(at)));
		expect(pixelsOf(alone, await swatchOf(other))).toBeLessThan(0.05 * pixelsOf(before, await swatchOf(other)));
		await button.click();
		await expect(button).toHaveAttribute('aria-pressed', 'false');
		await expect(map.legend.getByRole('status')).toHaveText(t('legend.alone.off'));
		await map.painted(TERRITORIES.province);
		const after = await pictureOf(page, map.canvas);
		expect(pixelsOf(after, await swatchOf(other))).toBe(pixelsOf(before, await swatchOf(other)));

		// The row of the legend to which the place under the pointer belongs is marked.
		await expect(map.legend.locator('.marked')).toHaveCount(0);
		await map.ranked.first().hover();
		await expect(map.legend.locator('.marked[data-row="class"]')).toHaveCount(1);

		await map.chain.selectOption('saffron');
		const saffron = await map.chain.locator('option:checked').innerText();
		await expect(map.heading).toHaveText(t('list.zones', { chain: saffron }));
		await expect(map.legend.getByRole('heading')).toHaveText(t('legend.score', { chain: saffron }));
		await expect(page).toHaveURL(/chain=saffron/);
		await expect(map.ranked).toHaveCount(3);
		await map.painted(TERRITORIES.province);
	});

	test('what is chosen before the app has come alive is not lost', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.withoutWebgl();
		let release = (): void => undefined;
		const held = new Promise<void>((resolve) => (release = resolve));
		await page.route('**/_app/**/*.js', async (route) => {
			await held;
			await route.continue();
		});
		await page.goto(`/${words.language}`, { waitUntil: 'commit' });
		await map.chain.selectOption('saffron');
		const saffron = await map.chain.locator('option:checked').innerText();
		await map.lens('potentials').check({ force: true });
		release();
		await expect(page).toHaveURL(/lens=potentials/);
		await expect(page).toHaveURL(/chain=saffron/);
		await expect(map.lens('potentials')).toBeChecked();
		await expect(map.legend.getByRole('heading')).toHaveText(t('legend.potential', { chain: saffron }));
	});

	test('a line of the list opens the place: score, parts that add up, both sentences, needs against the nation', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey' }, { map: false });
		const line = (await map.lines())[1]!;
		await map.line(line.name).click();
		const { panel } = map;
		await expect(panel.name).toHaveText(line.name);
		await expect(map.line(line.name)).toHaveAttribute('aria-current', 'true');
		const score = await panel.score();
		expect(score).toBe(line.value);

		const [reference, ...rest] = await panel.parts();
		const total = rest.pop()!;
		expect(reference!.name).toBe(t('panel.contributions.reference'));
		expect(total).toEqual({ name: t('panel.contributions.total'), points: score });
		expect(rest).toHaveLength(4);
		const sum = rest.reduce((points, row) => points + (row.points ?? 0), 0);
		expect(Math.abs(sum - (score! - reference!.points!))).toBeLessThan(0.05);

		await expect(panel.root.getByRole('term')).toHaveText([t('panel.why'), t('panel.strengthen')]);
		await expect(panel.sentences.first()).toContainText(line.name);
		for (const sentence of await panel.sentences.all()) expect((await sentence.innerText()).length).toBeGreaterThan(30);
		await expect(panel.needs.locator('tbody tr').first()).toBeVisible();
		for (const row of await panel.needs.locator('tbody tr').all()) {
			const [here, national] = await row.getByRole('cell').allInnerTexts();
			expect(here).toMatch(/\d/);
			expect(national).toMatch(/\d/);
			await expect(row.getByRole('rowheader')).toContainText(/20\d\d/);
		}
	});

	test('El Hajeb: every documented potential names its source', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'agri-services', territory: 'MA-HAJ' }, { map: false });
		const { panel } = map;
		await expect(panel.name).toHaveText({ ar: 'الحاجب', fr: 'El Hajeb', en: '' }[words.language]);
		await expect(panel.potentials.first()).toBeVisible();
		for (const item of await panel.potentials.all()) {
			const source = item.getByRole('paragraph').last();
			await expect(source).not.toBeEmpty();
			const link = source.locator('a:not([href*="/feedback"])');
			if ((await link.count()) > 0) await expect(link).toHaveAttribute('href', /^https?:\/\//);
		}
		await expect(panel.root.getByText(t('app.statement'))).toBeVisible();
	});

	test('map, legend and list are one: a place under the pointer has the colour of its class, one without a score has none, a click selects it everywhere', async ({
		page,
		request
	}) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'fishing' });
		const picture = await pictureOf(page, map.canvas);
		const frame = (await map.canvas.boundingBox())!;
		const ramp = await map.legend
			.locator('[data-row="class"] rect:visible[fill]')
			.evaluateAll((all) => all.map((rect) => rect.getAttribute('fill')!));
		const project = await map.project();
		const { items } = (await (await request.get('/api/v1/territories?level=province')).json()) as { items: { label: [number, number] }[] };
		let classes = 0;
		let others = 0;
		// Every second place: a place that is pointed at is a map drawn anew, in software.
		for (const { label } of items.filter((_, i) => i % 2 === 0)) {
			// Below the name. An outline or a letter under the point only makes its colour uncounted.
			const [x, y] = project(label).map(Math.round) as [number, number];
			const colour = plainColourAt(picture, x, y + 12, 2);
			await page.mouse.move(frame.x + x, frame.y + y + 12);
			const [row] = await map.legend.locator('tr.marked').evaluateAll((rows) =>
				rows.map((one) => ({
					kind: one.getAttribute('data-row'),
					fill: [...one.querySelectorAll('rect')].find((rect) => rect.checkVisibility())?.getAttribute('fill')
				}))
			);
			if (!row) continue;
			const { kind, fill } = row;
			if (kind === 'class' && colour) {
				expect(alike(colour, rgbOf(fill!)), `(${x}, ${y}) is ${String(colour)}, its class ${fill}`).toBe(true);
				classes++;
			} else if (kind !== 'class') {
				if (colour) for (const fill of ramp) expect(alike(colour, rgbOf(fill)), `(${x}, ${y}) has no score and is ${fill}`).toBe(false);
				others++;
			}
		}
		expect(classes).toBeGreaterThan(1);
		expect(others).toBeGreaterThan(5);

		// A click selects the same place in the list, the panel and the link.
		const boujdour = project([-13.6, 25.7]);
		await page.mouse.click(frame.x + boujdour[0], frame.y + boujdour[1]);
		await expect(map.panel.name).toHaveText({ ar: 'بوجدور', fr: 'Boujdour', en: 'Boujdour' }[words.language]);
		const current = map.ranked.and(page.locator('[aria-current="true"]'));
		await expect(current).toHaveCount(1);
		await expect(map.panel.name).toHaveText((await current.locator('.name').innerText()).trim());
		await expect(current).toHaveAttribute('href', /territory=MA-BOD/);
		await expect(page).toHaveURL(/territory=MA-BOD/);
	});

	test('another level: its own count, its own colours, and a word that scores of two levels do not compare', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open();
		await expect(map.side.getByText(t('level.notice'))).toHaveCount(0);
		for (const level of ['region', 'commune', 'province'] as const) {
			await map.level(level).click();
			await expect(map.side.getByText(t('level.notice'))).toBeVisible();
			await expect(map.level(level)).toHaveAttribute('aria-current', 'true');
			await map.painted(TERRITORIES[level]);
			const rows = await map.legendRows();
			expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(TERRITORIES[level]);
			await expect(map.side.getByText(t('level.commune.areas'))).toBeVisible({ visible: level === 'commune' });
		}
	});
});
