import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { inEachLanguage, numberOf } from './words.ts';
import type { Words } from '#lib/i18n/words.ts';

interface Named {
	readonly id: string;
	readonly branch: string | null;
	readonly region: string;
	readonly province: string | null;
	readonly position: readonly [number, number] | null;
	readonly womenOnly: boolean | null;
	readonly source: { readonly title: string; readonly url: string | null };
}

/** The directory in one language, by what a reader sees. */
class DirectoryPage {
	readonly page: Page;
	readonly words: Words;

	constructor(page: Page, words: Words) {
		this.page = page;
		this.words = words;
	}

	/** Opens the page with some filters. */
	async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
		await this.page.goto(`/${this.words.language}/cooperatives?${new URLSearchParams(query)}`);
	}

	get place(): Locator {
		return this.page.getByRole('combobox', { name: this.words.t('directory.territory') });
	}

	get search(): Locator {
		return this.page.getByRole('searchbox', { name: this.words.t('directory.q') });
	}

	get apply(): Locator {
		return this.page.getByRole('button', { name: this.words.t('form.apply') });
	}

	get heading(): Locator {
		return this.page.locator('#named');
	}

	/** Ids of the listed cooperatives, folded or not. */
	ids(): Promise<(string | null)[]> {
		return this.page.locator('[data-group] li').evaluateAll((all) => all.map(({ id }) => id));
	}

	/** What a row of the legend under the picture counts. */
	async legend(row: 'located' | 'unlocated' | 'published' | 'not-published'): Promise<number | null> {
		return numberOf(await this.page.locator(`[data-row="${row}"] td`).innerText());
	}

	/** Named cooperatives as the open API tells them. */
	async facts(query = ''): Promise<readonly Named[]> {
		const answer = await this.page.request.get(`/api/v1/cooperatives${query}`);
		return ((await answer.json()) as { items: readonly Named[] }).items;
	}
}

