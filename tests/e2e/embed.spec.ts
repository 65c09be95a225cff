import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { MapPage } from './pages.ts';
import { inEachLanguage } from './words.ts';

/** The page of somebody else, at an origin of its own, with one frame. */
async function neighbour(frame: string): Promise<{ readonly server: Server; readonly address: string }> {
	const markup = `<!doctype html><html lang="fr"><title>Ailleurs</title><iframe src="${frame.replaceAll('&', '&amp;')}" title="Furas" width="900" height="600"></iframe>`;
	const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(markup));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// Another port is another origin.
	return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

/** Requests to anybody but us and the neighbour, and what a policy refused. */
function watch(page: Page, homes: readonly string[]): string[] {
	const seen: string[] = [];
	page.on('request', (request) => {
		const url = request.url();
		if (!/^(data|blob|about):/.test(url) && !homes.includes(new URL(url).origin)) seen.push(url);
	});
	page.on('console', (message) => {
		if (message.type() === 'error' && !/favicon/.test(message.location().url)) seen.push(message.text());
	});
	return seen;
}

const rowsOf = (place: Page | Frame): Promise<string[]> =>
	place.locator('.legend [data-row]').evaluateAll((rows) => rows.map((row) => row.textContent!.replaceAll(/\s+/g, ' ').trim()));

inEachLanguage((words) => {
	const { t, language } = words;

	test('a page elsewhere frames the map: the same legend and counts as the whole page, alive, asking nobody else', async ({
		page,
		baseURL
	}) => {
		const view = 'chain=honey&territory=MA-HAJ';
		const embed = `${baseURL}/${language}/embed?${view}&theme=dark&list=1`;
		expect(embed.length).toBeLessThanOrEqual(2000);
		const { server, address } = await neighbour(embed);
		try {
			const seen = watch(page, [baseURL!, new URL(address).origin]);
			await page.goto(address);
			const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
			await frame.locator('[data-ready="true"]').waitFor({ state: 'attached', timeout: 30_000 });
			await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
			await expect(frame.locator('header, nav.languages')).toHaveCount(1);
			await expect(frame.getByRole('heading', { level: 1 })).toContainText(t('legend.score', { chain: '' }).trim().slice(0, 4));
			const framed = await rowsOf(frame);
			expect(framed.length).toBeGreaterThan(5);
			const first = frame.locator('#list ol a').first();
			await first.click();
			await expect(frame.locator('.said')).toContainText(/\d/);
			await expect(frame.getByRole('link', { name: t('embed.open') })).toHaveAttribute(
				'href',
				new RegExp(`^/${language}[?].*chain=honey.*release=`)
			);
			expect(seen).toEqual([]);

			const map = new MapPage(page, words);
			await map.open({ chain: 'honey', territory: 'MA-HAJ' }, { map: false });
			expect(await rowsOf(page)).toEqual(framed);
		} finally {
			server.close();
		}
	});

	test('a map of the workspace is framed too, in a still picture where that is asked for', async ({ page }) => {
		await page.goto(`/${language}/embed?of=need&interact=0&title=0`);
		await expect(page.locator('#map img:visible')).toHaveCount(1);
		await expect.poll(() => page.locator('#map img:visible').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
		expect(await page.locator('.legend [data-row]').count()).toBeGreaterThan(4);
		await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
		expect(await barriers(page)).toEqual([]);
	});
});

test('the frame has no barrier, on a phone too, and leaves nothing of the reader behind', async ({ page, context }) => {
	const answer = await page.goto('/ar/embed?lens=cooperatives&list=1');
	expect(answer!.headers()['content-security-policy']).toContain('frame-ancestors *');
	expect(answer!.headers()['x-frame-options']).toBeUndefined();
	expect(await context.cookies()).toEqual([]);
	await page.setViewportSize({ width: 360, height: 640 });
	await page.locator('#map canvas').waitFor({ state: 'attached' });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
	expect(await barriers(page)).toEqual([]);
});

test('no other page may be framed elsewhere', async ({ request }) => {
	for (const path of ['/ar', '/fr/workspace', '/ar/method', '/fr/near']) {
		expect((await request.get(path)).headers()['content-security-policy'], path).toContain("frame-ancestors 'self'");
	}
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the frame shows the picture of the server with legend and source', async ({ page }) => {
		await page.goto('/fr/embed?chain=honey');
		await expect(page.locator('#map img')).toBeVisible();
		expect(await page.locator('#map img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
		await expect(page.locator('.legend [data-row]').first()).toBeVisible();
		await expect(page.locator('footer .source')).not.toBeEmpty();
	});
});
