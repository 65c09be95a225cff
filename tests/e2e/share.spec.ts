import { expect, test } from '@playwright/test';
import { barriers } from './barriers.ts';
import { inEachLanguage } from './words.ts';

inEachLanguage((words) => {
	const { t, language } = words;

	test('a map is shared by keyboard alone: link, frame with its preview, figure with its source', async ({ page, baseURL }) => {
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto(`/${language}/workspace?of=score:honey&territory=MA-HAJ`);
		const share = page.getByRole('button', { name: t('workspace.share') });
		const dialog = page.getByRole('dialog', { name: t('share.title') });
		await expect(async () => {
			await share.press('Enter');
			await expect(dialog).toBeVisible({ timeout: 1000 });
		}).toPass();
		const link = await dialog.getByLabel(t('share.link'), { exact: true }).inputValue();
		expect(link).toMatch(new RegExp(`^${baseURL}/${language}/workspace[?]`));
		expect(link.length).toBeLessThanOrEqual(2000);

		await dialog
			.locator('summary')
			.filter({ hasText: t('share.embed') })
			.press('Enter');
		await dialog.getByRole('checkbox', { name: t('share.embed.legend') }).press('Space');
		await dialog.getByLabel(t('share.embed.theme')).selectOption('dark');
		const code = await dialog.getByLabel(t('share.embed.code')).inputValue();
		const source = /src="([^"]*)"/.exec(code)![1]!.replaceAll('&amp;', '&');
		expect(source).toContain(`${baseURL}/${language}/embed?of=score:honey`);
		expect(source).toMatch(/legend=0.*theme=dark/);
		const preview = dialog.locator('iframe').contentFrame();
		await expect(preview.locator('html')).toHaveAttribute('data-theme', 'dark');
		await expect(preview.locator('.legend')).toHaveCount(0);

		await dialog
			.locator('summary')
			.filter({ hasText: t('share.figure') })
			.press('Enter');
		const figure = dialog.getByLabel(t('share.figure.place'));
		await expect(figure).toHaveValue(/[\d]/, { timeout: 20_000 });
		expect((await figure.inputValue()).split('\n').at(-1)).toBe(link);
		await expect(dialog.getByLabel(t('share.figure.legend'))).toHaveValue(/\t\d+/);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
		expect(await barriers(page, { within: 'dialog[open]' })).toEqual([]);
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		await expect(share).toBeFocused();
	});
});
