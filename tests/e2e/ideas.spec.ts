import { expect, test, type Browser, type Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { ACCOUNTS, type Somebody } from './office-accounts.ts';
import { signIn } from './office.ts';

const TITLE = 'تجفيف التين وتلفيفه في دوار آيت بوبيدمان';
const PITCH = 'نجفف التين الذي يضيع كل صيف ونلفّه في علب صغيرة ونبيعه في مكناس وفاس، ونتقاسم الدخل بين عشر نساء.';
const JURORS = (Object.keys(ACCOUNTS) as Somebody[]).filter((who) => ACCOUNTS[who].role === 'juror');

/** A page of the office for somebody of its own, signed in. */
async function office(browser: Browser, who: Somebody): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await signIn(page, who);
	return page;
}

test('an idea typed on a phone in Arabic without network becomes a project sheet', async ({ browser }) => {
	const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'ar-MA', reducedMotion: 'reduce' });
	const page = await phone.newPage();
	await page.goto('/ar/ideas/submit');
	await expect(page.locator('[data-left]')).toHaveAttribute('data-left', '280');
	expect(await barriers(page, { every: true })).toEqual([]);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(360);
	await page.locator('#title').fill(TITLE);
	await page.locator('#pitch').fill(`${PITCH} ${'ت'.repeat(280)}`);
	await expect(page.locator('#pitch-left')).toContainText('زائدا');
	await page.locator('#pitch').fill(PITCH);
	await page.locator('#need').selectOption('market');
	await page.locator('#holder').selectOption('group');
	await page.locator('#members').fill('١٠');
	await page.locator('#stage').selectOption('tried');
	await page.locator('#province').selectOption('MA-HAJ');
	await page.locator('#name').fill('فاطمة');
	await page.locator('#phone').fill('0612345678');
	await page.locator('[name=consent]').check();

	// What would publish a telephone number is said beside its field, and nothing typed is lost.
	await page.locator('#pitch').fill(`${PITCH} 0612345678`);
	await page.getByRole('button', { name: 'أرسل الفكرة' }).click();
	await expect(page.locator('#pitch-issue')).toContainText('سيُنشر');
	await expect(page.locator('#members')).toHaveValue('١٠');
	await page.locator('#pitch').fill(PITCH);

	// The network is gone: sending loses nothing and says so, and neither does a visit later.
	await phone.setOffline(true);
	await page.getByRole('button', { name: 'أرسل الفكرة' }).click();
	await expect(page.locator('[data-draft=unsent]')).toContainText('لا شبكة');
	await phone.setOffline(false);
	await expect(page.locator('[data-draft=back]')).toBeVisible();
	await page.reload();
	await expect(page.locator('[data-draft=restored]')).toBeVisible();
	await expect(page.locator('#pitch')).toHaveValue(PITCH);
	await expect(page.locator('#province')).toHaveValue('MA-HAJ');
	await expect(page.locator('[name=consent]')).not.toBeChecked();
	await page.locator('[name=consent]').check();
	await page.getByRole('button', { name: 'أرسل الفكرة' }).click();
	await expect(page).toHaveURL(/\/ar\/follow\/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\?new/);
	const tracking = new URL(page.url()).pathname;
	await page.goto('/ar/ideas/submit');
	await expect(page.locator('#pitch')).toHaveValue('');
	await page.goto('/ar/ideas');
	await expect(page.locator('main')).not.toContainText(TITLE);

	// The delegate of the region reads it; the one of another does not see it.
	const souss = await office(browser, 'souss');
	await souss.goto('/ar/office/ideas');
	await expect(souss.locator('main')).not.toContainText(TITLE);
	const fes = await office(browser, 'fes');
	await fes.goto('/ar/office/ideas?status=received');
	await fes.getByRole('link', { name: TITLE }).first().click();
	const address = fes.url();
	await expect(fes.locator('main')).not.toContainText('0612345678');
	await fes.getByRole('button', { name: 'اعرض وسائل الاتصال' }).click();
	await expect(fes.locator('main')).toContainText('0612345678');
	await fes.locator('[name=gate][value=legal]').check();
	await fes.getByRole('button', { name: 'تجتاز الفحص' }).click();
	await expect(fes.getByRole('alert')).toContainText('أربعة');
	for (const question of ['place', 'resource', 'people']) await fes.locator(`[name=gate][value=${question}]`).check();
	await fes.locator('#note-screen').fill('فكرة واضحة، مرحبا بكم في المندوبية.');
	expect(await barriers(fes, { every: true })).toEqual([]);
	await fes.getByRole('button', { name: 'تجتاز الفحص' }).click();
	await fes.getByRole('button', { name: 'أرسلها إلى المحكمين' }).click();
	await expect(fes.locator('[data-verdict=waiting]')).toContainText('0');

	// Two jurors score it; the third was not asked.
	let scored = 0;
	for (const who of JURORS) {
		const juror = await office(browser, who);
		await juror.goto('/ar/office/jury');
		const link = juror.getByRole('link', { name: TITLE });
		if ((await link.count()) > 0) {
			await link.click();
			await expect(juror.locator('main')).not.toContainText('فاطمة');
			for (const criterion of ['social', 'economic', 'innovation', 'territorial']) await juror.locator(`#${criterion}`).fill('20');
			if (scored === 0) expect(await barriers(juror, { every: true })).toEqual([]);
			await juror.getByRole('button', { name: 'أرسل النقط' }).click();
			await expect(juror.locator('main')).toContainText('80 من 100');
			scored++;
		}
		await juror.context().close();
	}
	expect(scored).toBe(2);
	await fes.goto(address);
	await expect(fes.locator('[data-verdict=decided]')).toContainText('80');
	await fes.locator('#note-move').fill('هنيئا لكم.');
	await fes.getByRole('button', { name: 'إعلان الفوز' }).click();

	// From a winner to a project: a sheet of the bank, reserved in a commune.
	await fes.locator('#commune').selectOption({ index: 1 });
	await fes.getByRole('button', { name: 'احجز البطاقة' }).click();
	await expect(fes.getByRole('link', { name: 'بطاقة المشروع' })).toBeVisible();

	await page.goto('/ar/ideas?territory=MA-HAJ');
	const card = page.locator('article').filter({ hasText: TITLE });
	await expect(card).toContainText(PITCH);
	await expect(page.locator('main')).not.toContainText('فاطمة');
	await expect(page.locator('[data-need=market] td').first()).toHaveText('1');
	await expect(page.locator('[data-place=MA-HAJ] td').last()).toHaveText('1');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	expect(await barriers(page, { every: true })).toEqual([]);
	const csv = await page.request.get('/ar/ideas/board.csv');
	expect(await csv.text()).toContain(TITLE);
	await card.getByRole('link', { name: 'بطاقة المشروع' }).click();
	await expect(page).toHaveURL(/\/ar\/projects\/M\d+/);
	await page.goto(tracking);
	await expect(page.locator('main')).toContainText('هنيئا لكم.');
	await expect(page.locator('main')).toContainText('بطاقة مشروع');
});
