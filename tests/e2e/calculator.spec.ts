import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { Words } from '#lib/i18n/words.ts';
import { barriers } from './barriers.ts';
import { inEachLanguage, numberOf } from './words.ts';

/** How often one looks whether the page has answered, in milliseconds. */
const SOON = [50, 100, 200];

/** The calculator of a sheet in one language, by what a holder sees. */
class Calculator {
	readonly page: Page;
	readonly words: Words;

	constructor(page: Page, words: Words) {
		this.page = page;
		this.words = words;
	}

	/** Opens a sheet and waits until its calculator runs by itself. */
	async open(model: string, query = ''): Promise<void> {
		await this.page.goto(`/${this.words.language}/projects/${model}${query}`);
		await expect(this.page.getByRole('button', { name: this.words.t('calculator.keep.json') })).toBeVisible();
	}

	get root(): Locator {
		return this.page.locator('#calculator');
	}

	field(id: string): Locator {
		return this.entry(id).getByRole('textbox');
	}

	entry(id: string): Locator {
		return this.page.locator(`[data-parameter="${id}"]`);
	}

	/** Every result as a number, by its name; null for «–». */
	async results(): Promise<Readonly<Record<string, number | null>>> {
		const shown = await this.page
			.locator('[data-result]')
			.evaluateAll((all) => all.map((one) => [one.getAttribute('data-result')!, (one as HTMLElement).innerText] as const));
		// The first of a name is the one that counts.
		return Object.fromEntries(
			shown.toReversed().map(([name, text]) => [name, numberOf(text.replaceAll(/[^\d.,\s\u202f–−-]/g, '').trim())])
		);
	}

	async openGroup(group: string): Promise<void> {
		await this.page.locator(`[data-group="${group}"] > summary`).click();
	}

	/** What the API says of the same case. */
	async told(model: string, parameters: Readonly<Record<string, number>>): Promise<Evaluation> {
		const answer = await this.page.request.post(`/api/v1/projects/${model}/evaluate`, { data: { parameters } });
		expect(answer.ok()).toBe(true);
		return ((await answer.json()) as { evaluation: Evaluation }).evaluation;
	}

	/** Every result that is a whole number of dirhams, beside what the API says. */
	async expectAsTold(told: Evaluation): Promise<void> {
		const { grossPerMember, capex, workingCapital, capital, full, breakEvenRevenue, withoutGrant, withGrant } = told;
		const exact: Readonly<Record<string, number | null>> = {
			grossPerMember,
			capex,
			workingCapital,
			capital,
			revenue: full.revenue,
			ebitda: full.ebitda,
			surplus: full.surplus,
			breakEven: breakEvenRevenue,
			'npv-without': withoutGrant.npv,
			'npv-with': withGrant.npv
		};
		const expected = Object.fromEntries(Object.entries(exact).map(([name, value]) => [name, value === null ? null : Math.round(value)]));
		await expect.poll(() => this.results(), { intervals: SOON }).toMatchObject(expected);
	}
}

/** Figures of all cells of a table, row by row. */
const cellsOf = async (table: Locator): Promise<(number | null)[][]> =>
	Promise.all((await table.locator('tbody tr').all()).map(async (row) => (await row.getByRole('cell').allInnerTexts()).map(numberOf)));

