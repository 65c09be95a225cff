import { afterAll, describe, expect, test } from 'vitest';
import { RECOMMENDED_SECTORS } from '#lib/server/recommendation.ts';
import { openReleases } from '#lib/server/release.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { conditionsOf } from '../src/routes/[lang]/projects/conditions.server.ts';
import { unfitAt } from '../src/routes/[lang]/projects/fits.server.ts';
import { whereOf } from '../src/routes/[lang]/projects/[id]/where.server.ts';

/** Where in the country the sheets of the release make sense, as the list and the sheets say it. */
const releases = await openReleases(process.env.FURAS_DATA ?? 'data/built');
afterAll(() => releases.close());
const release = releases.current;
const { models } = await release.projects();
const model = (id: string) => models.find((one) => one.id === id)!;
const words = await wordsOf('fr');

describe('the list of a place', () => {
	test('has no argan outside the argan area, no mussels inland, and offers a local market everywhere', async () => {
		const [hajeb, tiznit] = await Promise.all([unfitAt(release, 'MA-HAJ'), unfitAt(release, 'MA-TIZ')]);
		expect(hajeb.get('M03')).toEqual({ kind: 'ineligible', gate: 'outside-argan-area' });
		expect(hajeb.get('M15')?.kind).toBe('ineligible');
		expect(tiznit.has('M03')).toBe(false);
		for (const unfit of [hajeb, tiznit]) expect(unfit.has('M17')).toBe(false);
	});

	test('leaves out with a model every variant of it that asks the same of the place', async () => {
		const unfit = await unfitAt(release, 'MA-LAA');
		for (const { id, variantOf } of models) if (variantOf !== null && !unfit.has(variantOf)) expect(unfit.has(id), id).toBe(false);
	});

	test('of a commune is that of its province for what provinces document', async () => {
		const [commune, province] = await Promise.all([unfitAt(release, '03.171.01.05'), unfitAt(release, 'MA-HAJ')]);
		expect(commune.get('M03')).toEqual(province.get('M03'));
		expect(commune.has('M02')).toBe(province.has('M02'));
	});
});

describe('a condition of a sheet', () => {
	test('is counted over all provinces, or left to be checked on site', async () => {
		const conditions = await conditionsOf(release);
		for (const { triggers } of models) {
			for (const trigger of triggers) {
				const count = conditions.count(trigger);
				expect(count === null).toBe(trigger.test.kind === 'on-site');
				if (count) expect([count.met <= count.known, count.known <= count.all, count.all]).toEqual([true, true, 75]);
			}
		}
	});
});

describe('where a sheet makes sense', () => {
	test('its legend counts every province once, and its provinces have the chain among their first five', async () => {
		for (const one of models) {
			for (const chain of one.chains) {
				const { legend, places } = await whereOf(release, one, chain, words);
				expect(
					legend.rows.reduce((sum, { count }) => sum + count, 0),
					one.id
				).toBe(75);
				expect(places.every(({ position }) => position >= 1 && position <= RECOMMENDED_SECTORS)).toBe(true);
				expect(new Set(places.map(({ code }) => code)).size).toBe(places.length);
			}
		}
	});

	test('for argan is in the argan area alone', async () => {
		const { places } = await whereOf(release, model('M03'), 'argan', words);
		expect(places.length).toBeGreaterThan(0);
		for (const { code } of places) expect((await unfitAt(release, code)).has('M03'), code).toBe(false);
	});
});
