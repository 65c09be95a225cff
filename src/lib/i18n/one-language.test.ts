import { expect, test } from 'vitest';
import { inOneLanguage } from './one-language.ts';

test('a value travels with the texts of one language, everything else as it is', () => {
	const name = { ar: 'عسل', fr: 'Miel', en: 'Honey' };
	const value = { id: 'honey', lines: [{ name, price: 80, note: null }], ar: 'no text of ours' };
	expect(inOneLanguage(value, 'fr')).toEqual({
		id: 'honey',
		lines: [{ name: { ar: '', fr: 'Miel', en: '' }, price: 80, note: null }],
		ar: 'no text of ours'
	});
});
