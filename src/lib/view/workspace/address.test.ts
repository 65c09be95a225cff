import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLASS_METHODS } from '#lib/core/statistics/classify.ts';
import { MAP_KINDS } from '#lib/core/cartography/style/map-style.ts';
import { AGGREGATORS, PRESETS } from '#lib/core/scoring/method.ts';
import { formatWorkspace, hasOwn, linkOf, LONGEST_LINK, parseWorkspace, withoutOwn, type KnownOfWorkspace } from './address.ts';
import { COMPARISONS, DEFAULT_WORKSPACE, type MapSpec, type Workspace } from './workspace.ts';

const CHAINS = ['honey', 'saffron', 'food-processing'];
const PROVINCES = ['MA-HAJ', 'MA-TNG', 'MA-AOU', 'MA-ESI'];
const known: KnownOfWorkspace = {
	isTerritory: (code) => PROVINCES.includes(code) || code === 'MA-03' || /^\d\d\.\d{3}\.\d\d\.\d\d$/.test(code),
	isRelease: (id) => id === '2026.11-abc',
	isChain: (id) => CHAINS.includes(id),
	isFigure: (id) => id === 'unemployment_rate' || id === 'population_legal',
	isPalette: (id) => id === 'viridis' || id === 'brbg'
};

const variable = fc.oneof(
	fc.constantFrom('need', 'people', 'area', 'cooperatives', 'indicator:unemployment_rate', 'indicator:population_legal@2014'),
	fc.constantFrom(...CHAINS).map((chain) => `score:${chain}`),
	fc.constantFrom(...CHAINS).map((chain) => `pillar:${chain}:access`)
);
const breaks = fc
	.uniqueArray(
		fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
		{ minLength: 1, maxLength: 8 }
	)
	.map((values) => values.toSorted((a, b) => a - b));
const spec: fc.Arbitrary<MapSpec> = fc.record({
	of: variable,
	by: variable,
	kind: fc.constantFrom(...MAP_KINDS),
	classing: fc.oneof(
		fc.constant(null),
		fc.record({
			method: fc.constantFrom(...CLASS_METHODS.filter((one) => one !== 'manual')),
			classes: fc.integer({ min: 2, max: 9 }),
			breaks: fc.constant(null)
		}),
		fc.record({ method: fc.constantFrom(...CLASS_METHODS), breaks }).map((one) => ({ ...one, classes: one.breaks.length + 1 }))
	),
	palette: fc.constantFrom(null, 'viridis', 'brbg'),
	reversed: fc.boolean(),
	opacity: fc.integer({ min: 20, max: 100 }),
	range: fc.record({ from: fc.constantFrom(null, -2.5, 0, 12), to: fc.constantFrom(null, 40, 1e9) }),
	only: fc.oneof(
		fc.constant(null),
		fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 }).map((rows) => rows.toSorted((a, b) => a - b))
	),
	weights: fc.oneof(
		fc.constantFrom(...PRESETS).map((preset) => ({ kind: 'preset' as const, preset })),
		fc.constant({ kind: 'own' as const, weights: { need: 40, potential: 30, room: 20, access: 10 } })
	),
	aggregator: fc.constantFrom(...AGGREGATORS)
});
const workspace: fc.Arbitrary<Workspace> = fc.record({
	level: fc.constant('province' as const),
	first: spec,
	second: spec,
	comparison: fc.constantFrom(...COMPARISONS),
	territory: fc.constantFrom(null, ...PROVINCES),
	against: fc.constantFrom(null, ...PROVINCES),
	selection: fc.uniqueArray(fc.constantFrom(...PROVINCES)).map((codes) => codes.toSorted()),
	table: fc.record({
		open: fc.boolean(),
		columns: fc.uniqueArray(variable, { maxLength: 6 }),
		sort: fc.record({ by: fc.oneof(fc.constant('name'), variable), descending: fc.boolean() }),
		filter: fc.string({ maxLength: 40 }).filter((text) => text === '' || text.trim() !== ''),
		onlySelected: fc.boolean()
	}),
	basemap: fc.boolean(),
	release: fc.constantFrom(null, '2026.11-abc')
});
const parsed = (query: string) => parseWorkspace(new URLSearchParams(query), known);

describe('the address of the workspace', () => {
	test('is empty for a workspace as it opens', () => {
		expect(formatWorkspace(DEFAULT_WORKSPACE)).toBe('');
		expect(parsed('').workspace).toEqual(DEFAULT_WORKSPACE);
	});

	test('reads back to the same workspace, whatever is on screen', () => {
		fc.assert(
			fc.property(workspace, (one) => {
				const { workspace: again, issues } = parsed(formatWorkspace(one));
				expect(issues).toEqual([]);
				expect(again).toEqual(one);
			})
		);
	});

	test('never fails on a crafted link, and names what it ignored', () => {
		const { workspace: read, issues } = parsed(
			'of=score:gold&kind=cake&classes=99&breaks=3,2&opacity=5&select=MA-HAJ,MA-XXX&b-of=own:a:b&level=moon&columns=need,<b>&sort=-luck&filter=' +
				'x'.repeat(300)
		);
		expect(read).toEqual(DEFAULT_WORKSPACE);
		expect(issues.toSorted()).toEqual([
			'b-of',
			'breaks',
			'classes',
			'columns',
			'filter',
			'kind',
			'level',
			'of',
			'opacity',
			'select',
			'sort'
		]);
		fc.assert(fc.property(fc.webQueryParameters(), (query) => void parsed(query)));
	});

	test('says which release it cannot show', () => {
		expect(parsed('release=2020.01-old').staleRelease).toBe('2020.01-old');
	});

	test('never carries anything of the reader’s own: not the column, not its classes, not as a column of the table', () => {
		fc.assert(
			fc.property(workspace, fc.constantFrom('of', 'by'), (one, part) => {
				const own: Workspace = {
					...one,
					first: { ...one.first, [part]: 'own:mine:2' },
					table: { ...one.table, columns: [...one.table.columns, 'own:mine:3'], sort: { by: 'own:mine:3', descending: true } }
				};
				expect(hasOwn(own)).toBe(true);
				expect(formatWorkspace(own)).not.toContain('own:');
				if (part === 'of') expect(withoutOwn(own).first).toEqual(DEFAULT_WORKSPACE.first);
			})
		);
	});

	test('stays within 2,000 characters: a selection that is too long is left out and said', () => {
		const all = Array.from({ length: 1503 }, (_, i) => `04.${100 + (i % 800)}.01.${String(10 + (i % 80)).padStart(2, '0')}`);
		const one: Workspace = { ...DEFAULT_WORKSPACE, level: 'commune', selection: all };
		const { address, isCut } = linkOf('https://furas.example', '/ar/workspace', one);
		expect(isCut).toBe(true);
		expect(address).toBe('/ar/workspace?level=commune');
		const few = linkOf('https://furas.example', '/ar/workspace', { ...one, selection: all.slice(0, 100) });
		expect(few.isCut).toBe(false);
		expect(few.address.length).toBeLessThan(LONGEST_LINK);
		fc.assert(
			fc.property(workspace, (other) => {
				expect(linkOf('https://furas.example', '/fr/workspace', other).address.length).toBeLessThanOrEqual(LONGEST_LINK - 21);
			})
		);
	});
});
