import { expect, test, type Locator, type Page } from '@playwright/test';
import { inEachLanguage } from './words.ts';
import type { Words } from '#lib/i18n/words.ts';

/** El Hajeb, and what its commune is called in three scripts. */
const EL_HAJEB = '03.171.01.05';
const SPELLINGS = ['الحاجب', 'El Hajeb', 'el hajeb'] as const;

/** «Near me» in one language, by what a reader sees. */
export class NearPage {
	readonly page: Page;
	readonly words: Words;

	constructor(page: Page, words: Words) {
		this.page = page;
		this.words = words;
	}

	/** Opens the page with a query. */
	async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
		await this.page.goto(`/${this.words.language}/near?${new URLSearchParams(query)}`);
	}

	get search(): Locator {
		return this.page.getByRole('searchbox', { name: this.words.t('near.place.label') });
	}

	get find(): Locator {
		return this.page.getByRole('button', { name: this.words.t('near.place.search') });
	}

	/** The field of one of the counts: members, women, youth, money. */
	count(field: 'members' | 'women' | 'youth' | 'money'): Locator {
		return this.page.getByRole('textbox', { name: this.words.t(`profile.${field}`), exact: true });
	}

	get submit(): Locator {
		return this.page.getByRole('button', { name: this.words.t('profile.submit') });
	}

	/** Names of the sheets recommended, the folded ones too. */
	get sheets(): Locator {
		return this.page.locator('#sheets article');
	}

	get sectors(): Locator {
		return this.page.locator('#sectors ol > li');
	}
}

inEachLanguage((words) => {
	const { t, n, language } = words;

	test('a commune is found by its name in any script, and answered', async ({ page }) => {
		const near = new NearPage(page, words);
		for (const spelling of SPELLINGS) {
			await near.open();
			await near.search.fill(spelling);
			await near.find.click();
			// Where several communes answer to the name, the first is the one meant.
			await expect(page.locator('.matches a').first().or(page.locator('#sectors'))).toBeVisible();
			if (!page.url().includes('commune=')) await page.locator('.matches a').first().click();
			await expect(page, spelling).toHaveURL(new RegExp(`commune=${EL_HAJEB}`));
			await expect(near.sectors.first()).toBeVisible();
			await expect(near.sheets.first()).toBeVisible();
		}
	});

	test('each sector and each sheet says what speaks for it and what to strengthen, beside a picture in both appearances', async ({
		page
	}) => {
		const near = new NearPage(page, words);
		await near.open({ commune: EL_HAJEB });
		for (const card of [...(await near.sectors.all()), ...(await near.sheets.all())]) {
			const lists = card.locator('dd ul');
			expect(await lists.nth(0).locator('li').count()).toBeGreaterThanOrEqual(1);
			expect(await lists.nth(1).locator('li').count()).toBeGreaterThanOrEqual(1);
		}
		for (const theme of ['', '&theme=dark']) {
			const answer = await page.request.get(`/${language}/near/map.svg?commune=${EL_HAJEB}${theme}`);
			expect(answer.headers()['content-type']).toContain('image/svg+xml');
			expect(await answer.text()).toContain('data-layer="communes"');
		}
	});

	test('answers of a group change the sheets, stay on the device and never stand in the address', async ({ page }) => {
		const near = new NearPage(page, words);
		await near.open({ commune: EL_HAJEB });
		const before = await near.sheets.locator('h3').allTextContents();
		await page.getByText(t('profile.holder.women'), { exact: true }).click();
		await near.count('members').fill('12');
		await near.count('money').fill('60 000');
		await near.submit.click();
		await expect(page.getByText(t('profile.kept'))).toBeVisible();
		await expect.poll(() => near.sheets.locator('h3').allTextContents()).not.toEqual(before);
		expect(page.url()).not.toMatch(/members|money|holder/);
		await page.reload();
		await expect(near.count('members')).toHaveValue('12');
		await page.getByRole('button', { name: t('profile.forget') }).click();
		await expect(near.count('members')).toHaveValue('');
	});

	test('fewer than five people are told how to find founders or join; a number that cannot be is named at its field, and the rest is answered', async ({
		page
	}) => {
		const near = new NearPage(page, words);
		await near.open({ commune: EL_HAJEB });
		await near.count('members').fill('3');
		await near.submit.click();
		await expect(page.getByRole('heading', { name: t('near.founders') })).toBeVisible();
		await expect(page.getByText(t('near.founders.platform'))).toBeVisible();
		await expect(near.sheets).toHaveCount(0);
		await expect(page.locator('#excluded li[data-gate="founders"]').first()).toBeVisible();

		await near.count('members').fill('12');
		await near.count('women').fill('40');
		await near.submit.click();
		await expect(page.getByText(t('profile.issue.women'))).toBeVisible();
		await expect(near.sheets.first()).toBeVisible();
	});

	test('swapped, foreign, empty and nameless places have clear answers', async ({ page }) => {
		const near = new NearPage(page, words);
		await near.open({ lat: '-5.37', lon: '33.69' });
		await expect(page.getByRole('alert').first()).toContainText(t('near.issue.swapped'));
		await page.getByRole('link', { name: t('near.issue.swapped.mend') }).click();
		await expect(near.sectors.first()).toBeVisible();
		await near.open({ lat: '48.85', lon: '2.35' });
		await expect(page.getByRole('alert').first()).toContainText(t('near.issue.abroad'));
		await near.open({ lat: '21.3', lon: '-14.2', radius: '5' });
		await expect(page.getByRole('alert').first()).toContainText(t('near.empty', { km: n(5) }));
		await near.open({ q: 'zzzzzz' });
		await expect(page.getByText(t('near.place.none', { query: 'zzzzzz' }))).toBeVisible();
		await near.open({ commune: EL_HAJEB, radius: '0' });
		await expect(page.getByRole('alert').first()).toContainText(n(5));
		await expect(near.sectors.first()).toBeVisible();
	});

	test('a larger radius keeps what was found, and shows its own circle', async ({ page }) => {
		const near = new NearPage(page, words);
		const names = (): Promise<string[]> => near.sectors.locator('.name').allTextContents();
		await near.open({ commune: EL_HAJEB, radius: '10' });
		const small = await names();
		await near.open({ commune: EL_HAJEB, radius: '100' });
		const large = new Set(await names());
		expect(small.filter((name) => !large.has(name))).toEqual([]);
	});

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false });

		test('a place is chosen on the picture, twice for precision, and a group is answered', async ({ page }) => {
			const near = new NearPage(page, words);
			await near.open();
			await page.locator('details summary', { hasText: t('near.place.map') }).click();
			const picture = page.getByRole('button', { name: t('near.place.map.alt') });
			await picture.click({ position: { x: 222, y: 48 } });
			await expect(page).toHaveURL(/lat=3[3-5].*lon=-5|lon=-5.*lat=3[3-5]/);
			const first = page.url();
			await page.locator('details summary', { hasText: t('near.place.map') }).click();
			await picture.click({ position: { x: 200, y: 150 } });
			await expect(page).not.toHaveURL(first);
			await near.count('members').fill('8');
			await near.submit.click();
			await expect(near.count('members')).toHaveValue('8');
			await expect(near.sectors.first()).toBeVisible();
		});
	});
});
