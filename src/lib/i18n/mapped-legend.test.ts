import { expect, test } from 'vitest';
import { VISIONS } from '#lib/core/cartography/style/colour-vision.ts';
import { PLAIN_STYLE, type MapStyle } from '#lib/core/cartography/style/map-style.ts';
import { PALETTES } from '#lib/core/cartography/style/palettes.ts';
import { styledScene } from '#lib/core/cartography/style/styled-scene.ts';
import type { Variable } from '#lib/core/cartography/style/variable.ts';
import { LANGUAGES, type Language } from '#lib/core/text/text.ts';
import { legendText, type LegendNames, type LegendText } from './legend.ts';
import { paletteText, visionText } from './palettes.ts';
import { wordsOf } from './words.ts';

const names: LegendNames = {
	release: { id: '2026.11-x', date: '2026-11-23', data: '2026.11', method: '1.0.0' },
	chains: new Map(),
	indicators: new Map(),
	sources: new Map()
};
const text = (word: string) => ({ ar: word, fr: word, en: word });
const rate: Variable = {
	id: 'own:synthetic:rate',
	title: { ar: 'معدل الأمية', fr: 'Taux d’analphabétisme', en: 'Illiteracy rate' },
	unit: text('%'),
	year: '2024',
	credit: text('HCP'),
	decimals: 1,
	note: text('Synthetic.'),
	measure: 'rate',
	family: 'need',
	lowIsStrong: false,
	values: Float64Array.of(1, 2, 3, NaN),
	states: ['no-data'],
	breaks: [1.5, 2.5],
	reference: null
};
const strength: Variable = { ...rate, title: text('Potential'), unit: text('0–100'), year: null, credit: text('Furas'), note: null };

async function textIn(
	language: Language,
	style: Partial<MapStyle>,
	{ variable = rate, other = null }: { variable?: Variable; other?: Variable | null } = {}
): Promise<LegendText> {
	const { legend } = styledScene({
		level: 'province',
		codes: Array.from(variable.values, (_, i) => `MA-${i}`),
		variable,
		other,
		style: { ...PLAIN_STYLE, ...style },
		labelAt: () => [-7, 31],
		symbolLabel: (code) => code,
		places: []
	});
	return legendText(await wordsOf(language), legend, names);
}

test('a map of the workspace says title, unit, year, source and caution of its variable, and its classes with its decimals', async () => {
	expect(await textIn('en', { range: { from: null, to: 2.2 } })).toEqual({
		title: 'Illiteracy rate',
		unit: '%',
		year: '2024',
		source: 'Source: HCP',
		note: 'Synthetic.',
		rows: ['1.5 or less', 'more than 1.5 to 2.5', 'more than 2.5', 'No data', 'Outside the chosen range: above 2.2'],
		symbols: null
	});
});

test('two variables are named in their order, with both years and sources, and their cells in words', async () => {
	const said = await textIn('en', { kind: 'bivariate' }, { other: strength });
	expect(said).toMatchObject({
		title: 'Illiteracy rate × Potential',
		unit: '% × 0–100',
		year: '2024 × –',
		source: 'Source: HCP; Furas'
	});
	expect(said.note).toBe('Synthetic. Each variable is cut into three classes of about as many territories.');
	expect(said.rows[2]).toBe('Illiteracy rate: high · Potential: low');
	expect((await textIn('ar', { kind: 'bivariate' }, { other: strength })).rows[2]).toBe('معدل الأمية: مرتفع · Potential: منخفض');
	expect((await textIn('en', { kind: 'bivariate' }, { other: { ...strength, year: '2024', credit: text('HCP') } })).year).toBe('2024');
});

test('breaks that would read alike get more digits', async () => {
	const { rows } = await textIn('en', {}, { variable: { ...rate, decimals: 0, breaks: [1.21, 1.23] } });
	expect(rows.slice(0, 3)).toEqual(['1.21 or less', 'more than 1.21 to 1.23', 'more than 1.23']);
});

test('every row of every kind of map has words of its own in each language', async () => {
	const range = { from: 1, to: 2 };
	for (const language of LANGUAGES) {
		for (const kind of ['choropleth', 'symbols', 'bivariate', 'hexagons', 'heat'] as const) {
			const { rows, symbols } = await textIn(language, { kind, range }, { other: strength });
			expect(new Set(rows).size).toBe(rows.length);
			for (const row of [...rows, ...(symbols?.lines ?? [])]) expect(row.trim()).not.toBe('');
		}
	}
});

test('circles say of how many territories a number is known, and which have no circle', async () => {
	const variable: Variable = {
		...rate,
		measure: 'count',
		decimals: 0,
		values: Float64Array.of(0, 40, 900, NaN),
		title: text('Cooperatives')
	};
	const { symbols, rows } = await textIn('en', { kind: 'symbols' }, { variable });
	expect(rows).toEqual(['Value known', 'No data']);
	expect(symbols).toEqual({
		title: 'Cooperatives',
		sizes: ['900', '200', '50'],
		lines: ['With a known value, of 4 provinces', 'of which zero or less: no circle', 'Without a known value, of 4 provinces'],
		note: null
	});
});

test('every palette and every colour vision has a name of its own in each language', async () => {
	for (const language of LANGUAGES) {
		const words = await wordsOf(language);
		expect(new Set(PALETTES.map(({ id }) => paletteText(words, id))).size).toBe(PALETTES.length);
		expect(new Set(VISIONS.map((vision) => visionText(words, vision))).size).toBe(VISIONS.length);
	}
});
