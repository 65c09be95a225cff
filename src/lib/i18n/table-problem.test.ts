import { expect, test } from 'vitest';
import { LANGUAGES } from '#lib/core/text/text.ts';
import kinds from './messages/table/en.json';
import { tableSentence, type TableFault, type TableFaultKind } from './table-problem.ts';
import { wordsOf } from './words.ts';

const [ar, fr, en] = await Promise.all([wordsOf('ar'), wordsOf('fr'), wordsOf('en')]);

test('a problem says what it is, where, and what helps', () => {
	const fault: TableFault = { kind: 'duplicate-header', row: 3, column: 137, text: 'Nom' };
	expect(tableSentence(en, fault)).toBe('Row 3, column 138: two columns have the same title, “Nom”; change one of them.');
	expect(tableSentence(fr, fault)).toBe(
		'Ligne 3, colonne 138\u202f: deux colonnes portent le même titre, «\u202fNom\u202f»\u202f; changez-en un.'
	);
	expect(tableSentence(ar, fault)).toBe('السطر 3، العمود 138: عمودان عنوانهما واحد، «Nom»؛ غيّروا عنوان أحدهما.');
});

test('sizes are said in megabytes, and a file just too large is larger than what is allowed', () => {
	expect(tableSentence(en, { kind: 'too-large', limit: 64 * 2 ** 20, found: 64 * 2 ** 20 + 1 })).toBe(
		'The file is 64.1 MB; 64 MB is the most that is read.'
	);
});

test('without a place a sentence starts with a capital letter', () => {
	expect(tableSentence(en, { kind: 'bad-encoding' })).toMatch(/^Some letters/);
	expect(tableSentence(fr, { kind: 'damaged' })).toMatch(/^Le fichier/);
});

test('every kind has its sentence in every language, whatever of it is known', async () => {
	const all = Object.keys(kinds).flatMap((key) =>
		key.startsWith('table.fault.') ? [key.slice('table.fault.'.length) as TableFaultKind] : []
	);
	expect(all.length).toBeGreaterThan(30);
	for (const words of await Promise.all(LANGUAGES.map(wordsOf))) {
		for (const kind of all) expect(tableSentence(words, { kind }), kind).toMatch(/^[^{}]+\.$/u);
	}
});
