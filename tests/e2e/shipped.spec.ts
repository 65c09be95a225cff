import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const ASSETS = 'build/client/_app/immutable';

/** What the built app must not carry to a reader, told by words that only it holds. */
test('the app ships no parser of messages', () => {
	const scripts = readdirSync(ASSETS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
	expect(scripts.length).toBeGreaterThan(0);
	const parsers = scripts.filter((name) => /requiresOtherClause|shouldParseSkeletons/.test(readFileSync(`${ASSETS}/${name}`, 'utf8')));
	expect(parsers).toEqual([]);
});

/** Pages that show different parts, by address; a part is scoped by a class that its style sheet names. */
const PAGES = [
	'/ar',
	'/ar?chain=olive&territory=MA-HAJ',
	'/ar?lens=cooperatives',
	'/ar?table=1',
	'/fr?lens=potentials',
	'/ar/territory/MA-HAJ',
	'/ar/method',
	'/xx'
];

for (const address of PAGES) {
	test(`${address} comes with the styles of everything it shows, before any script runs`, async ({ request, baseURL }) => {
		const html = await (await request.get(address)).text();
		const sheets = [...html.matchAll(/<link href="([^"]+\.css)" rel="stylesheet"/g)].map(
			([, href]) => new URL(href!, baseURL! + address).href
		);
		expect(sheets.length).toBeGreaterThan(0);
		const styles = (await Promise.all(sheets.map(async (sheet) => (await request.get(sheet)).text()))).join('\n');
		const parts = new Set([...html.matchAll(/svelte-[a-z\d]{5,}/g)].map(([name]) => name));
		expect(parts.size).toBeGreaterThan(0);
		expect([...parts].filter((part) => !styles.includes(`.${part}`))).toEqual([]);
	});
}

test('the map page starts with one script of ours and a few small ones that lead to it', async ({ request }) => {
	const { link } = (await request.get('/ar')).headers();
	expect(link!.split('modulepreload').length - 1).toBeLessThan(10);
});
