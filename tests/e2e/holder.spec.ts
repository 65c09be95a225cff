import { readFile } from 'node:fs/promises';
import { devices, expect, test, type Locator, type Page } from '@playwright/test';
import type { Words } from '#lib/i18n/words.ts';
import { numberOf, inEachLanguage } from './words.ts';

/** A cheap phone held upright. */
const { defaultBrowserType: _, ...phone } = devices['Galaxy S9+'];
test.use({ ...phone, viewport: { width: 360, height: 740 } });

/** How a holder acts: by touch, or by nothing but the keyboard. */
interface Hand {
	press(target: Locator): Promise<void>;
	type(target: Locator, text: string): Promise<void>;
}

const touch: Hand = {
	async press(target) {
		// A finger meets the label of a choice, which hides its button.
		const isChoice = await target.evaluate((element) => element.matches('label input.visually-hidden'));
		await (isChoice ? target.locator('xpath=ancestor::label') : target).click();
	},
	type: (target, text) => target.fill(text)
};

/** Moves the focus as Tab would, and insists that the element takes it: what cannot be focused cannot be reached. */
const keyboardOf = (page: Page): Hand => {
	const focus = async (target: Locator): Promise<void> => {
		await target.focus();
		await expect(target).toBeFocused();
	};
	return {
		async press(target) {
			await focus(target);
			const isChoice = await target.evaluate((element) => element.matches('input[type="radio"], input[type="checkbox"], summary'));
			await page.keyboard.press(isChoice ? 'Space' : 'Enter');
		},
		async type(target, text) {
			await focus(target);
			await page.keyboard.press('ControlOrMeta+a');
			await page.keyboard.type(text);
			await page.keyboard.press('Tab');
		}
	};
};

/** Place → three answers → ranked sheets → calculator → funding → checklist → dossier. */
async function fromPlaceToDossier(page: Page, words: Words, hand: Hand): Promise<void> {
	const { t, language } = words;
	const answerOf = (field: 'members' | 'money'): Locator =>
		page.locator('[data-control="profile"]').getByRole('textbox', { name: t(`profile.${field}`), exact: true });

	await test.step('a place', async () => {
		await page.goto(`/${language}/near`, { waitUntil: 'networkidle' });
		await hand.type(page.getByRole('searchbox', { name: t('near.place.label') }), 'الحاجب');
		await hand.press(page.getByRole('button', { name: t('near.place.search') }));
		await expect(page.locator('.matches a').first().or(page.locator('#sectors'))).toBeVisible();
		if (!page.url().includes('commune=')) await hand.press(page.locator('.matches a').first());
		await expect(page.locator('#sectors')).toBeVisible();
		await page.waitForLoadState('networkidle');
	});

	await test.step('three answers', async () => {
		await hand.press(page.getByRole('radio', { name: t('profile.holder.women') }));
		await hand.type(answerOf('members'), '12');
		await hand.type(answerOf('money'), '60000');
		await hand.press(page.getByRole('button', { name: t('profile.submit') }));
		await expect(page.getByText(t('profile.kept'))).toBeVisible();
	});

	await test.step('ranked sheets, each with what speaks for it and what to strengthen', async () => {
		const fits = (await page.locator('#sheets article').locator('p > strong').allTextContents()).map((text) => /\d+/.exec(text)?.[0]);
		expect(fits.length).toBeGreaterThanOrEqual(3);
		await hand.press(
			page
				.locator('#sheets article')
				.first()
				.getByRole('link', { name: t('near.project.open') })
		);
		await expect(page).toHaveURL(/\/projects\/M\w+\?/);
		await page.waitForLoadState('networkidle');
	});

	await test.step('the calculator answers at once', async () => {
		const calculator = page.locator('section#calculator');
		const gross = calculator.locator('[data-result="grossPerMember"]');
		const before = await gross.innerText();
		const group = calculator.locator('details[data-group]').filter({ has: page.locator('input[name="members"]') });
		if (!(await group.evaluate((details: HTMLDetailsElement) => details.open))) await hand.press(group.locator('summary').first());
		await hand.type(calculator.locator('input[name="members"]'), '10');
		await expect(gross).not.toHaveText(before);
		await expect(page).toHaveURL(/p=members%3A10|p=members:10/);
	});

	await test.step('funding adds up, and says why not', async () => {
		const layers = page.locator('#funding [data-layer]');
		await expect(layers.first()).toBeVisible();
		await expect(page.locator('[data-control="situation"] input[name="members"]')).toHaveValue('12');
		const amounts = (await layers.locator('td:nth-of-type(1)').allInnerTexts()).map((text) => numberOf(text) ?? 0);
		const need = numberOf((await page.locator('#funding figcaption').innerText()).replace(/[^\d.\s\u202f\u00a0]/g, '')) ?? 0;
		expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(need);
		await hand.press(page.locator('[data-verdict="refused"] > summary'));
		await expect(page.locator('article[data-verdict="refused"]').first()).toContainText(t('support.whynot'));
	});

	await test.step('the checklist is kept on the device', async () => {
		const first = page.locator('#steps input[type="checkbox"]').first();
		await hand.press(first);
		await page.reload({ waitUntil: 'networkidle' });
		await expect(first).toBeChecked();
	});

	await test.step('the dossier', async () => {
		const download = page.waitForEvent('download');
		await hand.press(page.getByRole('button', { name: t('support.dossier.get') }));
		const file = await readFile(await (await download).path());
		expect(file.subarray(0, 5).toString()).toBe('%PDF-');
		await expect(page.getByText(t('support.dossier.ready'))).toBeVisible();
	});
}

inEachLanguage((words) => {
	test('from a place to a dossier on a phone', async ({ page }) => {
		test.setTimeout(240_000);
		await fromPlaceToDossier(page, words, touch);
	});

	test('the same by nothing but the keyboard', async ({ page }) => {
		test.setTimeout(240_000);
		await fromPlaceToDossier(page, words, keyboardOf(page));
	});
});
