import { describe, expect, it } from 'vitest';
import { searchKey } from './search-key.ts';

describe('the search key', () => {
	it.each([
		['Tétouan', 'tetouan'],
		['M’diq-Fnideq', "m'diq fnideq"],
		['  Aït   Melloul ', 'ait melloul'],
		['L\u2019Œuf', 'L Oeuf']
	])('finds «%s» typed as «%s»', (name, typed) => expect(searchKey(name)).toBe(searchKey(typed)));

	it.each([
		['أكادير', 'اكادير'],
		['إفران', 'افران'],
		['آسفي', 'اسفي'],
		['مُولاي', 'مولاي'],
		['العـــيون', 'العيون'],
		['خنيفرة', 'خنيفره'],
		['أݣادير', 'اكادير'],
		['الفداء', 'الفدا']
	])('finds «%s» typed as «%s», whatever the hamza, the vowels or the ending', (name, typed) =>
		expect(searchKey(name)).toBe(searchKey(typed))
	);

	it('keeps Tifinagh letters', () => expect(searchKey('ⴰⴳⴰⴷⵉⵔ')).toBe('ⴰⴳⴰⴷⵉⵔ'));

	it('reads Arabic digits as Western ones', () => expect(searchKey('٢٠٢٤')).toBe('2024'));

	it('is empty when only punctuation is given', () => expect(searchKey(' -- ')).toBe(''));
});
