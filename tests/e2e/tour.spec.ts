import { expect, test, type Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { MapPage } from './pages.ts';
import { inEachLanguage } from './words.ts';

const PHONE = { width: 360, height: 740 };
const STEPS = ['lens', 'chain', 'legend', 'place'] as const;

/** How far a step's card lies outside the window, and whether it covers all of what it speaks of. */
async function standing(page: Page): Promise<{ outside: boolean; hidden: boolean }> {
	const card = (await page.locator('.tour-card').boundingBox())!;
	const spot = (await page.locator('.tour-spot').boundingBox())!;
	const { width, height } = page.viewportSize()!;
	const inside = card.x >= 0 && card.y >= 0 && card.x + card.width <= width && card.y + card.height <= height;
	const covers =
		card.x <= spot.x && card.y <= spot.y && card.x + card.width >= spot.x + spot.width && card.y + card.height >= spot.y + spot.height;
	return { outside: !inside, hidden: covers };
}

inEachLanguage((words) => {
	const { t, direction } = words;
	const ahead = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
	const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';

	test('the tour waits to be asked, is taken by keyboard alone, gives focus back and is not offered twice', async ({ page }) => {
		const scripts: string[] = [];
		page.on('response', (answer) => {
			if (answer.url().endsWith('.js')) scripts.push(answer.url());
		});
		const map = new MapPage(page, words);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await map.open({ chain: 'honey' }, { map: false });
		const tour = page.getByRole('dialog');
		const offer = page.locator('[data-tour-offer]');
		await expect(offer).toContainText(t('tour.offer'));
		await expect(tour).toHaveCount(0);
		await page.waitForLoadState('networkidle');
		const before = scripts.length;

		const start = offer.getByRole('button', { name: t('tour.start') });
		await start.focus();
		await page.keyboard.press('Enter');
		await expect(tour).toHaveAccessibleName(t('tour.lens.title'));
		expect(scripts.length).toBeGreaterThan(before);
		await expect(tour.getByRole('button', { name: t('tour.next') })).toBeFocused();
		expect(await barriers(page, { within: 'dialog.tour', every: true })).toEqual([]);

		for (const step of STEPS.slice(1)) {
			await page.keyboard.press(ahead);
			await expect(tour).toHaveAccessibleName(t(`tour.${step}.title`));
			expect(await standing(page), step).toEqual({ outside: false, hidden: false });
		}
		await page.keyboard.press(ahead);
		await expect(tour).toHaveAccessibleName(t('tour.place.title'));
		await page.keyboard.press(back);
		await expect(tour).toHaveAccessibleName(t('tour.legend.title'));
		await page.keyboard.press('Escape');
		await expect(tour).toHaveCount(0);
		await expect(offer).toBeHidden();
		await expect(page.locator('[data-how-to] summary')).toBeFocused();

		await page.reload();
		await map.side.getByRole('heading', { level: 2 }).waitFor();
		await expect(offer).toBeHidden();
		const link = page.locator('[data-tour-link]');
		await link.click();
		await expect(tour).toBeVisible();
		await tour.getByRole('button', { name: t('tour.close') }).click();
		await expect(link).toBeFocused();
	});

	test('on a phone every step has its card in the window and shows what it speaks of; «no» is kept', async ({ page }) => {
		await page.setViewportSize(PHONE);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey' }, { map: false });
		const offer = page.locator('[data-tour-offer]');
		await offer.getByRole('button', { name: t('tour.start') }).click();
		const tour = page.getByRole('dialog');
		for (const step of STEPS) {
			await expect(tour).toHaveAccessibleName(t(`tour.${step}.title`));
			expect(await standing(page), step).toEqual({ outside: false, hidden: false });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
			await tour.getByRole('button', { name: step === 'place' ? t('tour.done') : t('tour.next') }).click();
		}
		await expect(tour).toHaveCount(0);
		await page.evaluate(() => localStorage.removeItem('tour'));
		await page.reload();
		await page.locator('#map canvas, #map svg.map-svg').first().waitFor({ state: 'attached' });
		await offer.getByRole('button', { name: t('tour.decline') }).click();
		await expect(offer).toBeHidden();
		expect(await page.evaluate(() => localStorage.getItem('tour'))).toBe('declined');
	});

	test('every map says how it is read, and says so anew when another is looked at', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey' }, { map: false });
		const guide = page.locator('[data-how-to]');
		await guide.locator('summary').click();
		await expect(guide).toContainText(t('howto.score.caution'));
		for (const lens of ['needs', 'potentials', 'cooperatives'] as const) {
			await map.lens(lens).check({ force: true });
			await expect(guide).toContainText(t(`howto.${lens}.marks`));
		}
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('a map says how it is read, and no tour is offered that could not start', async ({ page }) => {
		await page.goto('/fr?lens=needs');
		await page.locator('[data-how-to] summary').click();
		await expect(page.locator('[data-how-to] li').first()).toBeVisible();
		await expect(page.locator('[data-tour-offer]')).toBeHidden();
	});
});
