import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { POINT_STYLES } from '#lib/core/cartography/scene.ts';
import { NEED_KINDS } from '#lib/core/need/kinds.ts';
import { EVIDENCE_FILTERS } from '#lib/core/potential/question.ts';
import { AGGREGATORS, PRESETS } from '#lib/core/scoring/method.ts';
import { LEVELS } from '#lib/core/territory/territory.ts';
import { addressOf, formatView, parseView, placeAddress, settled, type Known } from './address.ts';
import { ASPECTS, DEFAULT_VIEW, LENSES, type View } from './view.ts';

const CHAINS = ['food-processing', 'honey', 'saffron', 'apples-cherries'];
const PLACES = ['MA-HAJ', 'MA-03', '04.491.01.09.'];
const known: Known = {
	isChain: (id) => CHAINS.includes(id),
	isIndicator: (id) => id === 'unemployment_rate',
	isProduct: (id) => id === 'clementine-de-berkane',
	isTerritory: (code) => PLACES.includes(code),
	isRelease: (id) => id === '2026.11-0123abcd'
};

const parse = (query: string) => parseView(new URLSearchParams(query), known);

const weight = fc.oneof(
	fc.nat(100),
	fc.double({ min: 0.001, max: 1e6, noNaN: true }).map((x) => Number(x.toFixed(3)))
);
const anyView: fc.Arbitrary<View> = fc
	.record({
		lens: fc.constantFrom(...LENSES),
		aspect: fc.constantFrom(...ASPECTS),
		chain: fc.constantFrom(...CHAINS),
		level: fc.constantFrom(...LEVELS),
		weights: fc.oneof(
			fc.constantFrom(...PRESETS).map((preset) => ({ kind: 'preset' as const, preset })),
			fc
				.record({ need: weight, potential: weight, room: weight, access: weight })
				.filter((weights) => Object.values(weights).some((value) => value > 0))
				.map((weights) => ({ kind: 'own' as const, weights }))
		),
		aggregator: fc.constantFrom(...AGGREGATORS),
		territory: fc.option(fc.constantFrom(...PLACES)),
		indicator: fc.option(fc.constant('unemployment_rate')),
		allChains: fc.boolean(),
		evidence: fc.constantFrom(...EVIDENCE_FILTERS),
		product: fc.option(fc.constant('clementine-de-berkane')),
		points: fc.constantFrom(...POINT_STYLES),
		declared: fc.option(fc.constantFrom('all' as const, ...NEED_KINDS)),
		release: fc.option(fc.constant('2026.11-0123abcd')),
		table: fc.boolean()
	})
	.map(settled);

describe('the address of a view', () => {
	test('reads back as the view it was written from', () => {
		fc.assert(
			fc.property(anyView, (view) => {
				expect(parse(formatView(view))).toEqual({ view, issues: [], staleRelease: null });
			})
		);
	});

	test('stays within 2,000 characters', () => {
		fc.assert(fc.property(anyView, (view) => addressOf('https://furas.example.org/ar', view).length <= 2000));
	});

	test('leaves defaults out', () => {
		expect(formatView(DEFAULT_VIEW)).toBe('');
		expect(addressOf('/ar', { ...DEFAULT_VIEW, chain: 'honey' })).toBe('/ar?chain=honey');
	});

	test('is readable: commas stay commas', () => {
		const weights = { need: 40, potential: 30, room: 20, access: 10 };
		expect(formatView({ ...DEFAULT_VIEW, weights: { kind: 'own', weights } })).toBe('weights=40,30,20,10');
	});

	test('of a place always says its chain', () => {
		expect(placeAddress('/ar/territory/MA-HAJ', { ...DEFAULT_VIEW, territory: 'MA-HAJ' })).toBe(
			'/ar/territory/MA-HAJ?chain=food-processing'
		);
		expect(placeAddress('/p', { ...DEFAULT_VIEW, chain: 'honey', aggregator: 'harmonic' })).toBe('/p?chain=honey&aggregator=harmonic');
	});

	test('shows the level of the territory it names', () => {
		expect(parse('territory=MA-03&level=commune').view.level).toBe('region');
		expect(parse('territory=MA-HAJ').view.level).toBe('province');
	});

	test('asks for a product whatever chain and documents it also names', () => {
		const { view } = parse('lens=potentials&chain=honey&chains=all&evidence=port&product=clementine-de-berkane');
		expect(view).toMatchObject({ chain: 'honey', allChains: false, evidence: 'all', product: 'clementine-de-berkane' });
	});

	test('takes «all» from the list of chains of a plain form', () => {
		expect(parse('lens=potentials&chain=all&evidence=label')).toMatchObject({
			view: { allChains: true, chain: DEFAULT_VIEW.chain, evidence: 'label' },
			issues: []
		});
	});

	test('takes any text without failing', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.string(), fc.string())), fc.webQueryParameters(), (pairs, query) => {
				expect(parseView(new URLSearchParams(pairs), known).view).toBeDefined();
				expect(parse(query).view).toBeDefined();
			})
		);
	});

	test('lists what it ignored and shows the default', () => {
		const { view, issues } = parse(
			'lens=moon&chain=gold&level=county&chains=some&evidence=rumour&product=gold&points=stars&weights=0,0,0,0&territory=MA-XXX&table=yes'
		);
		expect(view).toEqual(DEFAULT_VIEW);
		expect(issues).toEqual(['lens', 'chain', 'level', 'chains', 'evidence', 'product', 'points', 'weights', 'territory', 'table']);
	});

	test.each(['-1,1,1,1', 'NaN,1,1,1', '1,1,1', '1e999,1,1,1', ',,,', '1,1,1,1,1', '0,0,0,0'])('refuses the weights %s', (weights) => {
		expect(parse(`weights=${weights}`).issues).toEqual(['weights']);
	});

	test('says which unknown release an old link asks for', () => {
		expect(parse('release=2025.01-deadbeef&chain=honey')).toMatchObject({
			staleRelease: '2025.01-deadbeef',
			issues: [],
			view: { release: null, chain: 'honey' }
		});
	});
});
