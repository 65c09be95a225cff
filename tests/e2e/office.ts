import { expect, type Page } from '@playwright/test';
import type { Language } from '../../src/lib/core/text/text.ts';
import { emailOf, PASSWORD, type Somebody } from './office-accounts.ts';

/** Signs in on the page and waits for the first page of the office. */
export async function signIn(page: Page, who: Somebody, language: Language = 'ar'): Promise<void> {
	await page.goto(`/${language}/office/sign-in`);
	await page.locator('#email').fill(emailOf(who));
	await page.locator('#password').fill(PASSWORD);
	await page.locator('main form button').click();
	await expect(page).toHaveURL(`/${language}/office`);
}
