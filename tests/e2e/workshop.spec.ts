import { expect, test, type Locator, type Page } from '@playwright/test';
import { QUESTIONS } from '#lib/view/judgements.ts';
import { MapPage } from './pages.ts';
import { inEachLanguage, numberOf } from './words.ts';
import type { Words } from '#lib/i18n/words.ts';

/** The weights workshop in one language, by what a table sees. */
class Workshop {
	readonly page: Page;
	readonly words: Words;

	constructor(page: Page, words: Words) {
		this.page = page;
		this.words = words;
	}

	/** Opens the workshop and waits until it answers by itself. */
	async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
		const snapshot = this.page.waitForResponse(/snapshot\.json/);
		await this.page.goto(`/${this.words.language}/weights?${new URLSearchParams(query)}`);
		await snapshot;
	}

	/** The answer «`first` matters so much more than `second`» to one question; a negative step says it of the second. */
	answer(question: number, step: number): Locator {
		const { first, second } = QUESTIONS[question]!;
		const [more, less] = step < 0 ? [second, first] : [first, second];
		const names = { first: this.words.t(`pillar.${more}`), second: this.words.t(`pillar.${less}`) };
		return this.page.getByRole('radio', { name: this.words.t(`workshop.judgement.${Math.abs(step) as 0 | 1 | 2 | 3 | 4}`, names) });
	}

	get verdict(): Locator {
		return this.page.locator('[data-verdict]');
	}

	column(id: 'balanced' | 'planner' | 'holder' | 'own'): Locator {
		return this.page.locator(`[data-preset="${id}"]`);
	}

	/** Percents of a column in the order of the pillars. */
	async weights(id: 'balanced' | 'own' = 'own'): Promise<(number | null)[]> {
		const shown = await this.column(id).getByRole('definition').allInnerTexts();
		return shown.map((text) => numberOf(text.replace('%', '')));
	}

	/** Places of a column, best first. */
	places(id: 'balanced' | 'own' = 'own'): Promise<string[]> {
		return this.column(id).locator('li > span:nth-child(2)').allInnerTexts();
	}

	get name(): Locator {
		return this.page.getByRole('textbox', { name: this.words.t('workshop.name') });
	}
}

