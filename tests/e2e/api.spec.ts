import { expect, test } from '@playwright/test';
import { MapPage } from './pages.ts';
import { WORDS } from './words.ts';

interface Scored {
	readonly territory: string;
	readonly score: number | null;
	readonly status: string;
}

const CASES = [
	{ level: 'province', chain: 'honey', query: {} },
	{ level: 'province', chain: 'fishing', query: { preset: 'planner', aggregator: 'arithmetic' } },
	{ level: 'region', chain: 'olive', query: { weights: '10,40,20,30', aggregator: 'harmonic' } },
	{ level: 'commune', chain: 'saffron', query: { weights: '0,1,0,3' } }
] as const;

/** The table of the page carries its numbers in full (`<data value>`): the browser's own scores, computed from the snapshot. */
test.describe('the scores of the server are the scores of the browser', () => {
	for (const { level, chain, query } of CASES) {
		test(`${chain}, ${level}, ${new URLSearchParams(query).toString() || 'defaults'}`, async ({ page, request }) => {
			const asked = new URLSearchParams({ sector: chain, level, ...query });
			const { items } = (await (await request.get(`/api/v1/scores?${asked}`)).json()) as { items: Scored[] };
			const map = new MapPage(page, WORDS.ar);
			// Opened with another chain and then changed, so that what is read was computed here and not sent.
			await map.open({ level, chain: 'milk', table: '1', ...query }, { map: false });
			await expect(map.twin.locator('tbody tr')).toHaveCount(items.length);
			await map.chain.selectOption(chain);
			await expect(page).toHaveURL(new RegExp(`chain=${chain}`));
			const names = new Map(
				(
					(await (await request.get(`/api/v1/territories?level=${level}`)).json()) as { items: { code: string; name: { ar: string } }[] }
				).items.map(({ code, name }) => [code, name.ar])
			);
			const shown = await map.twin
				.locator('tbody tr')
				.evaluateAll((rows) =>
					rows.map((row) => [row.querySelector('th button')!.textContent!.trim(), row.querySelector('data')?.value ?? null] as const)
				);
			const rounded = (score: number): number => Math.round(score * 1e9) / 1e9;
			const ofBrowser = shown.map(([name, value]) => `${name} ${value === null ? 'null' : rounded(Number(value))}`);
			const ofServer = items.map(({ territory, score }) => `${names.get(territory)} ${score === null ? 'null' : rounded(score)}`);
			expect(ofBrowser.toSorted()).toEqual(ofServer.toSorted());
			expect(items.some(({ score }) => score !== null)).toBe(true);
		});
	}
});
