import { expect, test } from '@playwright/test';
import { MapPage, PlaceView } from './pages.ts';
import { inEachLanguage, numberOf } from './words.ts';

/** Places whose figures or names go wrong easily: each is right on the map screen and on its own page. */
inEachLanguage((words) => {
	const { t, language } = words;
	const said = (ar: string, fr: string): string => (language === 'ar' ? ar : fr);

	test('Rabat has no rural dwelling: its distance to a road is missing, not zero', async ({ page, request }) => {
		const { items } = (await (await request.get('/api/v1/indicators')).json()) as {
			items: { id: string; name: Record<string, string> }[];
		};
		const road = items.find(({ id }) => id === 'road_distance_km')!.name[language]!;
		const map = new MapPage(page, words);
		await map.open({ chain: 'care-services', territory: 'MA-RAB' }, { map: false });
		await expect(map.panel.name).toHaveText(said('الرباط', 'Rabat'));
		await map.panel.root.getByText(t('panel.contributions.terms')).click();
		const term = map.panel.root.getByRole('row').filter({ hasText: road });
		await expect(term).toContainText(t('status.no-data'));
		await expect(term.getByRole('cell').last()).toHaveText('–');

		await page.goto(`/${language}/territory/MA-RAB?chain=care-services`);
		const place = new PlaceView(page.getByRole('main'), words);
		await expect(place.name).toHaveText(said('الرباط', 'Rabat'));
		await expect(place.root.getByRole('row').filter({ hasText: road }).first()).toContainText(t('status.no-data'));
	});

	test('Aousserd is tiny: its page says how many people it has, and its panel what is known', async ({ page, request }) => {
		const answer = await request.get('/api/v1/territories?q=Aousserd&level=province');
		const { items } = (await answer.json()) as { items: { code: string; populationLegal: number; populationMunicipal: number }[] };
		const { code, populationLegal, populationMunicipal } = items[0]!;
		expect(populationMunicipal).toBeGreaterThan(0);
		expect(populationMunicipal).toBeLessThan(populationLegal);
		const map = new MapPage(page, words);
		await map.open({ chain: 'camel', territory: code }, { map: false });
		await expect(map.panel.name).toHaveText(said('أوسرد', 'Aousserd'));
		await expect(map.panel.needs.locator('tbody tr').first()).toBeVisible();

		await page.goto(`/${language}/territory/${code}?chain=camel`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('أوسرد', 'Aousserd'));
		const people = page
			.getByRole('term')
			.filter({ hasText: t('place.population') })
			.first()
			.locator('+ dd');
		expect(numberOf(await people.innerText())).toBe(populationLegal);
	});

	test('Figuig has its own name, whatever the outlines once called it', async ({ page }) => {
		const name = said('فجيج', 'Figuig');
		const map = new MapPage(page, words);
		await map.open({ territory: 'MA-FIG' }, { map: false });
		await expect(map.panel.name).toHaveText(name);
		await expect(map.line(name)).toHaveAttribute('aria-current', 'true');
		await page.goto(`/${language}/territory/MA-FIG`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
		await expect(page).toHaveTitle(new RegExp(name));
	});

	test('Sidi Yahia El Gharb belongs to Sidi Slimane', async ({ page }) => {
		const slimane = said('سيدي سليمان', 'Sidi Slimane');
		const map = new MapPage(page, words);
		await map.open({}, { map: false });
		const options = await map.find(said('سيدي يحيى الغرب', 'Sidi Yahia El Gharb'));
		await expect(options.first()).toContainText(slimane);
		await options.first().click();
		await expect(page).toHaveURL(/territory=04\.491\.01\.09/);
		await expect(map.panel.root.getByRole('banner').or(map.panel.root.locator('header'))).toContainText(slimane);
		await page.goto(`/${language}/territory/04.491.01.09`);
		await expect(page.getByRole('main').getByRole('link', { name: slimane }).first()).toHaveAttribute(
			'href',
			/territory\/MA-SIL|territory\/MA-/
		);
	});
});
