import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { CHAPTERS } from '#lib/i18n/diagnostic/report.ts';
import { barriers } from './barriers.ts';
import { inEachLanguage, numberOf } from './words.ts';

/** Amounts of the projects of a province as the table of facts has them, in MAD. */
function amountsOf(code: string): number[] {
	const [head, ...rows] = readFileSync('data/facts/furas/projects/2026/existing_projects.csv', 'utf8').trim().split('\n').map(cellsOf);
	const [place, amount] = ['territory_code', 'amount_mad'].map((name) => head!.indexOf(name));
	return rows.filter((row) => row[place!] === code).map((row) => Number(row[amount!]));
}

/** The cells of a line of CSV, quoted or not. */
const cellsOf = (line: string): string[] =>
	[...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain!);

inEachLanguage((words) => {
	const { t, language } = words;
	const said = (ar: string, fr: string): string => (language === 'ar' ? ar : fr);
	const address = (code: string): string => `/${language}/territory/${code}`;

	test.describe('a diagnostic without JavaScript', () => {
		test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

		test('a delegate reads every chapter of El Hajeb, its two projects, and compares it with others', async ({ page }) => {
			await page.goto(address('MA-HAJ'));
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('الحاجب', 'El Hajeb'));
			const contents = page.getByRole('navigation', { name: t('diagnostic.contents') });
			for (const id of CHAPTERS) {
				const chapter = page.locator(`section#${id}`);
				await expect(chapter.getByRole('heading', { level: 2 })).toBeVisible();
				await expect(contents.locator(`a[href="#${id}"]`)).toHaveCount(1);
			}
			await expect(page).toHaveTitle(new RegExp(said('الحاجب', 'El Hajeb')));

			// The figures of the projects are those of the source, and each names it.
			const projects = page.getByRole('table', { name: t('place.projects') });
			const amounts = await projects.locator('tbody tr td:nth-child(4) bdi').allInnerTexts();
			expect(amounts.map(numberOf)).toEqual(amountsOf('MA-HAJ'));
			const source = projects.locator('sup a').first();
			await expect(page.locator((await source.getAttribute('href'))!)).toContainText('furas-projects-2026');

			// Documents of the same diagnostic.
			for (const format of ['pdf', 'pptx', 'xlsx', 'csv']) {
				await expect(page.locator(`a[href="/api/v1/diagnostics/MA-HAJ.${format}?lang=${language}"]`)).toHaveCount(1);
			}

			const comparison = (who: string): string => t('diagnostic.comparison', { who });
			const head = page.locator('main > header');
			await expect(head).toContainText(comparison(t('diagnostic.who.nation')));
			await page.getByRole('link', { name: t('territory.vs.region', { region: said('فاس-مكناس', 'Fès-Meknès') }) }).click();
			await expect(head).toContainText(comparison(said('فاس-مكناس', 'Fès-Meknès')));
			await page.getByRole('combobox', { name: t('territory.vs.other') }).selectOption('MA-SEF');
			await page
				.locator('form')
				.filter({ has: page.locator('#vs') })
				.getByRole('button')
				.click();
			await expect(page).toHaveURL(/vs=MA-SEF/);
			const needs = page.getByRole('table', { name: t('diagnostic.needs.table') });
			await expect(needs.getByRole('columnheader', { name: said('صفرو', 'Sefrou') })).toBeAttached();
			// The score card of a chain keeps the comparator.
			await expect(page.locator('[data-table="sectors-table"] a').first()).toHaveAttribute('href', /vs=MA-SEF.*#score$/);
		});

		test('a comparator that cannot be used is refused in words, and the nation takes its place', async ({ page }) => {
			const answer = await page.goto(`${address('MA-03')}?vs=region`);
			expect(answer!.status()).toBe(200);
			await expect(page.getByRole('status')).toContainText(t('territory.vs.bad', { asked: 'region' }));
			await expect(page.locator('main > header')).toContainText(t('diagnostic.comparison', { who: t('diagnostic.who.nation') }));
			const statuses = ['<script>', 'MA-03', 'x'.repeat(2000)].map(async (vs) =>
				(await page.request.get(`${address('MA-HAJ')}?vs=${encodeURIComponent(vs)}`)).status()
			);
			expect(await Promise.all(statuses)).toEqual([200, 200, 200]);
		});

		test('Tinghir has its three programme totals; Aousserd and Rabat say what is not published and what is missing', async ({ page }) => {
			await page.goto(address('MA-TIN'));
			const totals = page.getByRole('table', { name: t('place.projects') }).locator('tbody tr td:nth-child(4) bdi:first-child');
			expect((await totals.allInnerTexts()).map(numberOf)).toEqual(amountsOf('MA-TIN'));
			expect(amountsOf('MA-TIN')).toHaveLength(3);
			for (const [code, place] of [
				['MA-AOU', said('أوسرد', 'Aousserd')],
				['MA-RAB', said('الرباط', 'Rabat')]
			] as const) {
				await page.goto(address(code));
				await expect(page.locator('#fabric')).toContainText(t('diagnostic.fabric.none', { place }));
				await expect(page.locator('#quality')).toContainText(t('diagnostic.quality.nostock'));
			}
			// A prefecture without countryside lacks what is measured there, and names it.
			const { items } = (await (await page.request.get('/api/v1/indicators')).json()) as {
				items: readonly { id: string; name: Readonly<Record<'ar' | 'fr' | 'en', string>> }[];
			};
			for (const id of ['unemployment_rate_rural', 'running_water_access_rural', 'road_distance_km']) {
				await expect(page.locator('#quality')).toContainText(words.of(items.find((item) => item.id === id)!.name));
			}
		});

		test('El Hajeb and Sefrou side by side: each row marks who is better off by sign and word, and says by how much', async ({ page }) => {
			await page.goto(`/${language}/territory/compare?codes=MA-HAJ`);
			await expect(page.getByRole('status')).toContainText(t('compare.hint.one', { place: said('الحاجب', 'El Hajeb') }));
			await page.getByRole('combobox', { name: t('compare.slot', { number: '2' }) }).selectOption('MA-SEF');
			await page.getByRole('button', { name: t('form.apply') }).click();
			const row = page.locator('tr[data-row="unemployment_rate"]');
			await expect(row.locator('[data-verdict="best"]')).toContainText(`▲ ${t('compare.best')}`);
			await expect(row.locator('[data-verdict="worst"]')).toContainText(`▼ ${t('compare.worst')}`);
			const [here, there] = (await row.locator('.value').allInnerTexts()).map((text) => numberOf(text.replace('%', ''))!);
			const difference = words.signed(there! - here!, 1);
			await expect(row.locator('td').last()).toContainText(
				t('compare.difference', { difference: t('compare.points', { value: difference }) })
			);
			await expect(page.locator('#sectors tbody tr').first()).toBeVisible();

			// What cannot be compared is said, what can be is kept.
			const answer = await page.goto(`/${language}/territory/compare?codes=MA-HAJ,XX,MA-03,MA-SEF,MA-TIN,MA-RAB,MA-FIG,04.491.01.09`);
			expect(answer!.status()).toBe(200);
			const notice = page.getByRole('status');
			for (const [kind, codes] of [
				['unknown', 'XX'],
				['level', 'MA-03'],
				['many', 'MA-FIG'],
				['commune', '04.491.01.09']
			] as const) {
				await expect(notice).toContainText(t(`compare.issue.${kind}`, { codes }));
			}
			await expect(page.locator('#needs thead th')).toHaveCount(5);
		});
	});

	test('reads without a barrier and without sideways scrolling on a phone', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 740 });
		// Both are made of the same parts; one of them in each language.
		await page.goto(language === 'ar' ? address('MA-03') : `/${language}/territory/compare?codes=MA-HAJ,MA-SEF,MA-TIN`);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
		expect(await barriers(page)).toEqual([]);
	});
});
