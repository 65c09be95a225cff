import type { Chain } from '#lib/core/sector/chain.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Block, Method, Term } from '../method.ts';
import type { LevelTable } from '../table.ts';

/** Synthetic territories, methods and chains for tests and benchmarks. Nothing here is ever shown to a user. */

const text = (word: string): { ar: string; fr: string; en: string } => ({ ar: word, fr: word, en: word });

/** A territory with nothing but a code. */
export const syntheticTerritory = (code: string): Territory => ({
	code,
	level: 'province',
	kind: 'province',
	parent: null,
	name: text(code),
	aliases: [],
	label: null,
	populationLegal: 1000,
	populationMunicipal: 1000,
	households: 250,
	areaKm2: null,
	coastal: false
});

/** Two chains, one of each type. */
export const SYNTHETIC_CHAINS: readonly Chain[] = [
	{ id: 'crop', branch: 'farming', type: 'resource', name: text('crop'), models: [] },
	{ id: 'service', branch: 'services', type: 'local-market', name: text('service'), models: [] }
];

const term = (indicator: string, direction: Term['direction'] = 'higher', weight = 1): Term => ({ indicator, weight, direction });
const block = (id: string, weight: number, terms: readonly Term[]): Block => ({ id, name: text(id), weight, terms });

/** A small method with the shape of the shipped one: two need blocks, three access terms, a human base of two. */
export const SYNTHETIC_METHOD: Method = {
	version: 'synthetic',
	date: '2026-11-23',
	floor: 0.01,
	minimumCoverage: 0.6,
	riskStrength: 0.3,
	presets: {
		balanced: { need: 0.25, potential: 0.25, room: 0.25, access: 0.25 },
		planner: { need: 0.4, potential: 0.25, room: 0.2, access: 0.15 },
		holder: { need: 0.1, potential: 0.4, room: 0.3, access: 0.2 }
	},
	need: [block('economic', 0.6, [term('jobless'), term('vulnerable')]), block('social', 0.4, [term('schooling', 'lower')])],
	access: [block('road', 0.4, [term('road', 'lower')]), block('souk', 0.3, [term('souk')]), block('town', 0.3, [term('town', 'lower')])],
	humanBase: [term('youth'), term('selfEmployed')],
	potential: {
		resource: { evidence: 0.75, humanBase: 0.25, market: 0, terms: [] },
		'local-market': { evidence: 0.25, humanBase: 0.25, market: 0.5, terms: [] }
	},
	localMarketNeedShift: 0.5,
	evidence: {
		kind: { IGP: 1, AOP: 1, port: 0.8, area: 0.8, production: 0.8, heritage: 0.6, arrivals: 0.6 },
		scope: { province: 1, multi: 0.7, region: 0.4 },
		basis: { stated: 1, toponym: 0.7, derived: 0.6, recalled: 0.4 }
	},
	room: { indicator: 'presence', lowest: 0.4, highest: 0.6 },
	market: { halfDistanceKm: 15, cutKm: 30 },
	townPopulation: 50000,
	goalpostQuantiles: [0.05, 0.95],
	scoreBreaks: [40, 45, 50, 55],
	typology: { potential: 0.6, room: 0.5, need: 0.5 },
	uncertainty: {
		draws: 1000,
		seed: 7,
		weightFactor: [0.75, 1.25],
		goalpostQuantile: [0.025, 0.075],
		riskStrength: [0.2, 0.4],
		interval: [0.05, 0.95],
		robustWidth: 0.1,
		fragileWidth: 0.3,
		topShare: 0.25
	},
	promising: { probability: 0.5, room: 0.5 },
	confidence: { coverage: 0.5, age: 0.3, granularity: 0.2, halfLifeYears: 5, inheritedGranularity: 0.5, gradeA: 0.8, gradeB: 0.6 }
};

/** Raw cells of one synthetic territory; null is unknown. */
export interface SyntheticRow {
	readonly values: Readonly<Record<string, number | null>>;
	readonly evidence: Readonly<Record<string, number | null>>;
	readonly closed?: Readonly<Record<string, boolean>>;
}

/** Ids of every indicator of the synthetic method. */
export const SYNTHETIC_INDICATORS = [
	'jobless',
	'vulnerable',
	'schooling',
	'road',
	'souk',
	'town',
	'youth',
	'selfEmployed',
	'presence',
	'market_people'
] as const;

/** Indicators of the synthetic method of which less is better. */
const LESS_IS_BETTER: ReadonlySet<string> = new Set(['schooling', 'road', 'town', 'presence']);

/** A place that stands at `x` of 100 in every indicator, with this evidence of the crop. */
export const evenRow = (x: number, crop: number | null = x / 100): SyntheticRow => ({
	values: Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, LESS_IS_BETTER.has(id) ? 100 - x : x])),
	evidence: { crop, service: null }
});

/** A level table of synthetic rows keyed by code, with goalposts 0–100 (market on its logarithm) unless given. */
export function syntheticTable(rows: Readonly<Record<string, SyntheticRow>>, goalposts: LevelTable['goalposts'] = {}): LevelTable {
	const codes = Object.keys(rows).sort();
	const column = (read: (row: SyntheticRow) => number | null | undefined): Float64Array =>
		Float64Array.from(codes, (code) => read(rows[code]!) ?? NaN);
	const perChain = <T>(make: (chain: string) => T): Record<string, T> =>
		Object.fromEntries(SYNTHETIC_CHAINS.map(({ id }) => [id, make(id)]));
	return {
		level: 'province',
		territories: codes.map(syntheticTerritory),
		values: Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, column((row) => row.values[id])])),
		national: { presence: 2 },
		years: Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, 2024])),
		inherited: new Set(),
		goalposts: {
			...Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, { lo: 0, hi: 100 }])),
			market_people: { lo: 0, hi: 14 },
			...goalposts
		},
		evidence: perChain((chain) => column((row) => row.evidence[chain])),
		evidenceQuality: perChain((chain) => Uint8Array.from(codes, (code) => ((rows[code]!.evidence[chain] ?? null) === null ? 0 : 2))),
		gates: perChain((chain) => Uint8Array.from(codes, (code) => (rows[code]!.closed?.[chain] ? 1 : 0)))
	};
}
