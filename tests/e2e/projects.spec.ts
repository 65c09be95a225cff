import { expect, test, type Locator, type Page } from '@playwright/test';
import { FIGURE_STATUSES } from '#lib/core/project/figure.ts';
import type { Words } from '#lib/i18n/words.ts';
import { inEachLanguage } from './words.ts';

/** The project bank in one language, by what a reader sees. */
class BankPage {
	readonly page: Page;
	readonly words: Words;

	constructor(page: Page, words: Words) {
		this.page = page;
		this.words = words;
	}

	async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
		await this.page.goto(`/${this.words.language}/projects?${new URLSearchParams(query)}`);
	}

	filter(name: 'place' | 'sector' | 'holder' | 'grade' | 'permit'): Locator {
		return this.page.getByRole('combobox', { name: this.words.t(`projects.filter.${name}`) });
	}

	get apply(): Locator {
		return this.page.getByRole('button', { name: this.words.t('form.apply') });
	}

	get cards(): Locator {
		return this.page.locator('article[data-model]');
	}

	/** Ids of the sheets shown, in their order. */
	ids(): Promise<string[]> {
		return this.cards.evaluateAll((cards) => cards.map((card) => card.getAttribute('data-model') ?? ''));
	}

	chip(filter: string): Locator {
		return this.page.locator(`a[data-filter="${filter}"]`);
	}
}

interface ListedModel {
	readonly id: string;
	readonly variantOf: string | null;
	readonly grade: string;
	readonly capital: number;
	readonly chains: readonly string[];
}

/** The sheets as the open API lists them. */
async function listed(page: Page): Promise<readonly ListedModel[]> {
	const answer = await page.request.get('/api/v1/projects?limit=100');
	return ((await answer.json()) as { items: readonly ListedModel[] }).items;
}