inEachLanguage((words) => {
	const { t, language, n } = words;

	test('the filters are a form: list, picture and address follow, and the link shows the same', async ({ page, browser }) => {
		const directory = new DirectoryPage(page, words);
		await directory.open();
		const all = await directory.facts();
		await expect(directory.heading).toContainText(t('directory.named.found', { found: n(all.length), all: n(all.length) }));
		await directory.place.selectOption('MA-09');
		await page.getByRole('checkbox', { name: t('directory.women') }).check();
		await directory.apply.click();
		// What is not asked for is not in the link.
		await expect(page).toHaveURL(new RegExp(`/${language}/cooperatives[?]territory=MA-09&women=1$`));
		const expected = all.filter(({ region, womenOnly }) => region === 'MA-09' && womenOnly === true);
		expect((await directory.ids()).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
		expect(await directory.legend('located')).toBe(expected.filter(({ position }) => position !== null).length);
		expect(await directory.legend('unlocated')).toBe(expected.filter(({ position }) => position === null).length);
		await expect(page.getByRole('checkbox', { name: t('directory.women') })).toBeChecked();

		const other = await (await browser.newContext()).newPage();
		await other.goto(page.url());
		await expect(other.locator('#named')).toHaveText(await directory.heading.innerText());
		await other.context().close();
	});

	test('a search finds names, activities and places in any spelling; nothing found says that these are examples, and leads back', async ({
		page
	}) => {
		const directory = new DirectoryPage(page, words);
		await directory.open();
		await directory.search.fill('تيزنيت ARGAN');
		await directory.search.press('Enter');
		const ids = await directory.ids();
		expect(ids.length).toBeGreaterThan(0);
		const found = await directory.facts('?territory=MA-TIZ');
		for (const id of ids) expect(found.map((one) => one.id)).toContain(id);

		await directory.search.fill('zzzz');
		await directory.search.press('Enter');
		await expect(page.getByText(t('directory.named.none'))).toBeVisible();
		await page
			.getByRole('main')
			.getByRole('link', { name: t('directory.clear') })
			.first()
			.click();
		await expect(page).toHaveURL(new RegExp(`/${language}/cooperatives$`));
	});

	test('every line has its source; a place leads to its page', async ({ page }) => {
		const directory = new DirectoryPage(page, words);
		await directory.open({ territory: 'MA-03' });
		for (const { id, source } of await directory.facts('?territory=MA-03')) {
			const line = page.locator(`li[id="${id}"]`);
			await expect(line).toContainText(source.title);
			if (source.url !== null) await expect(line.getByRole('link', { name: source.title })).toHaveAttribute('href', source.url);
		}
		const link = page.locator('[data-group] li a[href*="/territory/"]').first();
		const name = await link.innerText();
		await link.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	});

	test('who has no published count is a class of its own, hatched in the picture and listed apart', async ({ page }) => {
		const directory = new DirectoryPage(page, words);
		await directory.open();
		const answer = await page.request.get('/api/v1/cooperatives/counts?level=province');
		const published = ((await answer.json()) as { items: readonly { territory: string }[] }).items.map(({ territory }) => territory);
		expect(await directory.legend('published')).toBe(published.length);
		expect(await directory.legend('not-published')).toBe(75 - published.length);
		await expect(page.locator('[data-unpublished="province"]')).toHaveText(
			t('directory.unpublished.count', {
				count: n(75 - published.length),
				territories: t('count.territories', { level: 'province', count: 75 })
			})
		);
		const codes = await page.locator('[data-uncounted]').evaluateAll((all) => all.map((one) => one.getAttribute('data-uncounted')!));
		expect(codes.filter((code) => published.includes(code))).toEqual([]);
		await expect(page.getByText(t('directory.unpublished.note'))).toBeVisible();
		const picture = await page.request.get((await page.locator('figure img:visible').getAttribute('src'))!);
		expect(picture.headers()['content-type']).toContain('image/svg+xml');
		expect((await picture.text()).match(/data-row="1"[^>]*fill="url\(#map-cross-hatch\)"/)).not.toBeNull();
	});

	test('published counts have date and source, and are in the order of the places, never of the numbers', async ({ page }) => {
		const directory = new DirectoryPage(page, words);
		await directory.open({ territory: 'MA-05' });
		const rows = page.locator('[data-counts="MA-05"] [data-counted]');
		await expect(rows.first()).toHaveAttribute('data-counted', 'MA-05');
		const numbers = (await rows.locator('td strong').allInnerTexts()).map((text) => numberOf(text)!);
		expect(numbers.length).toBeGreaterThan(3);
		expect(numbers.slice(1)).not.toEqual(numbers.slice(1).toSorted((a, b) => b - a));
		for (const row of await rows.all()) {
			await expect(row.locator('td').nth(1)).toContainText(/\d{4}/);
			await expect(row.locator('td').nth(2).getByRole('link').first()).toHaveAttribute('href', /^https?:/);
		}
		await expect(page.getByText(t('symbols.note'))).toBeVisible();
		// The picture leads to the live map of the cooperatives, at the place that was asked for.
		await expect(page.getByRole('link', { name: t('directory.onmap') })).toHaveAttribute(
			'href',
			new RegExp(`^/${language}[?]lens=cooperatives&level=region&territory=MA-05`)
		);
	});

	test('existing projects say amount, partners, period and source; a programme total is marked as one', async ({ page }) => {
		const directory = new DirectoryPage(page, words);
		await directory.open();
		const answer = await page.request.get('/api/v1/existing-projects');
		const { items } = (await answer.json()) as {
			items: readonly { id: string; kind: string; amountMad: number; period: string; source: string }[];
		};
		expect(items.length).toBeGreaterThan(0);
		for (const { id, kind, amountMad, period, source } of items) {
			const card = page.locator(`li[id="${id}"]`);
			await expect(card).toContainText(n(amountMad));
			await expect(card).toContainText(period);
			await expect(card).toContainText(source);
			await expect(card.getByText(t('directory.projects.total.note'))).toHaveCount(kind === 'programme total' ? 1 : 0);
		}
		await expect(page.locator('li[id="XP01"]')).toContainText(t('directory.projects.partners'));
		await directory.open({ territory: 'MA-11' });
		await expect(page.getByText(t('directory.projects.none'))).toBeVisible();
	});

	test('the list is there for a spreadsheet: what is on the page, with what it is and is not', async ({ page }) => {
		const directory = new DirectoryPage(page, words);
		await directory.open({ branch: 'peche' });
		const ids = await directory.ids();
		const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t('directory.csv') }).click()]);
		expect(download.suggestedFilename()).toMatch(new RegExp(`^furas-cooperatives-${language}-.+[.]csv$`));
		const csv = await readFile(await download.path(), 'utf8');
		expect(csv.startsWith('\ufeff')).toBe(true);
		expect(csv).toContain(t('directory.honest'));
		expect([...csv.matchAll(/^(C\d{3}),/gm)].map(([, id]) => id)).toEqual(ids);
		// No cell is a formula for a spreadsheet, save numbers.
		expect(csv.match(/(^|,)"?[=+@]/gm)).toBeNull();
	});

	test('filters that mean nothing are named, and the others stay', async ({ page }) => {
		const directory = new DirectoryPage(page, words);
		await directory.open({ q: '??', territory: 'MA-99', branch: 'peche', women: 'yes' });
		const notice = page.locator('[role="status"].notice');
		for (const [name, value] of [
			['q', '??'],
			['territory', 'MA-99'],
			['women', 'yes']
		] as const)
			await expect(notice).toContainText(t(`directory.issue.${name}`, { value }));
		await expect(notice).toContainText(t('directory.issue.rest'));
		expect(await directory.ids()).toHaveLength((await directory.facts('?branch=peche')).length);
	});

	test('the header leads here, and on a phone its pages are folded into one menu', async ({ page }) => {
		await page.goto(`/${language}/method`);
		await page
			.getByRole('navigation', { name: t('nav.label') })
			.getByRole('link', { name: t('lens.cooperatives') })
			.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('directory.title'));
		await page.setViewportSize({ width: 360, height: 740 });
		await page.locator('header summary').press('Enter');
		await expect(
			page.getByRole('navigation', { name: t('nav.label') }).getByRole('link', { name: t('lens.cooperatives') })
		).toHaveAttribute('aria-current', 'page');
	});

	test.describe('without JavaScript', () => {
		test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

		test('form, folded regions, picture and list work on a phone', async ({ page }) => {
			const directory = new DirectoryPage(page, words);
			await directory.open();
			const group = page.locator('[data-group="MA-09"]');
			await expect(group.getByRole('listitem').first()).toBeHidden();
			await group.locator('summary').click();
			await expect(group.getByRole('listitem').first()).toBeVisible();
			await directory.place.selectOption('MA-11');
			await directory.apply.click();
			await expect(page).toHaveURL(/territory=MA-11/);
			// A short list stands open.
			await expect(page.locator('[data-group="MA-11"]').getByRole('listitem').first()).toBeVisible();
			await expect(page.locator('figure img:visible')).toHaveCount(1);
		});
	});
});
