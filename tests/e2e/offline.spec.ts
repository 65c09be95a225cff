import { expect, test, type Page } from '@playwright/test';
import { MapPage } from './pages.ts';
import { inEachLanguage } from './words.ts';

/** What a page asked for elsewhere and what its own policy refused; every foreign request is cut off. */
async function watch(page: Page, home: string): Promise<{ foreign: string[]; faults: string[] }> {
	const seen = { foreign: [] as string[], faults: [] as string[] };
	const isHome = (url: string): boolean => /^(data|blob|about):/.test(url) || new URL(url).origin === home;
	page.on('request', (request) => {
		if (!isHome(request.url())) seen.foreign.push(request.url());
	});
	page.on('websocket', (socket) => seen.foreign.push(socket.url()));
	page.on('console', (message) => {
		if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) seen.faults.push(message.text());
	});
	page.on('pageerror', (error) => seen.faults.push(error.message));
	await page.context().route(
		(url) => !isHome(url.href),
		(route) => route.abort()
	);
	return seen;
}

/** Nothing leaves the house: fonts, glyphs, tiles, counters. */
inEachLanguage((words) => {
	test('the whole map screen asks nobody else and breaks no policy of its own', async ({ page, baseURL }) => {
		test.setTimeout(120_000);
		const seen = await watch(page, baseURL!);
		const map = new MapPage(page, words);
		await map.open({ chain: 'honey', territory: 'MA-HAJ' });
		for (const lens of ['needs', 'potentials', 'cooperatives'] as const) {
			await map.lens(lens).check({ force: true });
			await expect(page).toHaveURL(new RegExp(`lens=${lens}`));
			await map.painted();
		}
		await map.level('commune').click();
		await map.painted(1503);
		await page.getByRole('button', { name: words.t('theme.toggle') }).click();
		await map.painted();
		expect(seen.foreign).toEqual([]);
		expect(seen.faults).toEqual([]);
	});

	const PAGES = [
		'territory/MA-HAJ',
		'territory/04.491.01.09',
		'method',
		'cooperatives',
		'near?commune=03.171.01.05',
		'projects',
		'projects/M13?commune=03.171.01.05'
	];
	test('nor does any other page', async ({ page, baseURL }) => {
		const seen = await watch(page, baseURL!);
		for (const path of PAGES) {
			await page.goto(`/${words.language}/${path}`, { waitUntil: 'networkidle' });
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect(seen, path).toEqual({ foreign: [], faults: [] });
		}
	});
});
