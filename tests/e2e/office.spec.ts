import { expect, test } from '@playwright/test';
import { emailOf, PASSWORD } from './office-accounts.ts';
import { signIn } from './office.ts';

test('an administrator invites a delegate, who sets a password and sees his regions only', async ({ page, context, browser }) => {
	await signIn(page, 'administrator', 'fr');
	await page.goto('/fr/office/accounts');
	const form = page.locator('form[action="?/create"]');
	await form.locator('#name').fill('Déléguée de Souss');
	await form.locator('#email').fill('nouvelle@tests.example');
	await form.locator('#role-new').selectOption('delegate');
	await form.locator('button').click();
	await expect(page.locator('[role=alert]')).toContainText('régions');
	await expect(form.locator('#email')).toHaveValue('nouvelle@tests.example');
	await form.locator('[value="MA-09"]').check();
	await form.locator('button').click();
	const link = (await page.locator('.notice code').textContent())!;

	const other = await browser.newContext();
	const hers = await other.newPage();
	await hers.goto(link);
	await hers.locator('#password').fill('court');
	await hers.locator('#again').fill('court');
	await hers.locator('main form button').click();
	await expect(hers.locator('#password-issue')).toBeVisible();
	for (const field of ['#password', '#again']) await hers.locator(field).fill('un mot de passe assez long');
	await hers.locator('main form button').click();
	await hers.locator('#email').fill('Nouvelle@tests.example');
	await hers.locator('#password').fill('un mot de passe assez long');
	await hers.locator('main form button').click();
	await expect(hers.locator('.bar')).toContainText('Souss-Massa');
	const refused = await hers.goto('/fr/office/accounts');
	expect(refused?.status()).toBe(403);
	await hers.goto(link);
	await expect(hers.locator('[role=alert]')).toContainText('expiré');
	await other.close();

	await page.goto('/ar/office/audit');
	await expect(page.locator('main table')).toContainText('account.create');
	const cookies = await context.cookies();
	await page.locator('.bar form button').click();
	await context.addCookies(cookies);
	await page.goto('/ar/office/audit');
	await expect(page).toHaveURL(/sign-in/);
});

test('signing in is throttled, and says neither which of the two was wrong nor whom it knows', async ({ page }) => {
	await page.goto('/ar/office/sign-in');
	for (let tries = 0; tries < 5; tries++) {
		await page.locator('#email').fill('nobody@tests.example');
		await page.locator('#password').fill('wrong');
		await page.locator('main form button').click();
		await expect(page.locator('[role=alert]')).toHaveText('العنوان أو كلمة المرور غير صحيحين.');
	}
	await page.locator('#password').fill(PASSWORD);
	await page.locator('main form button').click();
	await expect(page.locator('[role=alert]')).toContainText('انتظر');
});

test('a change sent from another origin, or without one, is refused', async ({ page, context, request }) => {
	await signIn(page, 'administrator');
	const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	const post = (headers: Record<string, string>) =>
		request.post('/ar/office/accounts?/create', { headers: { cookie, ...headers }, form: { email: emailOf('fes') }, maxRedirects: 0 });
	expect((await post({ origin: 'https://elsewhere.example' })).status()).toBe(403);
	expect((await post({ origin: '', 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
	expect((await post({})).status()).toBe(403);
	const api = await request.post('/api/v1/office/imports', { headers: { cookie, origin: 'https://elsewhere.example' } });
	expect(api.status()).toBe(403);
	expect((await request.get('/api/v1/office/imports')).status()).toBe(401);
});
