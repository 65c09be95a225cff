import { describe, expect, test } from 'vitest';
import { encodeTable } from '#lib/core/release/snapshot.ts';
import { syntheticSnapshot } from '#lib/core/release/scenarios/synthetic-snapshot.ts';
import { SYNTHETIC_INDICATORS, SYNTHETIC_METHOD, syntheticTable, type SyntheticRow } from '#lib/core/scoring/scenarios/synthetic.ts';
import type { Stock } from '#lib/core/cooperative/stock.ts';
import { decodedAtlas } from '#lib/data/atlas.ts';
import { legendText } from '#lib/i18n/legend.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { layerOf } from './cooperatives.ts';
import { needLayerOf } from './needs.ts';
import { chainsHere, explanationOf, rankWithin } from './place.ts';
import { placeScreen } from './place-screen.ts';
import { paintedOf, screenOf } from './screen.ts';
import { DEFAULT_VIEW, type View } from './view.ts';

const row = (level: number, crop: number | null, closed = false): SyntheticRow => ({
	values: Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, id === 'market_people' ? 1000 * level : level])),
	evidence: { crop, service: null },
	closed: { crop: closed }
});
const bare: SyntheticRow = { values: { presence: 2 }, evidence: { crop: 0.5, service: null } };

/** Two ranked provinces that tie, one better, one without evidence, one closed, one without figures. */
const table = encodeTable(
	syntheticTable({
		'MA-AAA': row(50, 0.6),
		'MA-BBB': row(50, 0.6),
		'MA-CCC': row(80, 0.9),
		'MA-DDD': row(50, null),
		'MA-EEE': row(50, 0.6, true),
		'MA-FFF': bare
	})
);
const text = (word: string) => ({ ar: word, fr: word, en: word });
const snapshot = syntheticSnapshot(table);
const atlas = decodedAtlas(snapshot);
const crop: View = { ...DEFAULT_VIEW, chain: 'crop' };

describe('a screen', () => {
	test('begins with the greatest need: the highest unemployment, and the lowest schooling in the strongest colour', () => {
		const values = (indicator: string) => {
			const screen = screenOf(atlas, paintedOf(atlas, { ...crop, lens: 'needs', indicator })!, 'fr');
			const { look } = screen.legend.rows[screen.entries[0]!.row]!;
			return { values: screen.entries.map(({ value }) => value!), rank: screen.entries[0]!.rank, look };
		};
		const jobless = values('jobless');
		const schooling = values('schooling');
		expect(jobless.values).toEqual(jobless.values.toSorted((a, b) => b - a));
		expect(schooling.values).toEqual(schooling.values.toSorted((a, b) => a - b));
		expect(schooling.rank).toBe(1);
		expect(schooling.look).toEqual(jobless.look);
	});

	test('ranks like the scorer, ties by name, and lists the rest apart by reason', () => {
		const screen = screenOf(atlas, paintedOf(atlas, crop)!, 'fr');
		expect(screen.entries.map(({ code, rank }) => `${code} ${rank}`)).toEqual(['MA-CCC 1', 'MA-AAA 2', 'MA-BBB 2']);
		expect(screen.apart.map(({ state, entries }) => [state, ...entries.map(({ code }) => code)])).toEqual([
			['not-documented', 'MA-DDD'],
			['insufficient', 'MA-FFF'],
			['ineligible', 'MA-EEE']
		]);
	});

	test('points every line of the list to the legend row the map paints it with', () => {
		for (const lens of ['zones', 'needs', 'potentials', 'cooperatives'] as const) {
			const { scene } = paintedOf(atlas, { ...crop, lens })!;
			const screen = screenOf(atlas, paintedOf(atlas, { ...crop, lens })!, 'ar');
			const all = [...screen.entries, ...screen.apart.flatMap(({ entries }) => entries)];
			expect(all).toHaveLength(scene.codes.length);
			for (const entry of all) expect(entry.row).toBe(scene.rows[scene.codes.indexOf(entry.code)]);
			expect(scene.legend.rows.reduce((sum, { count }) => sum + count, 0)).toBe(6);
		}
	});

	test('shows a published count beside the rate, and keeps the order of the rate', async () => {
		const stock = (territory: string, count: number, asOf: string | null): Stock => ({
			territory,
			branch: 'all',
			asOf,
			count,
			members: null,
			womenMembers: null,
			measure: 'stock',
			source: { title: 'A', url: null },
			note: text('note')
		});
		const view: View = { ...crop, lens: 'cooperatives' };
		const words = await wordsOf('fr');
		const layer = layerOf(atlas, words, 'province', { stocks: [stock('MA-CCC', 1, null), stock('MA-AAA', 900, '2022')], named: [] })!;
		const bare = screenOf(atlas, paintedOf(atlas, view)!, 'fr');
		const screen = screenOf(atlas, paintedOf(atlas, view, { layer })!, 'fr');
		expect(screen.entries.map(({ code }) => code)).toEqual(bare.entries.map(({ code }) => code));
		const published = new Map(screen.entries.map((entry) => [entry.code, entry.published]));
		expect(published.get('MA-AAA')).toEqual({ count: 900, asOf: '2022', derived: false, old: false, note: 'note' });
		expect(published.get('MA-CCC')).toMatchObject({ asOf: null, old: true });
		expect(published.get('MA-BBB')).toBeNull();
		expect(legendText(words, screen.legend, { ...atlas, release: snapshot.release }).symbols?.lines).toHaveLength(4);
		const hexagons = paintedOf(atlas, { ...view, points: 'hexagons' }, { layer })!;
		expect(hexagons.scene.symbols).toBe(layer.symbols);
		expect(hexagons.scene.legend.symbols?.lines.at(-1)?.mark).toBe('hexagon');
	});

	test('says the declared needs beside what the needs lens shows, in any order they do not decide, and in no other lens', async () => {
		const words = await wordsOf('fr');
		const told = new Map([
			['MA-AAA', { least: 12, most: 12 }],
			['MA-BBB', { least: 1, most: 4 }]
		]);
		const declared = needLayerOf(atlas, words, 'province', 'water', (code) => told.get(code ?? '') ?? { least: 0, most: 0 })!;
		const view: View = { ...crop, lens: 'needs', declared: 'water' };
		const bare = screenOf(atlas, paintedOf(atlas, view)!, 'fr');
		const painted = paintedOf(atlas, view, { declared })!;
		const screen = screenOf(atlas, painted, 'fr');
		expect(screen.entries.map(({ code }) => code)).toEqual(bare.entries.map(({ code }) => code));
		const shown = new Map(screen.entries.map((entry) => [entry.code, entry.declared]));
		expect([shown.get('MA-AAA'), shown.get('MA-CCC')]).toEqual([told.get('MA-AAA'), { least: 0, most: 0 }]);
		expect(painted.scene.symbols).toBe(declared.symbols);
		const { symbols } = legendText(words, screen.legend, { ...atlas, release: snapshot.release });
		expect(symbols).toMatchObject({ title: 'Besoins déclarés\u202f: Eau', lines: { length: 3 } });
		expect(paintedOf(atlas, { ...view, lens: 'zones' }, { declared })!.scene.symbols).toEqual([]);
	});

	test('keeps its breaks while weights move', () => {
		const heavy: View = { ...crop, weights: { kind: 'own', weights: { need: 90, potential: 5, room: 3, access: 2 } } };
		const meanings = (view: View) => paintedOf(atlas, view)!.scene.legend.rows.map(({ meaning }) => meaning);
		expect(meanings(heavy)).toEqual(meanings(crop));
	});

	test('does not exist while the communes are not there', () => {
		expect(paintedOf(atlas, { ...crop, level: 'commune' })).toBeNull();
	});

	test('is the same in the next call, whatever was asked between', () => {
		const first = screenOf(atlas, paintedOf(atlas, crop)!, 'fr');
		paintedOf(atlas, { ...crop, lens: 'needs' });
		expect(screenOf(atlas, paintedOf(atlas, crop)!, 'fr')).toEqual(first);
	});
});

