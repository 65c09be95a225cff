import type { Position } from '#lib/core/geo/geography.ts';
import { RECOMMENDATION_RULES } from '#lib/core/project/scenarios/shipped-rules.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import {
	SYNTHETIC_CHAINS,
	SYNTHETIC_INDICATORS,
	SYNTHETIC_METHOD,
	syntheticTable,
	type SyntheticRow
} from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import { peopleWithinReach } from '#lib/core/statistics/access.ts';
import { createRandom } from '#lib/core/statistics/random.ts';
import { nearFacts, type NearFacts, type NearParts } from '../near/facts.ts';
import { topShares } from '../tops.ts';

/** A country of four provinces of sixteen communes each, eleven kilometres apart, for tests and benchmarks. Nothing of it is real. */

const SIDE = 8;
const STEP = 0.1;
const CORNER: Position = [-6, 33];
/** Evidence of the crop by province, and whether it is weak: the third documents nothing. */
const CROP = [
	{ strength: 0.8, quality: 2 },
	{ strength: 0.4, quality: 1 },
	{ strength: null, quality: 0 },
	{ strength: 1, quality: 2 }
] as const;

const provinceOfCell = (x: number, y: number): number => Math.floor(x / 4) + 2 * Math.floor(y / 4);
const code = (index: number): string => `c${String(index).padStart(2, '0')}`;

/** Position of a commune of the synthetic country. */
export const communePosition = (index: number): Position => [
	CORNER[0] + STEP * (index % SIDE),
	CORNER[1] + STEP * Math.floor(index / SIDE)
];

function communeTable(): LevelTable {
	const { uniform } = createRandom(22);
	const cells = Array.from({ length: SIDE * SIDE }, (_, i) => ({ i, x: i % SIDE, y: Math.floor(i / SIDE) }));
	const rows = Object.fromEntries(
		cells.map(({ i, x, y }): [string, SyntheticRow] => {
			const values = Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, uniform() < 0.05 ? null : 100 * uniform()]));
			// The last province may have the crop in its western half only.
			const closed = { crop: provinceOfCell(x, y) === 3 && x >= 6 };
			return [code(i), { values, evidence: { crop: CROP[provinceOfCell(x, y)]!.strength, service: null }, closed }];
		})
	);
	const table = syntheticTable(rows);
	const territories = table.territories.map((territory, i) => ({
		...territory,
		level: 'commune' as const,
		kind: i % 9 === 0 ? ('urban-commune' as const) : ('rural-commune' as const),
		parent: `p${provinceOfCell(i % SIDE, Math.floor(i / SIDE))}`,
		label: communePosition(i),
		populationMunicipal: i % 9 === 0 ? 60_000 : 500 + Math.round(9000 * uniform()),
		coastal: i % SIDE === 0
	}));
	const people = territories.map(({ label, populationMunicipal }) => ({ position: label, people: populationMunicipal }));
	const towns = territories.map(({ kind }) => (kind === 'urban-commune' ? 0 : 20));
	return {
		...table,
		level: 'commune',
		territories,
		values: {
			...table.values,
			market_people: Float64Array.from(people, ({ position }) => peopleWithinReach(position, people, SYNTHETIC_METHOD.market)!),
			town_distance_km: Float64Array.from(towns)
		},
		inherited: new Set(['presence']),
		evidenceQuality: { ...table.evidenceQuality, crop: Uint8Array.from(cells, ({ x, y }) => CROP[provinceOfCell(x, y)]!.quality) }
	};
}

function provinceTable(): LevelTable {
	const { uniform } = createRandom(23);
	const rows = Object.fromEntries(
		CROP.map(({ strength }, p): [string, SyntheticRow] => [
			`p${p}`,
			{ values: Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, 100 * uniform()])), evidence: { crop: strength, service: null } }
		])
	);
	return syntheticTable(rows);
}

const communes: Scorer = createScorer(SYNTHETIC_METHOD, communeTable(), SYNTHETIC_CHAINS);
const provinces: Scorer = createScorer(SYNTHETIC_METHOD, provinceTable(), SYNTHETIC_CHAINS);
const tops = topShares(provinces, SYNTHETIC_METHOD.presets.holder);

/** What near-me answers from in the synthetic country. */
export const syntheticCountry = (over: Partial<NearParts> = {}): NearFacts =>
	nearFacts({
		communes,
		provinces,
		tops,
		weights: SYNTHETIC_METHOD.presets.holder,
		rules: RECOMMENDATION_RULES,
		releaseYear: 2026,
		cooperatives: [{ id: 'coop-1', position: communePosition(9) }],
		register: null,
		published: new Map([['p0', 151]]),
		evidenceSource: { id: 'evidence', year: '2026' },
		sourceOf: (indicator) => `source of ${indicator}`,
		...over
	});
