import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES, type Text } from '#lib/core/text/text.ts';
import { memberPayOf } from './member-pay.ts';
import { goldenModels } from './scenarios/golden-models.ts';

const { models } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));
const saffron = models.find(({ model }) => model.slug === 'saffron')!.model;
const DAY: Text = { ar: 'يوم', fr: 'jour', en: 'day' };

test('a day of work is known as one in the language a page holds', () => {
	const perDay = LANGUAGES.map((language) => {
		const said: Text = { ar: DAY[language], fr: DAY[language], en: DAY[language] };
		const variable = saffron.variable.map((line) => (line.quantityUnit.en === DAY.en ? { ...line, quantityUnit: said } : line));
		return memberPayOf({ ...saffron, variable }).perDay;
	});
	expect(perDay).toEqual(LANGUAGES.map(() => memberPayOf(saffron).perDay));
	expect(perDay[0]).toBeGreaterThan(0);
});