describe('a place', () => {
	const here = (code: string, chain = 'crop'): View => ({ ...crop, chain, territory: code });

	test('has sentences in every language, scored or not', async () => {
		for (const language of ['ar', 'fr', 'en'] as const) {
			const words = await wordsOf(language);
			for (const code of ['MA-CCC', 'MA-DDD', 'MA-EEE', 'MA-FFF']) {
				const { sentences } = placeScreen(atlas, here(code), words)!;
				expect(sentences.why).not.toBe('');
				expect(sentences.strengthen).not.toMatch(/undefined|NaN/);
			}
		}
	});

	test('says how many share its score', async () => {
		const place = placeScreen(atlas, here('MA-AAA'), await wordsOf('en'))!;
		expect(place).toMatchObject({ rank: { rank: 2, ranked: 3, inside: null }, tied: 1 });
	});

	test('lists a chain without score apart', () => {
		const chains = chainsHere(atlas, here('MA-DDD'))!;
		expect(chains.best.map(({ chain }) => chain)).toEqual(['service']);
		expect(chains.unscored).toMatchObject([{ chain: 'crop', status: 'not-documented', score: null, rank: null }]);
	});

	test('is nothing when nothing is selected or the code is unknown', () => {
		expect(explanationOf(atlas, crop)).toBeNull();
		expect(explanationOf(atlas, here('MA-ZZZ'))).toBeNull();
	});

	test('is ranked among those of its own parent', () => {
		const scorer = atlas.scorer('province')!;
		const { score } = scorer.scores('crop', SYNTHETIC_METHOD.presets.balanced, 'geometric');
		expect(rankWithin(scorer, score, 0)).toEqual({ rank: 2, ranked: 3 });
		expect(rankWithin(scorer, score, 3)).toBeNull();
	});
});

describe('the words of a legend', () => {
	test('name subject, unit and every row', async () => {
		const words = await wordsOf('fr');
		const names = { ...atlas, release: snapshot.release };
		const { legend } = screenOf(atlas, paintedOf(atlas, crop)!, 'fr');
		expect(legendText(words, legend, names)).toMatchObject({
			title: 'Score\u202f: crop',
			unit: 'points, de 0 à 100',
			rows: [
				'40 ou moins',
				'plus de 40 à 45',
				'plus de 45 à 50',
				'plus de 50 à 55',
				'plus de 55',
				'Potentiel non documenté',
				'Données insuffisantes',
				'Filière sans objet ici'
			]
		});
	});

	test('say unit and year of an indicator, and shares as 0 to 100', async () => {
		const words = await wordsOf('en');
		const names = { ...atlas, release: snapshot.release };
		const rate = paintedOf(atlas, { ...crop, lens: 'needs', indicator: 'jobless' })!.scene.legend;
		expect(legendText(words, rate, names)).toMatchObject({ title: 'jobless', unit: '%', year: '2024' });
		const need = paintedOf(atlas, { ...crop, lens: 'needs' })!.scene.legend;
		expect(legendText(words, need, names).rows.slice(0, 2)).toEqual(['20 or less', 'more than 20 to 40']);
	});
});
