import { expect, test } from '@playwright/test';
import { barriers } from './barriers.ts';
import { signIn } from './office.ts';

/** A telephone, and forms that work before any script has come. */
test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });

test('a figure is corrected from its row, accepted by the delegate of its region, and says so where it stands', async ({
	page,
	browser
}) => {
	await page.goto('/fr/territory/MA-HAJ');
	const row = page.locator('[data-row]', { has: page.locator('a[href*="indicator%3Aunemployment_rate%40MA-HAJ"]') }).first();
	await row.locator('a[href*="/feedback?about=indicator"]').first().click();
	await expect(page.locator('main dl')).toContainText('El Hajeb');
	const reference = new URL(page.url()).searchParams.get('about')!;

	await page.locator('[name=type][value=correction]').check();
	await page.locator('#words').fill('Le chiffre de la délégation est plus récent.');
	await page.locator('[name=consent]').check();
	await page.locator('main form button').click();
	await expect(page.locator('#value-issue')).toBeVisible();
	await expect(page.locator('#title-issue')).toBeVisible();
	await expect(page.locator('#words')).toHaveValue('Le chiffre de la délégation est plus récent.');
	expect(await page.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true);
	await page.locator('#value').fill('18,4');
	await page.locator('#year').fill('2025');
	await page.locator('#title').fill('Enquête provinciale 2025');
	await page.locator('#where').fill('Délégation provinciale, El Hajeb');
	await page.locator('[name=consent]').check();
	await page.locator('main form button').click();
	await expect(page).toHaveURL(/\/fr\/follow\/[2-9A-Z-]{14}\?new/);
	const follow = page.url().replace('?new', '');

	const office = await browser.newContext({ javaScriptEnabled: false });
	const desk = await office.newPage();
	await signIn(desk, 'fes', 'fr');
	await desk.goto('/fr/office/feedback');
	await desk.locator('tr[data-feedback] a').first().click();
	const address = desk.url();
	await expect(desk.locator('main')).toContainText('Le chiffre de la délégation est plus récent.');
	await desk.locator('form[action="?/accept"] #title').fill('');
	await desk.locator('form[action="?/accept"] button').click();
	await expect(desk.locator('#title-issue')).toBeVisible();
	await desk.locator('form[action="?/accept"] #title').fill('Enquête provinciale sur l’emploi, 2025');
	await desk.locator('#accept-note').fill('Merci, la prochaine version en tiendra compte.');
	await desk.locator('form[action="?/accept"] button').click();
	await expect(desk.locator('main')).toContainText('Acceptée');

	const elsewhere = await browser.newContext({ javaScriptEnabled: false });
	const other = await elsewhere.newPage();
	await signIn(other, 'souss', 'fr');
	expect((await other.goto(address))?.status()).toBe(404);
	await other.goto('/fr/office/feedback?status=');
	await expect(other.locator('tr[data-feedback]')).toHaveCount(0);

	await page.goto(follow);
	await expect(page.locator('main')).toContainText('Merci, la prochaine version en tiendra compte.');
	const tally = await page.request.get(`/api/v1/feedback?about=${encodeURIComponent(reference)}`);
	expect(await tally.json()).toMatchObject({ items: [{ about: reference, accepted: 1 }] });
	// Another address of the same page: the bytes of the first are kept.
	await page.goto('/fr/territory/MA-HAJ?vs=region');
	await expect(page.locator(`[data-feedback="${reference}"]`).first()).toHaveText('1 remarque acceptée pour la prochaine version');
	await page.goto(`/ar/feedback?about=${encodeURIComponent(reference)}`);
	await expect(page.locator('main [role=status]')).toHaveText('ملاحظة مقبولة للإصدار القادم');
	await Promise.all([office.close(), elsewhere.close()]);
});

