import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { signIn } from './office.ts';

/** A telephone, and forms and office pages that work without any script. */
test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });

/** Declares a need as the form does. */
async function declare(request: APIRequestContext, need: string, words: string): Promise<void> {
	const form = { need, declarer: 'resident', urgency: 'now', words, province: 'MA-HAJ', consent: 'yes' };
	const headers = { accept: 'text/html', origin: new URL(test.info().project.use.baseURL!).origin };
	const answer = await request.post('/ar/needs/declare', { form, headers });
	expect(answer.url()).toContain('/follow/');
}

const isWithin = (page: Page): Promise<boolean> => page.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth);

test('a need is declared on a telephone, qualified by the delegate of its region alone, and counted without a name', async ({
	page,
	browser,
	request
}) => {
	// A second try finds what the first one left: it declares another kind.
	const need = ['water', 'premises', 'finance'][test.info().retry]!;
	await page.goto('/ar/needs');
	await page.locator('main a[href="/ar/needs/declare"]').click();
	await page.locator(`[name=need][value=${need}]`).check();
	await page.locator('[name=urgency][value=season]').check();
	await page.locator('[name=declarer][value=cooperative]').check();
	await page.locator('#province').selectOption('MA-HAJ');
	await page.locator('#phone').fill('0612345678');
	const long = 'بئر '.repeat(80);
	await page.locator('#words').fill(long);
	await page.locator('[name=consent]').check();
	await page.locator('main form button').click();
	await expect(page.locator('#words-issue')).toContainText('280');
	await expect(page.locator('#words')).toHaveValue(long);
	await expect(page.locator(`[name=need][value=${need}]`)).toBeChecked();
	await expect(page.locator('#province')).toHaveValue('MA-HAJ');
	expect(await isWithin(page)).toBe(true);
	await page.locator('#words').fill('مضخة لبئر التعاونية');
	await page.locator('[name=consent]').check();
	await page.locator('main form button').click();
	await expect(page).toHaveURL(/\/ar\/follow\/[2-9A-Z-]{14}\?new/);
	const follow = page.url().replace('?new', '');
	for (const words of ['بئر', 'صهريج', 'قناة للري', 'مضخة لبئر التعاونية']) await declare(request, need, words);

	const office = await browser.newContext({ javaScriptEnabled: false });
	const desk = await office.newPage();
	await signIn(desk, 'fes');
	await desk.goto(`/ar/office/needs?status=received&need=${need}`);
	await expect(desk.locator('tr[data-need]')).toHaveCount(5);
	const addresses = await desk.locator('tr[data-need] a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
	const elsewhere = await browser.newContext({ javaScriptEnabled: false });
	const other = await elsewhere.newPage();
	await signIn(other, 'souss');
	expect((await other.goto(addresses[0]!))?.status()).toBe(404);
	await other.goto(`/ar/office/needs?need=${need}`);
	await expect(other.locator('tr[data-need]')).toHaveCount(0);

	const cell = page.locator(`tr[data-place="MA-HAJ"] td[data-need="${need}"]`);
	for (const address of addresses.slice(1)) {
		await desk.goto(address);
		await desk.locator('#note').fill('شكرا، سجلناه.');
		await desk.locator('button[formaction="?/qualified"]').click();
		await expect(desk.locator('main')).toContainText('شكرا، سجلناه.');
	}
	await page.goto('/ar/needs?at=MA-03');
	await expect(cell).toHaveText('أقل من 5');
	await expect(page.locator(`tr[data-place="MA-03"] td[data-need="${need}"]`)).toHaveText('أقل من 5');

	// What one person sent twice is one need.
	await desk.goto(addresses[0]!);
	await desk.locator('[data-alike] button').first().click();
	await expect(desk.locator('main dl')).toContainText('مكرر');
	await page.goto('/ar/needs?at=MA-03');
	await expect(cell).toHaveText('أقل من 5');
	await desk.locator('button[formaction="?/received"]').click();
	await desk.locator('button[formaction="?/qualified"]').click();
	await expect(desk.locator('main dl')).toContainText('مؤكد');
	await page.goto('/ar/needs?at=MA-03');
	await expect(cell).toHaveText('5');
	expect(await isWithin(page)).toBe(true);

	await page.goto(follow);
	await expect(page.locator('main')).toContainText('شكرا، سجلناه.');
	for (const address of ['/ar/needs', '/ar/needs/table.csv', '/ar/needs/map.svg', '/api/v1/needs', `/ar?lens=needs&declared=${need}`]) {
		const text = await (await request.get(address)).text();
		for (const word of ['مضخة', 'صهريج', '0612345678']) expect(text, address).not.toContain(word);
	}
	expect(await (await request.get(`/api/v1/needs?level=nation&need=${need}`)).json()).toMatchObject({ items: [{ least: 5, most: 5 }] });
});

test('declared needs are switched on over the needs lens: symbols, legend, list and table, and nothing is fetched before', async ({
	browser
}) => {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: true });
	const page = await context.newPage();
	const asked: string[] = [];
	page.on('request', (sent) => sent.url().includes('/api/v1/needs') && asked.push(sent.url()));
	await page.goto('/fr?lens=needs');
	const choice = page.locator('[data-control="declared"] select');
	await expect(choice).toBeVisible();
	await page.waitForLoadState('networkidle');
	expect(asked).toEqual([]);
	await choice.selectOption('all');
	await expect(page.locator('[data-symbol="not-declared"]')).toBeVisible();
	expect(asked).toHaveLength(1);
	expect(new URL(page.url()).searchParams.get('declared')).toBe('all');
	const lines = page.locator('[data-symbol] td');
	expect((await lines.allInnerTexts()).reduce((sum, text) => sum + Number(text), 0)).toBe(75);
	await choice.selectOption('energy');
	await expect(page.locator('[data-symbol="not-declared"] td')).toHaveText('75');
	expect(asked).toHaveLength(1);
	await page.goto(`${page.url()}&table=1`);
	await expect(page.locator('main table thead').filter({ hasText: 'Besoins déclarés' })).toHaveCount(1);
});

