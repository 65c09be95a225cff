import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_EMBED, EMBED_THEMES, embedAddress, isOfWorkspace, parseEmbed } from './options.ts';

test('an address says what it differs in and reads back the same, the view untouched', () => {
	const options = fc.record({
		title: fc.boolean(),
		legend: fc.boolean(),
		list: fc.boolean(),
		interact: fc.boolean(),
		theme: fc.constantFrom(...EMBED_THEMES)
	});
	fc.assert(
		fc.property(options, fc.constantFrom('', 'chain=honey&weights=25,40,20,15', 'of=score:honey&select=MA-HAJ,MA-TIZ'), (asked, query) => {
			const [path, search = ''] = embedAddress('ar', query, asked).split('?');
			expect(path).toBe('/ar/embed');
			const read = parseEmbed(new URLSearchParams(search));
			expect(read.options).toEqual(asked);
			expect([...read.view]).toEqual([...new URLSearchParams(query)]);
		})
	);
});

test('nothing said is the default, nonsense too', () => {
	expect(embedAddress('fr', '', DEFAULT_EMBED, '#5/31/-7')).toBe('/fr/embed#5/31/-7');
	expect(parseEmbed(new URLSearchParams('legend=maybe&theme=pink&list=')).options).toEqual(DEFAULT_EMBED);
});

test('a view that names what its map is of is one of the workspace', () => {
	expect(isOfWorkspace(new URLSearchParams('of=need'))).toBe(true);
	expect(isOfWorkspace(new URLSearchParams('chain=honey'))).toBe(false);
});