test('a value that is none is said in one sentence, in the language of the page', async ({ page }) => {
	for (const [path, sentence] of [
		['/ar/feedback', 'لم تحدد أي رقم'],
		['/ar/feedback?about=evidence:E99999', 'لا يوجد في هذا الإصدار'],
		['/fr/feedback?about=%3Cscript%3E', 'Cette version n’a aucun chiffre'],
		['/fr/cooperatives/claim?id=C999', 'Aucune coopérative']
	] as const) {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(200);
		await expect(page.locator('main [role=status]')).toContainText(sentence);
	}
});

test('a cooperative corrects its record, and the delegate takes the fields he has checked', async ({ page, browser }) => {
	await page.goto('/ar/cooperatives?territory=MA-SEF');
	await page.locator('#C004 a[href*="claim?id=C004"]').click();
	await page.locator('[name="record.members"]').fill('34');
	await page.locator('[name="record.year"]').fill('٢٠٠٩');
	await page.locator('[name=proof]').fill('محضر الجمع العام');
	await page.locator('[name=consent]').check();
	await page.locator('main form button').click();
	await expect(page.locator('#phone-issue')).toBeVisible();
	await expect(page.locator('[name="record.members"]')).toHaveValue('34');
	await page.locator('[name=phone]').fill('0600000000');
	await page.locator('[name=consent]').check();
	await page.locator('main form button').click();
	await expect(page).toHaveURL(/\/ar\/follow\//);

	const office = await browser.newContext({ javaScriptEnabled: false });
	const desk = await office.newPage();
	await signIn(desk, 'fes', 'ar');
	await desk.goto('/ar/office/claims');
	await desk.locator('main table a').first().click();
	await expect(desk.locator('main')).not.toContainText('0600000000');
	await desk.locator('form[action="?/contact"] button').click();
	await expect(desk.locator('main')).toContainText('0600000000');
	await desk.locator('[name=field][value=year]').uncheck();
	await desk.locator('form[action="?/accept"] button').click();
	await expect(desk.locator('main')).toContainText('قُبل');
	await office.close();
});

test('the quality of the data is that of the regions of a delegate, and every gap leads to where it is mended', async ({ page }) => {
	await signIn(page, 'souss', 'fr');
	await page.goto('/fr/office/quality');
	const row = page.locator('[data-indicator=unemployment_rate]');
	await expect(row).toContainText('6/6');
	await row.locator('a[href*="/feedback?about"]').click();
	await expect(page.locator('main dl')).toBeVisible();
	await page.goto('/ar/office/quality');
	await page.locator('#unlocated summary').click();
	await page.locator('#unlocated a').first().click();
	await expect(page.locator('[name=proof]')).toBeVisible();
});

for (const [language, colorScheme] of [
	['ar', 'light'],
	['fr', 'dark']
] as const) {
	test.describe(`in ${language}`, () => {
		test.use({ javaScriptEnabled: true, colorScheme });

		test('the forms and the pages of the office have no serious barrier, also with something wrong in them', async ({ page }) => {
			await page.goto(`/${language}/feedback?about=score:honey@MA-03`);
			await page.locator('[name=type][value=evidence]').check();
			await page.locator('main form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
			await page.locator('main form button').click();
			await expect(page.locator('#chain-issue, #words-issue').first()).toBeVisible();
			expect.soft(await barriers(page), 'feedback').toEqual([]);
			await page.goto(`/${language}/cooperatives/claim?id=C004`);
			expect.soft(await barriers(page), 'claim').toEqual([]);
			await signIn(page, 'planner', language);
			for (const path of ['office/feedback?status=', 'office/claims?status=', 'office/quality']) {
				await page.goto(`/${language}/${path}`);
				expect.soft(await barriers(page), path).toEqual([]);
				const first = page.locator('tbody th a[href*="/office/"]').first();
				if ((await first.count()) === 0) continue;
				await first.click();
				expect.soft(await barriers(page), `one of ${path}`).toEqual([]);
			}
		});
	});
}
