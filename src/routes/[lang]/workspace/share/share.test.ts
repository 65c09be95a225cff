import { expect, test } from 'vitest';
import type { Scene } from '#lib/core/cartography/scene.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import type { Sheet } from '#lib/view/workspace/sheet.ts';
import { figureOf, legendTable } from './figure.ts';
import { frameCode } from './frame-code.ts';

const text = (word: string) => ({ ar: word, fr: word, en: word });
const FROM = { release: '2026.11-abc', link: 'https://furas.example/fr/workspace?of=need' };

/** Two synthetic places, the second without a value. */
const sheet = {
	variable: { title: text('Besoin'), unit: text('%'), decimals: 1, measure: 'rate', values: Float64Array.of(12.34, NaN) },
	other: null,
	scene: {
		codes: ['MA-AAA', 'MA-BBB'],
		rows: [0, 1],
		legend: { rows: [{ count: 1 }, { count: 1 }] }
	} as unknown as Scene,
	legend: {
		title: 'Besoin',
		unit: '%',
		year: '2024',
		source: 'Source : HCP',
		note: 'Indicateur indirect.',
		rows: ['-5 à 20', 'Pas de donnée'],
		symbols: null
	}
} as unknown as Sheet;

test('a figure is place, subject, value and unit, with year, source, caution, release and link', async () => {
	const words = await wordsOf('fr');
	expect(figureOf(words, sheet, { code: 'MA-AAA', name: 'Aaa' }, FROM)!.split('\n')).toEqual([
		'Aaa · Besoin\u202f: 12,3\u202f%',
		'Année\u202f: 2024',
		'Source : HCP',
		'Indicateur indirect.',
		'Furas, édition 2026.11-abc',
		FROM.link
	]);
});

test('a place without a value says why; one the map does not show has no figure', async () => {
	const words = await wordsOf('fr');
	expect(figureOf(words, sheet, { code: 'MA-BBB', name: 'Bbb' }, FROM)).toContain('Bbb · Besoin\u202f: Pas de donnée');
	expect(figureOf(words, sheet, { code: 'MA-CCC', name: 'Ccc' }, FROM)).toBeNull();
});

test('a legend is a table with every row and its count, and nothing in it runs as a formula', async () => {
	const lines = legendTable(await wordsOf('fr'), sheet, FROM).split('\n');
	expect(lines.slice(0, 4)).toEqual(['Besoin · %', 'Tranche\tNombre', "'-5 à 20\t1", 'Pas de donnée\t1']);
	expect(lines.at(-1)).toBe(FROM.link);
});

test('the code of a frame is one element, whatever its title says', () => {
	const code = frameCode('https://furas.example/ar/embed?of=need&theme=dark', 'Besoin "<b>" & co', 'full');
	expect(code).toBe(
		'<iframe src="https://furas.example/ar/embed?of=need&amp;theme=dark" title="Besoin &quot;&lt;b&gt;&quot; &amp; co" width="100%" height="560" loading="lazy" allow="fullscreen"></iframe>'
	);
});
