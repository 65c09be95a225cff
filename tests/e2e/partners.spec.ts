import { expect, test } from '@playwright/test';
import { barriers } from './barriers.ts';
import { inEachLanguage, numberOf } from './words.ts';

interface Item {
	readonly id: string;
	readonly named: readonly { readonly id: string }[];
}

/** A phone, and no script: everything here is text and a plain form. */
test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

inEachLanguage((words) => {
	const { t, language } = words;

	test('a province chosen in the form shows who helps there and where to sell, as the API tells it', async ({ page }) => {
		await page.goto(`/${language}/partners`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('partners.title'));
		await expect(page.locator('[data-coverage]')).toContainText('75');
		await page.getByRole('combobox', { name: t('partners.choose') }).selectOption('MA-HAJ');
		await page.getByRole('button', { name: t('form.apply') }).click();
		await expect(page).toHaveURL(/[?]at=MA-HAJ$/);

		const { items } = (await (await page.request.get('/api/v1/partners?territory=MA-HAJ')).json()) as { items: readonly Item[] };
		const named = items.flatMap((item) => item.named.map(({ id }) => id));
		await expect(page.locator('[data-partner]')).toHaveCount(items.length);
		const shown = await page.locator('[data-named]').evaluateAll((all) => all.map((one) => one.getAttribute('data-named')!));
		expect(shown.toSorted()).toEqual(named.toSorted());
		await expect(page.locator('[data-here]')).toContainText(t('partners.here', { count: named.length }));

		// The markets of the province in the sentence are those of its row, and the rows fall.
		const counts = (await page.locator('[data-province] td:nth-of-type(1)').allInnerTexts()).map((shown) => numberOf(shown)!);
		expect(counts).toEqual(counts.toSorted((a, b) => b - a));
		const own = numberOf(await page.locator('[data-province="MA-HAJ"] td').first().innerText());
		await expect(page.locator('[data-souks]')).toHaveAttribute('data-souks', String(own));
		await expect(page.locator('[data-outlet="PO08"]')).toBeVisible();
		await expect(page.locator('[data-missing="delegation"]')).toBeVisible();

		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		await page.locator('[data-partner] summary').first().click();
		await expect(page.locator('[data-programme]').first()).toBeVisible();
	});

	test('links lead here from a territory, a commune leads to its province, and a wrong code is said', async ({ page }) => {
		await page.goto(`/${language}/territory/MA-KEN`);
		await page.getByRole('link', { name: t('nav.partners.here') }).click();
		await expect(page).toHaveURL(/partners[?]at=MA-KEN$/);
		await expect(page.locator('[data-named="PN05"]')).toContainText(t('partners.tie.covers'));
		await expect(page.locator('[data-missing="delegation"]')).toHaveCount(0);

		const near = await (await page.request.get(`/${language}/near?commune=03.171.01.05`)).text();
		const link = `/${language}/partners?at=03.171.01.05`;
		expect(near).toContain(`href="${link}"`);
		await page.goto(link);
		await expect(page.locator('[data-here]')).toHaveCount(1);
		await expect(page.getByRole('combobox', { name: t('partners.choose') })).toHaveValue('MA-HAJ');

		await page.goto(`/${language}/partners?at=MA-XXX`);
		await expect(page.getByRole('alert')).toHaveText(t('partners.issue', { value: 'MA-XXX' }));
		await expect(page.locator('[data-province] a').first()).toBeVisible();
	});
});

test.describe('with scripts for the checker', () => {
	test.use({ javaScriptEnabled: true });

	inEachLanguage(({ language }) => {
		test('the page has no serious barrier, light and dark', async ({ page }) => {
			await page.emulateMedia({ colorScheme: language === 'ar' ? 'light' : 'dark' });
			await page.goto(`/${language}/partners?at=MA-TIZ`);
			await page.locator('details').evaluateAll((drawers) => drawers.forEach((drawer) => ((drawer as HTMLDetailsElement).open = true)));
			expect(await barriers(page)).toEqual([]);
		});
	});
});