inEachLanguage((words) => {
	const { t, n, language } = words;

	test('every sheet is listed, a variant right after its model, and nowhere a rate of return', async ({ page }) => {
		const bank = new BankPage(page, words);
		await bank.open();
		const all = await listed(page);
		const ids = await bank.ids();
		expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
		for (const { id, variantOf } of all) {
			if (variantOf === null) continue;
			const before = ids.slice(0, ids.indexOf(id)).toReversed();
			expect(before.find((other) => !all.some((model) => model.id === other && model.variantOf === variantOf))).toBe(variantOf);
		}
		const text = await page.getByRole('main').innerText();
		expect(text).not.toMatch(/\bTRI\b|معدل المردودية الداخلي|\bIRR\b/);
		await expect(bank.cards.first()).toContainText(t('projects.card.member.note'));
		// Chains without a model are counted and lead to the map.
		const links = page.locator('section[aria-labelledby="missing"] li a');
		const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		await expect(page.getByText(t('projects.missing.count', { count: hrefs.length }))).toBeVisible();
		for (const href of hrefs) expect(href).toMatch(new RegExp(`^/${language}\\?chain=`));
	});

	test('filters narrow the list, stand as chips, and a chip gives one up', async ({ page }) => {
		const bank = new BankPage(page, words);
		await bank.open();
		await bank.filter('sector').selectOption('honey');
		await bank.apply.click();
		await expect(page).toHaveURL(/sector=honey/);
		expect(await bank.ids()).toEqual((await listed(page)).filter(({ chains }) => chains.includes('honey')).map(({ id }) => id));
		await page.getByText(t('projects.filters.more')).click();
		await bank.filter('grade').selectOption('B');
		await bank.apply.click();
		expect(await bank.ids()).toEqual(['M02']);
		await expect(bank.chip('grade')).toBeVisible();
		await bank.chip('grade').click();
		await expect(bank.chip('grade')).toHaveCount(0);
		await expect(bank.chip('sector')).toBeVisible();
	});

	test('a place leaves out what it cannot have, and says why', async ({ page }) => {
		const bank = new BankPage(page, words);
		await bank.open({ place: 'MA-HAJ' });
		expect(await bank.ids()).not.toContain('M15');
		await page
			.locator('details', { has: page.locator('.apart') })
			.locator('summary')
			.click();
		await expect(page.locator('.apart li', { has: page.locator('a[href$="/M15"]') })).toContainText(t('gate.no-inland-evidence'));
	});

	test('when nothing is found the page says which filter to give up, and giving it up finds something', async ({ page }) => {
		const bank = new BankPage(page, words);
		await bank.open({ grade: 'A', permit: 'none' });
		await expect(bank.cards).toHaveCount(0);
		await expect(page.getByText(t('projects.none'))).toBeVisible();
		const way = page.locator('.none li a').first();
		await way.click();
		await expect(bank.cards.first()).toBeVisible();
	});

	test('an order by capital starts with the smallest, and a link that asks for an order by return is not followed', async ({ page }) => {
		const bank = new BankPage(page, words);
		await bank.open({ sort: 'capital' });
		const capitals = new Map((await listed(page)).map(({ id, capital }) => [id, capital]));
		expect((await bank.ids())[0]).toBe([...capitals].toSorted(([, a], [, b]) => a - b)[0]![0].replace(/[a-z]$/, ''));
		await bank.open({ sort: 'irr' });
		await expect(page.getByRole('alert')).toContainText(t('projects.sort'));
	});

	test('a sheet says of every figure how it is founded, and where its sources stand', async ({ page }) => {
		await page.goto(`/${language}/projects/M13`);
		const figures = page.locator('#figures');
		const badges = figures.locator('tbody [data-status]');
		const lines = await figures.locator('tbody tr').count();
		expect(await badges.count()).toBeGreaterThanOrEqual(lines);
		for (const status of FIGURE_STATUSES) await expect(figures.locator('.statuses')).toContainText(t(`figure.${status}`));
		await expect(figures).toContainText('◷');
		const source = figures.locator('tbody a[href^="#source-"]').first();
		await expect(page.locator((await source.getAttribute('href'))!)).toBeVisible();
		await expect(page.getByText(t('sheet.draft')).first()).toBeVisible();
		await expect(page.getByText(t('sheet.member.note')).first()).toBeVisible();
	});

	test('a sheet shows where it makes sense, and each province has the chain among its first five', async ({ page }) => {
		await page.goto(`/${language}/projects/M03`);
		const where = page.locator('#where');
		const picture = where.getByRole('img').first();
		const answer = await page.request.get((await picture.getAttribute('src'))!);
		expect(answer.headers()['content-type']).toContain('image/svg+xml');
		const rows = (await answer.text()).match(/data-code=/g) ?? [];
		expect(rows.length).toBe(75);
		const counts = await where.locator('.legend li span.muted').allInnerTexts();
		expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(75);
		for (const row of await where.locator('ol li').all()) {
			const text = await row.innerText();
			expect([1, 2, 3, 4, 5].some((position) => text.includes(t('sheet.top.position', { position: n(position) })))).toBe(true);
		}
		await where.locator('ol li a').first().click();
		await expect(page).toHaveURL(/\/territory\/MA-[A-Z]{3}\?chain=argan/);
	});

	test('a sheet that is reached from a place says how it fits there and leads back', async ({ page }) => {
		await page.goto(`/${language}/projects/M10?commune=03.171.01.05&radius=20`);
		const place = page.locator('section[aria-labelledby="place"]');
		await expect(place).toContainText(t('near.reasons'));
		await place.getByRole('link').first().click();
		await expect(page).toHaveURL(/\/near\?commune=03\.171\.01\.05&radius=20/);
	});

	test('a sheet that does not exist says so', async ({ page }) => {
		const answer = await page.goto(`/${language}/projects/M99`);
		expect(answer?.status()).toBe(404);
		await expect(page.getByText(t('projects.unknown', { id: 'M99' }))).toBeVisible();
	});

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

		test('the list is filtered by its form and a sheet reads in full, without moving sideways', async ({ page }) => {
			const bank = new BankPage(page, words);
			await bank.open();
			await bank.filter('holder').selectOption('women');
			await bank.apply.click();
			await expect(page).toHaveURL(/holder=women/);
			expect(await bank.ids()).not.toContain('M07');
			await bank.cards.first().getByRole('link').first().click();
			for (const id of ['where', 'figures', 'needs', 'sources']) await expect(page.locator(`#${id}`)).toBeVisible();
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(width).toBeLessThanOrEqual(360);
		});
	});
});
