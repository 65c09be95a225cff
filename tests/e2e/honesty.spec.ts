import { expect, test } from '@playwright/test';
import { MapPage, TERRITORIES, type LegendRow } from './pages.ts';
import { inEachLanguage, numberOf } from './words.ts';

const total = (rows: readonly LegendRow[]): number => rows.reduce((sum, { count }) => sum + count, 0);
/** A place of each kind for one chain: known, not documented, closed by a rule, and with too few figures. */
const STATES = [
	{ status: 'not-documented', chain: 'saffron', territory: 'MA-HAJ', level: 'province' },
	{ status: 'ineligible', chain: 'argan', territory: 'MA-HAJ', level: 'province' },
	{ status: 'insufficient', chain: 'poultry-eggs', territory: '12.066.01.03', level: 'commune' }
] as const;

/** What is unknown, closed or too thin is never taken for what is low. */
inEachLanguage((words) => {
	const { t } = words;

	// Numbers of 31 chains are the same in every language: read once.
	if (words.language === 'ar') {
		test('every chain: the counts of the legend add up to the number of provinces and regions', async ({ page }) => {
			test.setTimeout(180_000);
			const map = new MapPage(page, words);
			for (const level of ['province', 'region'] as const) {
				await map.open({ level }, { map: false });
				const chains = await map.chain.locator('option').evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
				expect(chains).toHaveLength(31);
				for (const chain of chains) {
					await map.chain.selectOption(chain);
					const name = (await map.chain.locator('option:checked').innerText()).trim();
					await expect(map.legend.getByRole('heading')).toHaveText(t('legend.score', { chain: name }));
					const rows = await map.legendRows();
					expect(total(rows), `${chain} at level ${level}`).toBe(TERRITORIES[level]);
					const scored = total(rows.filter(({ kind }) => kind === 'class'));
					expect(await map.ranked.count(), `ranked for ${chain}`).toBe(scored);
				}
			}
		});
	}

	test('every lens at every level: the counts of the legend add up', async ({ page }) => {
		test.setTimeout(120_000);
		const map = new MapPage(page, words);
		for (const level of ['region', 'province', 'commune'] as const) {
			await map.open({ level, chain: 'fishing' }, { map: false });
			for (const lens of ['zones', 'needs', 'potentials', 'cooperatives'] as const) {
				await map.lens(lens).check({ force: true });
				await expect(map.lens(lens)).toBeChecked();
				await expect.poll(async () => total(await map.legendRows()), `${lens} at level ${level}`).toBe(TERRITORIES[level]);
			}
		}
	});

	test('not documented, closed, too thin and low: four looks in the legend, and the words with each', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'fishing', level: 'commune' }, { map: false });
		await expect.poll(async () => total(await map.legendRows())).toBe(TERRITORIES.commune);
		const looks = new Set<string>();
		const colours = new Set<string>();
		for (const row of await map.legend.locator('[data-row]').all()) {
			const kind = (await row.getAttribute('data-row'))!;
			const look = await row.locator('svg').evaluate((svg) => svg.innerHTML.replaceAll(/ (id|class|style)="[^"]*"|url\([^)]*\)/g, ''));
			expect(looks.has(look), `the look of ${kind} is its own`).toBe(false);
			looks.add(look);
			if (kind === 'class') colours.add(look);
			else {
				expect(look, `${kind} has a pattern, no colour`).toContain('<pattern');
				await expect(row).toContainText(t(`status.${kind as 'ineligible'}`));
			}
		}
		expect(colours.size).toBe(5);
		expect(looks.size).toBe(8);
	});

	test('in the list they stand apart, without rank, bar or number', async ({ page }) => {
		const map = new MapPage(page, words);
		await map.open({ chain: 'aquaculture' }, { map: false });
		await expect(map.side.getByRole('heading', { name: t('list.apart') })).toBeVisible();
		for (const status of ['not-documented', 'ineligible'] as const) {
			// By its summary: how to read the map names the states too.
			const summary = page.locator('summary', { hasText: t(`status.${status}`) });
			const group = map.side.getByRole('group').filter({ has: summary });
			const [row] = (await map.legendRows()).filter(({ kind }) => kind === status);
			expect(numberOf(await group.locator('summary .muted').innerText())).toBe(row!.count);
			await group.locator('summary').click();
			await expect(group.getByRole('listitem')).toHaveCount(row!.count);
			await expect(group.locator('.value')).toHaveText(Array.from({ length: row!.count }, () => '–'));
		}
	});

	for (const { status, chain, territory, level } of STATES) {
		test(`the panel says «${status}» in words and shows no number`, async ({ page }) => {
			const map = new MapPage(page, words);
			await map.open({ chain, territory }, { map: false });
			await expect(map.panel.status).toContainText(t(`status.${status}`));
			await expect(map.panel.root.locator('.score')).toHaveCount(0);
			await expect(map.panel.contributions).toHaveCount(0);
			await expect(map.panel.sentences).toHaveCount(2);
			if (status !== 'insufficient') await expect(map.panel.sentences.first()).toContainText(await map.panel.name.innerText());
			await expect(map.level(level)).toHaveAttribute('aria-current', 'true');
		});
	}

	test('the drawn map gives a pattern to each of them and a colour of the ramp to none', async ({ request }) => {
		const answer = await request.get(`/${words.language}/map.svg?chain=aquaculture`);
		expect(answer.headers()['content-type']).toContain('image/svg+xml');
		const svg = await answer.text();
		const { items } = (await (await request.get('/api/v1/scores?sector=aquaculture&level=province')).json()) as {
			items: { territory: string; status: string }[];
		};
		const fills = fillsOf(svg);
		const looks = new Map<string, Set<string>>();
		for (const { territory, status } of items) {
			const fill = fills.get(territory);
			expect(fill, `${territory} is drawn`).toBeDefined();
			looks.set(status, (looks.get(status) ?? new Set()).add(fill!));
		}
		expect([...looks.get('not-documented')!]).toEqual([expect.stringMatching(/^url\(#/)]);
		expect([...looks.get('ineligible')!]).toEqual([expect.stringMatching(/^url\(#/)]);
		expect(looks.get('ineligible')).not.toEqual(looks.get('not-documented'));
		for (const fill of looks.get('scored')!) expect(fill).toMatch(/^#[0-9a-f]{6}$/i);
	});
});

/** The fill of every area of the drawn map, by code: its own, or that of the group it lies in. */
function fillsOf(svg: string): Map<string, string> {
	const fills = new Map<string, string>();
	let group = '';
	for (const [, ofGroup, tag] of svg.matchAll(/<g[^>]* fill="([^"]+)"|(<(?:a|path)[^>]*data-code="[^"]+"[^>]*>(?:<path[^>]*>)?)/g)) {
		if (ofGroup !== undefined) group = ofGroup;
		else if (tag !== undefined) fills.set(/data-code="([^"]+)"/.exec(tag)![1]!, / fill="([^"]+)"/.exec(tag)?.[1] ?? group);
	}
	return fills;
}
