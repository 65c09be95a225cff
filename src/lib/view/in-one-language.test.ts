import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { everyText, inOneLanguage } from './in-one-language.ts';

const eggs = { ar: 'البيض', fr: 'Œufs', en: 'Eggs' };
const model = {
	id: 'M13',
	members: 12,
	remark: null,
	ramp: [0.7, 1],
	revenue: [{ item: eggs, price: { value: 1.9, sources: ['le360_beldi'] } }]
};

describe('a model on its way to a page', () => {
	it('says in the language of the page what it said before', () => {
		for (const language of LANGUAGES) {
			const back = everyText(inOneLanguage(model, language));
			expect(back.revenue[0]!.item[language]).toBe(eggs[language]);
			expect({ ...back, revenue: null }).toEqual({ ...model, revenue: null });
		}
	});

	it('carries no text of another language', () => {
		const sent = JSON.stringify(inOneLanguage(model, 'ar'));
		expect(sent).toContain(eggs.ar);
		expect(sent).not.toContain(eggs.fr);
		expect(sent).not.toContain(eggs.en);
	});

	it('of any shape comes back as it was, where all languages say the same', () => {
		const leaf = fc.oneof(
			fc.string().map((said) => ({ ar: said, fr: said, en: said })),
			fc.double(),
			fc.string(),
			fc.constant(null)
		);
		const { value } = fc.letrec((tie) => ({
			value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value')), fc.record({ id: fc.string(), inside: tie('value') }))
		}));
		fc.assert(
			fc.property(value, fc.constantFrom(...LANGUAGES), (anything, language) => {
				expect(everyText(inOneLanguage(anything, language))).toEqual(anything);
			})
		);
	});
});
