import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Words } from '#lib/i18n/words.ts';
import { barriers } from './barriers.ts';
import { inEachLanguage } from './words.ts';

/** A presentation as its audience and its presenter see it. */
class Presentation {
	readonly page: Page;
	readonly words: Words;

	constructor(page: Page, words: Words) {
		this.page = page;
		this.words = words;
	}

	/** Opens the slides of El Hajeb and waits until they need no network any more. */
	async open(hash = ''): Promise<void> {
		await this.page.goto(`/${this.words.language}/territory/MA-HAJ/present${hash}`);
		await this.ready();
	}

	async ready(): Promise<void> {
		await expect(this.page.getByText(this.words.t('present.ready'))).toBeVisible({ timeout: 90_000 });
	}

	get slide(): Locator {
		return this.page.locator('[data-slide]').first();
	}

	get headline(): Locator {
		return this.page.getByRole('heading', { level: 1 });
	}

	/** The slides by their ids, in the order of the overview, which is left open. */
	async overview(): Promise<readonly string[]> {
		await this.page.keyboard.press('o');
		await expect(this.tile('cover')).toBeVisible();
		return this.page.locator('li[data-slide]').evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-slide')!));
	}

	tile(id: string): Locator {
		return this.page.locator(`li[data-slide="${id}"]`);
	}

	button(name: Parameters<Words['t']>[0], within: Locator | Page = this.page): Locator {
		return within.getByRole('button', { name: this.words.t(name), exact: true });
	}

	/** Where the map looks, once it stands still with every province painted. */
	async camera(): Promise<string> {
		await expect(this.page.locator('[data-painted="75"]')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
		return (await this.page.locator('[data-camera]').getAttribute('data-camera'))!;
	}
}

inEachLanguage((words) => {
	const { t, language } = words;
	const [forward, backward] = language === 'ar' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];

	test('a delegate presents El Hajeb without the network, changes what is shown and takes it along', async ({ page, context, baseURL }) => {
		test.setTimeout(240_000);
		const foreign: string[] = [];
		const faults: string[] = [];
		page.on('request', (request) => {
			const url = request.url();
			if (!/^(data|blob|about):/.test(url) && new URL(url).origin !== baseURL) foreign.push(url);
		});
		page.on('pageerror', ({ message }) => faults.push(message));
		page.on('console', (message) => {
			if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
		});
		page.on('requestfailed', (request) => {
			// Chromium itself asks again for the icon of the tab whenever the address changes.
			if (!request.url().endsWith('/mark.svg')) faults.push(`${request.url()} ${request.failure()?.errorText}`);
		});
		const talk = new Presentation(page, words);
		await talk.open();
		await context.setOffline(true);

		// All slides by arrows, each with its sentence and a painted map.
		const ids = await talk.overview();
		await page.keyboard.press('Escape');
		expect(ids.length).toBeGreaterThan(12);
		const seen: string[] = [];
		for (const [index, id] of ids.entries()) {
			await expect(talk.slide).toHaveAttribute('data-slide', id);
			await expect(talk.headline).not.toBeEmpty();
			await expect(page.locator('[data-painted="75"]')).toBeVisible();
			await expect(
				page.getByText(t('present.position', { position: words.n(index + 1), count: words.n(ids.length) })).first()
			).toBeVisible();
			seen.push(id);
			await page.keyboard.press(index % 3 === 2 ? 'PageDown' : forward);
		}
		expect(seen).toEqual(ids);
		await expect(talk.slide).toHaveAttribute('data-slide', 'sources');

		// The map flies to what a slide is about, and its legend says what is painted.
		const near = await talk.camera();
		await page.keyboard.press('Home');
		const whole = await talk.camera();
		await expect.poll(() => talk.camera()).not.toBe(near);
		await page.keyboard.type('3');
		await page.keyboard.press('Enter');
		await expect(talk.slide).toHaveAttribute('data-slide', ids[2]!);
		await expect.poll(() => talk.camera()).not.toBe(whole);
		await expect(page.getByRole('region', { name: t('legend.title') }).getByRole('heading')).toHaveText(t('indicator.composite'));
		expect(new URL(page.url()).hash).toBe(`#${ids[2]}`);
		await page.keyboard.press(backward);
		await expect(talk.slide).toHaveAttribute('data-slide', ids[1]!);
		await page.goBack();
		await expect(talk.slide).toHaveAttribute('data-slide', ids[2]!);

		// A blank screen takes the first key for itself.
		await page.keyboard.press('b');
		await expect(talk.button('present.blanked')).toBeVisible();
		await page.keyboard.press(forward);
		await expect(talk.button('present.blanked')).toHaveCount(0);
		await expect(talk.slide).toHaveAttribute('data-slide', ids[2]!);

		// Commentary: written in the notes, read on the slide.
		await page.keyboard.press('n');
		await expect(page.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
		const said = language === 'ar' ? 'نبدأ بالماء والسكن' : 'Commençons par l’eau et le logement';
		await page.getByRole('textbox', { name: t('present.commentary') }).fill(said);
		await expect(talk.slide.getByText(said)).toBeVisible();
		await page.keyboard.press('Escape');
		await talk.headline.click();
		await page.keyboard.press('n');

		// Hidden and moved in the overview, by keyboard.
		await talk.overview();
		await talk.button('present.hide', talk.tile(ids[4]!)).press('Enter');
		await talk.button('present.later', talk.tile(ids[1]!)).press('Enter');
		const [download] = await Promise.all([page.waitForEvent('download'), talk.button('present.export').click()]);
		const file = await readFile(await download.path(), 'utf8');
		expect(JSON.parse(file)).toMatchObject({
			format: 'furas-presentation',
			territory: 'MA-HAJ',
			hidden: [ids[4]],
			commentary: { [ids[2]!]: said }
		});

		// A bad file changes nothing; the good one comes back after a reset.
		const input = page.locator('input[type=file]');
		await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"furas-case"}') });
		await expect(page.getByText(t('present.file.other-format'))).toBeVisible();
		await expect(talk.tile(ids[2]!)).toContainText(said);
		await talk.button('present.file.reset').click();
		await expect(talk.tile(ids[2]!)).not.toContainText(said);
		await input.setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(file) });
		await expect(page.getByText(t('present.file.done', { count: 1 }))).toBeVisible();

		// And it is kept on this device.
		await page.keyboard.press('Escape');
		await context.setOffline(false);
		await page.reload();
		await talk.ready();
		await expect(talk.slide).toHaveAttribute('data-slide', ids[2]!);
		await expect(talk.slide.getByText(said)).toBeVisible();
		expect(await barriers(page)).toEqual([]);
		await page.keyboard.press(forward);
		await expect(talk.slide).toHaveAttribute('data-slide', ids[1]!);
		await page.keyboard.press('End');
		await page.keyboard.press('Home');
		for (let presses = 0; presses < 4; presses++) await page.keyboard.press(forward);
		await expect(talk.slide).not.toHaveAttribute('data-slide', ids[4]!);
		expect(foreign).toEqual([]);
		expect(faults).toEqual([]);
	});

	test('a commune has no presentation, and is told where there is one', async ({ page }) => {
		await page.goto(`/${language}/territory/04.491.01.09/present`);
		await expect(page.getByText(t('present.commune', { code: '04.491.01.09' }))).toBeVisible();
	});
});