inEachLanguage((words) => {
	const { t, n, language } = words;
	const decimal = (text: string): string => text.replace('.', ',');

	test('a price changes every result at once, as the API has it, and the address holds the case', async ({ page }) => {
		const calculator = new Calculator(page, words);
		await calculator.open('M13');
		await calculator.expectAsTold(await calculator.told('M13', {}));
		expect(await calculator.results()).toMatchObject({ 'npv-without': 618_836 });
		await calculator.field('revenue.0.price').fill(decimal('2.15'));
		await calculator.expectAsTold(await calculator.told('M13', { 'revenue.0.price': 2.15 }));
		await expect(page).toHaveURL(/[?&]p=revenue\.0\.price:2\.15$/);
		await expect(calculator.entry('revenue.0.price')).toContainText(t('calculator.changed', { value: n(1.9, 1) }));
		await calculator.openGroup('group');
		await calculator.field('members').fill('٨');
		await calculator.expectAsTold(await calculator.told('M13', { 'revenue.0.price': 2.15, members: 8 }));
		await calculator.field('members').blur();
		await expect(calculator.field('members')).toHaveValue('8');
	});

	test('a number that is too large, and one that is none, get a sentence; nothing is lost', async ({ page }) => {
		const calculator = new Calculator(page, words);
		await calculator.open('M13');
		const price = calculator.field('revenue.0.price');
		await price.fill(decimal('2.5'));
		const told = await calculator.told('M13', { 'revenue.0.price': 2.5 });
		await calculator.expectAsTold(told);
		await price.fill('900000');
		await price.blur();
		const used = { low: n(1.5, 1), high: n(5), value: n(2.5, 1) };
		await expect(calculator.entry('revenue.0.price')).toContainText(t('calculator.issue.out-of-range', { text: '900000', ...used }));
		await expect(price).toHaveAttribute('aria-invalid', 'true');
		await expect(price).toHaveValue('900000');
		await calculator.expectAsTold(told);
		await price.fill('cher');
		await expect(calculator.entry('revenue.0.price')).toContainText(
			t('calculator.issue.not-a-number', { text: 'cher', example: n(1.9, 1), value: used.value })
		);
		await price.fill('');
		await expect(calculator.entry('revenue.0.price')).toContainText(t('calculator.issue.empty', { example: n(1.9, 1), value: used.value }));
		await expect(page).toHaveURL(/p=revenue\.0\.price:2\.5$/);
		await price.fill(decimal('3'));
		await expect(price).not.toHaveAttribute('aria-invalid');
	});

	test('one number and all numbers go back to the model', async ({ page }) => {
		const calculator = new Calculator(page, words);
		await calculator.open('M13', '?p=members:8~revenue.0.price:2.5');
		await expect(calculator.field('members')).toHaveValue('8');
		const name = t('calculator.reset.of', { name: t('calculator.what.members') });
		await page.getByRole('button', { name }).click();
		await expect(calculator.field('members')).toHaveValue('12');
		await expect(page).toHaveURL(/p=revenue\.0\.price:2\.5$/);
		await page.getByRole('button', { name: t('calculator.reset.all') }).click();
		await calculator.expectAsTold(await calculator.told('M13', {}));
		await expect(page).toHaveURL(/projects\/M13$/);
		await expect(page.getByRole('button', { name: t('calculator.reset.all') })).toHaveCount(0);
	});

	test('a link reopens the case exactly', async ({ page, browser }) => {
		const calculator = new Calculator(page, words);
		await calculator.open('M01', '?place=MA-TIZ');
		for (const group of ['variable', 'funding']) await calculator.openGroup(group);
		await calculator.field('revenue.0.price').fill('21.500');
		await calculator.field('variable.0.cost').fill('99');
		await calculator.field('loanRate').fill(decimal('4.75'));
		await calculator.field('graceYears').fill('2');
		await calculator.field('grantShare').fill('0');
		await expect(page).toHaveURL(/p=graceYears:2~grantShare:0~loanRate:0\.0475~revenue\.0\.price:21500~variable\.0\.cost:99$/);
		const fields = await calculator.root.getByRole('textbox').evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));

		const other = new Calculator(await (await browser.newContext()).newPage(), words);
		await other.page.goto(page.url());
		await expect
			.poll(() => other.root.getByRole('textbox').evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value)))
			.toEqual(fields);
		await other.expectAsTold(
			await other.told('M01', { 'revenue.0.price': 21_500, 'variable.0.cost': 99, loanRate: 0.0475, graceYears: 2, grantShare: 0 })
		);
		await other.page.context().close();
	});

	test('a link with parts that cannot be used says so and keeps the rest', async ({ page }) => {
		const calculator = new Calculator(page, words);
		await calculator.open('M13', '?p=members:8~revenue.0.price:900~revenue.9.price:3~half');
		await expect(page.locator('[data-notice="link"]')).toHaveText(t('calculator.link.bad', { count: 3 }));
		await expect(calculator.field('revenue.0.price')).toHaveValue('900');
		await expect(calculator.field('revenue.0.price')).toHaveAttribute('aria-invalid', 'true');
		await calculator.expectAsTold(await calculator.told('M13', { members: 8 }));
	});

	test('the keyboard edits, steps, opens, resets and reads every table', async ({ page }) => {
		const calculator = new Calculator(page, words);
		await calculator.open('M13');
		await calculator.field('revenue.0.price').focus();
		await page.keyboard.press('ArrowUp');
		await expect(calculator.field('revenue.0.price')).toHaveValue(decimal('1.95'));
		await page.keyboard.press('PageDown');
		await expect(calculator.field('revenue.0.price')).toHaveValue(decimal('1.5'));
		await calculator.expectAsTold(await calculator.told('M13', { 'revenue.0.price': 1.5 }));
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(calculator.entry('revenue.0.price').getByText(t('figure.adapted.help'))).toBeVisible();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Tab');
		await expect(calculator.entry('revenue.0.price').getByText(t('calculator.reset'), { exact: true })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(calculator.field('revenue.0.price')).toHaveValue(decimal('1.9'));
		await page.locator('[data-group="variable"] > summary').focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await expect(calculator.field('variable.0.quantity')).toBeFocused();
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.type('100');
		await calculator.expectAsTold(await calculator.told('M13', { 'variable.0.quantity': 100 }));
		const table = calculator.root.locator('figure summary').first();
		await table.focus();
		await page.keyboard.press('Space');
		await expect(calculator.root.locator('figure').first().getByRole('table')).toBeVisible();
	});

	test('each picture has a table that says the same', async ({ page }) => {
		const calculator = new Calculator(page, words);
		await calculator.open('M13', '?p=revenue.0.price:2');
		const { evaluation, tornado } = (await (
			await page.request.post('/api/v1/projects/M13/evaluate', { data: { parameters: { 'revenue.0.price': 2 } } })
		).json()) as { evaluation: Evaluation; tornado: { sides: { npv: number }[] }[] };
		await page.locator('#risk > summary').click();
		const figures = calculator.root.locator('figure');
		await expect(figures).toHaveCount(4);
		for (const figure of await figures.all()) await figure.locator('summary').click();
		const [flows, bars, loan, draws] = await Promise.all((await figures.all()).map((figure) => cellsOf(figure.getByRole('table'))));
		expect(flows!.map((row) => row.at(-3))).toEqual(evaluation.flows.map(Math.round));
		expect(bars!.map((row) => row.at(-1))).toEqual(tornado.flatMap(({ sides }) => sides.map(({ npv }) => Math.round(npv))));
		expect(loan!.map((row) => row[2])).toEqual(evaluation.loan.schedule.map(({ payment }) => Math.round(payment)));
		expect(draws).toHaveLength(3);
		expect(draws![0]![0]).toBeLessThan(draws![1]![0]!);
		for (const picture of await calculator.root.getByRole('img').all()) await expect(picture).toHaveAccessibleName(/\S/);
	});

	test('a sheet that stands on assumed figures says so above its results; what is due is said with respect', async ({ page }) => {
		const calculator = new Calculator(page, words);
		await calculator.open('M03');
		const evidence = page.locator('[data-notice="evidence"]');
		await expect(evidence).toContainText(t('calculator.evidence.D'));
		const above = (await evidence.boundingBox())!;
		expect(above.y).toBeLessThan((await page.locator('[data-result="grossPerMember"]').boundingBox())!.y);
		await expect(page.locator('[data-alert="debt-not-covered"]')).toContainText(language === 'ar' ? 'يُستكمل' : 'à compléter');
		await expect(calculator.root.locator('[data-alert]').first()).toHaveClass(/danger/);
		await expect(calculator.root).toContainText(t('calculator.member.before'));
	});

	test('the case can be taken along as JSON and as a workbook', async ({ page }) => {
		const calculator = new Calculator(page, words);
		await calculator.open('M13', '?p=members:8');
		const [json] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: t('calculator.keep.json') }).click()
		]);
		expect(json.suggestedFilename()).toBe('furas-M13.json');
		const kept = JSON.parse(await readFile(await json.path(), 'utf8')) as Record<string, unknown> & { evaluation: Evaluation };
		expect(kept).toMatchObject({ model: { id: 'M13' }, parameters: { members: 8 }, release: expect.any(String), date: expect.any(String) });
		expect(kept.address).toContain('p=members:8');
		expect(kept.evaluation).toEqual(await calculator.told('M13', { members: 8 }));
		const [sheet] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: t('calculator.keep.xlsx') }).click()
		]);
		expect(sheet.suggestedFilename()).toBe('furas-M13.xlsx');
		expect((await readFile(await sheet.path())).subarray(0, 2).toString()).toBe('PK');
	});

	test('fits a phone, and what matters stays in sight while one edits', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 740 });
		for (const model of ['M13', 'M07', 'M18']) {
			const calculator = new Calculator(page, words);
			await calculator.open(model);
			await page.locator('details').evaluateAll((drawers) => drawers.forEach((drawer) => ((drawer as HTMLDetailsElement).open = true)));
			expect(await page.evaluate(() => document.documentElement.scrollWidth), model).toBeLessThanOrEqual(360);
			const field = calculator.root.getByRole('textbox').nth(6);
			await field.scrollIntoViewIfNeeded();
			expect((await field.boundingBox())!.height).toBeGreaterThanOrEqual(44);
			await expect(calculator.root.getByText(t('calculator.bar.member'))).toBeInViewport();
		}
	});

	test('has no barrier with everything open', async ({ page }) => {
		// Colours know no language and words no appearance: once in both.
		await page.emulateMedia({ colorScheme: language === 'ar' ? 'light' : 'dark' });
		const calculator = new Calculator(page, words);
		await calculator.open('M13', '?p=members:8~revenue.0.price:900&risk=1');
		await calculator.root
			.locator('details')
			.evaluateAll((drawers) => drawers.forEach((drawer) => ((drawer as HTMLDetailsElement).open = true)));
		expect(await barriers(page, { within: '#calculator', every: true })).toEqual([]);
	});

	test.describe('without JavaScript', () => {
		test.use({ javaScriptEnabled: false });

		test('results and pictures are there, and the form leads to the link of its case', async ({ page }) => {
			const calculator = new Calculator(page, words);
			await page.goto(`/${language}/projects/M13?p=revenue.0.price:2.5&risk=1`);
			await calculator.expectAsTold(await calculator.told('M13', { 'revenue.0.price': 2.5 }));
			await expect(calculator.root.locator('figure')).toHaveCount(4);
			await calculator.openGroup('group');
			await calculator.field('members').fill('8');
			await page.getByRole('button', { name: t('form.apply') }).click();
			await expect(page).toHaveURL(/[?&]p=members:8~revenue\.0\.price:2\.5(#.*)?$/);
			await calculator.expectAsTold(await calculator.told('M13', { 'revenue.0.price': 2.5, members: 8 }));
			await calculator.field('revenue.0.price').fill('beaucoup');
			await page.getByRole('button', { name: t('form.apply') }).click();
			await expect(calculator.field('revenue.0.price')).toHaveValue('beaucoup');
			await expect(calculator.entry('revenue.0.price')).toContainText('beaucoup');
			await calculator.expectAsTold(await calculator.told('M13', { members: 8 }));
		});
	});
});