inEachLanguage((words) => {
	const { t, language } = words;

	test('six answers become weights, and what moves is said at once', async ({ page }) => {
		const table = new Workshop(page, words);
		await table.open({ chain: 'honey' });
		expect(await table.weights()).toEqual([25, 25, 25, 25]);
		await expect(page.getByText(t('workshop.moves.none', { preset: t('preset.balanced') }))).toBeVisible();
		for (const question of [0, 1, 2]) await table.answer(question, 1).check();
		await expect.poll(() => table.weights()).toEqual([50, 16.7, 16.7, 16.6]);
		await expect(table.verdict).toHaveAttribute('data-verdict', 'consistent');
		await expect(page).toHaveURL(/weights=50,16\.7,16\.7,16\.6.*pairs=1,1,1,0,0,0/);
		expect(await table.places()).not.toEqual(await table.places('balanced'));
		const moves = page.getByRole('table', { name: t('workshop.moves.caption') });
		for (const row of await moves.locator('tbody tr').all()) {
			const [before, after] = (await row.getByRole('cell').allInnerTexts()).map(numberOf);
			expect(before).not.toBe(after);
		}
	});

	test('answers that contradict each other are refused; the one to look at again is named, and taking the advice settles it', async ({
		page
	}) => {
		const table = new Workshop(page, words);
		await table.open({ pairs: '1,1,1,0,0,0' });
		await table.answer(1, 2).check();
		await table.answer(3, 1).check();
		await table.answer(4, 1).check();
		const agreed = await table.weights();
		await table.answer(2, -4).check();
		await expect(table.verdict).toHaveAttribute('data-verdict', 'refused');
		const given = t('workshop.judgement.4', { first: t('pillar.access'), second: t('pillar.need') });
		await expect(table.verdict).toContainText(t('workshop.revisit', { sentence: given }));
		// What contradicts itself moves nothing.
		expect(await table.weights()).toEqual(agreed);
		await table.verdict.getByRole('link', { name: t('workshop.take') }).click();
		await expect(table.verdict).toHaveAttribute('data-verdict', 'consistent');
		await expect(table.answer(2, -4)).not.toBeChecked();
	});

	test('the keyboard answers every question', async ({ page }) => {
		const table = new Workshop(page, words);
		await table.open();
		await table.answer(0, 0).focus();
		await page.keyboard.press('ArrowUp');
		await expect(table.answer(0, 1)).toBeChecked();
		await page.keyboard.press('Tab');
		await expect(table.answer(1, 0)).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await expect(table.answer(1, -1)).toBeChecked();
	});

	test('name, answers and weights are in the link: whoever opens it sees the same', async ({ page, browser }) => {
		const table = new Workshop(page, words);
		await table.open({ chain: 'honey' });
		for (const [question, step] of [2, 1, 1, 0, -1, 0].entries()) if (step !== 0) await table.answer(question, step).check();
		const name = 'لجنة أزيلال & co 2026';
		await table.name.fill(name);
		await table.name.blur();
		await expect(table.column('own').getByRole('heading')).toHaveText(name);
		await expect(page).toHaveURL(/name=/);
		expect(page.url().length).toBeLessThan(2000);

		const other = new Workshop(await (await browser.newContext()).newPage(), words);
		await other.page.goto(page.url());
		await expect(other.name).toHaveValue(name);
		for (const [question, step] of [2, 1, 1, 0, -1, 0].entries()) await expect(other.answer(question, step)).toBeChecked();
		expect(await other.weights()).toEqual(await table.weights());
		expect(await other.places()).toEqual(await table.places());
		await other.page.context().close();
	});

	test('sliders are the other way, and the map opens with the same weights and the same order', async ({ page }) => {
		await new MapPage(page, words).withoutWebgl();
		const table = new Workshop(page, words);
		await table.open({ chain: 'honey' });
		await page.getByRole('radio', { name: t('workshop.by.sliders') }).check();
		await page.getByRole('slider', { name: t('weights.slider', { pillar: t('pillar.need') }) }).fill('75');
		await expect(page).toHaveURL(/weights=75,25,25,25.*by=sliders/);
		expect(await table.weights()).toEqual([50, 16.7, 16.7, 16.6]);
		const places = await table.places();
		await page.getByRole('link', { name: t('workshop.map') }).click();
		await expect(page).toHaveURL(/chain=honey&weights=75,25,25,25/);
		const map = new MapPage(page, words);
		expect((await map.lines()).slice(0, 10).map((line) => line.name)).toEqual(places);
	});

	test('the map leads here with its weights', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey', preset: 'planner' }, { map: false });
		await map.openWeights();
		await map.side.getByRole('link', { name: t('weights.workshop') }).click();
		const table = new Workshop(page, words);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('weights.workshop'));
		expect(await table.weights()).toEqual([40, 25, 20, 15]);
		await expect(page.getByRole('radio', { name: t('workshop.by.sliders') })).toBeChecked();
	});

	test('fits a phone', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 740 });
		for (const query of ['', '?pairs=1,2,-4,1,1,0', '?weights=70,10,10,10']) {
			await page.goto(`/${language}/weights${query}`);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		}
		for (const label of await page.locator('fieldset label:visible').all())
			expect((await label.boundingBox())!.height).toBeGreaterThanOrEqual(24);
	});

	test.describe('without JavaScript', () => {
		test.use({ javaScriptEnabled: false });

		test('the page is a form: answers are sent, and the address says them in short', async ({ page }) => {
			const table = new Workshop(page, words);
			await page.goto(`/${language}/weights?chain=honey`);
			for (const question of [0, 1, 2]) await table.answer(question, 1).check();
			await page.getByRole('button', { name: t('form.apply') }).click();
			await expect(page).toHaveURL(/weights=50,16\.7,16\.7,16\.6.*pairs=1,1,1,0,0,0/);
			expect(page.url()).not.toContain('need-potential');
			expect(await table.weights()).toEqual([50, 16.7, 16.7, 16.6]);
			await page.goto(`/${language}/weights?pairs=1,2,-4,1,1,0`);
			await table.verdict.getByRole('link', { name: t('workshop.take') }).click();
			await expect(table.verdict).toHaveAttribute('data-verdict', 'consistent');
		});
	});
});