test('a sheet is reserved in a commune, confirmed, counted as few, and followed', async ({ page, browser }) => {
	await page.goto('/fr/projects/M04');
	await page.locator('a[href*="/projects/M04/reserve"]').click();
	await page.locator('#province').selectOption('MA-HAJ');
	await page.locator('#commune').fill('Tinghir');
	await page.locator('#members').fill('sept');
	await page.locator('[name=consent]').check();
	await page.locator('main form button').click();
	await expect(page.locator('#members-issue')).toBeVisible();
	await page.locator('#members').fill('7');
	await page.locator('[name=consent]').check();
	await page.locator('main form button').click();
	await expect(page.locator('#commune-issue')).toBeVisible();
	await page.locator('#commune').fill('Ain Taoujdate');
	await page.locator('#members').fill('7');
	await page.locator('#planned').fill('03/2028');
	await page.locator('[name=consent]').check();
	await page.locator('main form button').click();
	await expect(page).toHaveURL(/\/fr\/follow\/[2-9A-Z-]{14}\?new/);

	const office = await browser.newContext({ javaScriptEnabled: false });
	const desk = await office.newPage();
	await signIn(desk, 'fes', 'fr');
	await desk.goto('/fr/office/projects?status=received');
	await desk.locator('tr[data-project] a').first().click();
	await desk.locator('#note').fill('La réservation est confirmée.');
	await desk.locator('button[formaction="?/reserved"]').click();
	await expect(desk.locator('button[formaction="?/news"]')).toBeVisible();
	await desk.locator('#note').fill('Les statuts sont prêts.');
	await desk.locator('button[formaction="?/news"]').click();
	await expect(desk.locator('main ol li')).toHaveCount(3);

	await page.goto(page.url().replace('?new', ''));
	await expect(page.locator('main')).toContainText('Les statuts sont prêts.');
	const counts = await page.request.get('/api/v1/reservations?level=region');
	const few = ((await counts.json()) as { items: { territory: string; most: number }[] }).items.filter(({ most }) => most > 0);
	expect(few.map(({ territory }) => territory)).toContain('MA-03');
	// Pages kept ready follow within seconds.
	await expect(async () => {
		await page.goto('/fr/projects/M04');
		await expect(page.locator('#progress ~ p').first()).toContainText('Moins de 5', { timeout: 500 });
	}).toPass({ timeout: 15_000 });
});
