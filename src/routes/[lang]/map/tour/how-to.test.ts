import { expect, test } from 'vitest';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { ASPECTS, DEFAULT_VIEW, LENSES } from '#lib/view/view.ts';
import { guideOf, howToOf } from './how-to.ts';

const views = LENSES.flatMap((lens) =>
	ASPECTS.flatMap((aspect) => [null, 'unemployment_rate'].map((indicator) => ({ ...DEFAULT_VIEW, lens, aspect, indicator })))
);

test('every map says in four sentences how it is read, in three languages, none twice', async () => {
	for (const language of LANGUAGES) {
		const words = await wordsOf(language);
		for (const view of views) {
			const { sentences } = guideOf(words, view);
			expect(new Set(sentences).size).toBe(4);
			for (const sentence of sentences) expect(sentence).toMatch(/[.]$/);
		}
	}
});

test('hot spots are read in one way whatever clusters, and the composite need never as one', () => {
	expect(howToOf({ lens: 'needs', aspect: 'hot-spots', indicator: 'unemployment_rate' })).toBe('hot-spots');
	expect(howToOf({ lens: 'zones', aspect: 'hot-spots', indicator: null })).toBe('hot-spots');
	expect(howToOf({ lens: 'needs', aspect: 'hot-spots', indicator: null })).toBe('needs');
	expect(howToOf({ lens: 'cooperatives', aspect: 'types', indicator: 'unemployment_rate' })).toBe('cooperatives');
});
