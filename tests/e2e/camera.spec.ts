import { expect, test } from '@playwright/test';
import { MapPage } from './pages.ts';
import { inEachLanguage } from './words.ts';

// Here the map moves as it does for most readers.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** Somebody sends a link of what they are looking at. */
inEachLanguage((words) => {
	const { t, language } = words;

	test('where the reader looks is in the link, without filling the history, and one button shows the whole country', async ({ page }) => {
		const map = new MapPage(page, words);
		// A hash that is no camera is left alone.
		await page.goto(`/${language}#list`);
		await map.painted();
		await expect(page).toHaveURL(/#list$/);
		const before = await page.evaluate(() => history.length);
		for (let i = 0; i < 3; i++) await page.getByRole('button', { name: t('map.zoomIn') }).click();
		await expect(page).toHaveURL(/#-?\d+(\.\d+)?,\d+(\.\d+)?,\d+(\.\d+)?$/);
		expect(await page.evaluate(() => history.length)).toBe(before);
		// A change of the view keeps the camera, and so does another language.
		await map.lens('needs').check();
		await expect(page).toHaveURL(/lens=needs.*#/);
		const other = page.getByRole('link', { name: language === 'ar' ? /^fr/ : /^ar/ });
		await expect(other).toHaveAttribute('href', /#-?\d/);
		await page.getByRole('button', { name: t('map.whole') }).click();
		await expect(page).not.toHaveURL(/#/);
	});

	test('a link with a camera restores it: the place in the middle is the one that was sent', async ({ page }) => {
		const map = new MapPage(page, words);
		await page.goto(`/${language}#-5.37,33.69,9`);
		await map.painted();
		await expect(page).toHaveURL(/#-5\.37,33\.69,9$/);
		const frame = (await map.canvas.boundingBox())!;
		await page.mouse.click(frame.x + frame.width / 2, frame.y + frame.height / 2);
		await expect(map.panel.name).toHaveText({ ar: 'الحاجب', fr: 'El Hajeb', en: '' }[language]);
	});
});
