import { expect, type APIRequestContext, type Page } from '@playwright/test';
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

/** Sends a form as a browser without scripts does; returns where it leads. */
export async function post(request: APIRequestContext, origin: string, path: string, form: Record<string, string>): Promise<string> {
	const answer = await request.post(path, { headers: { origin, accept: 'text/html' }, form, maxRedirects: 0 });
	expect(answer.status(), `${path}: ${(await answer.text()).match(/role="alert"[^>]*>([^<]*)/)?.[1] ?? ''}`).toBe(303);
	return answer.headers()['location']!;
}
