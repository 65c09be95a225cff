import type { Adjacency } from '#lib/core/geo/geography.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { Band } from '#lib/core/uncertainty/bands.ts';
import { createSimulation } from '#lib/core/uncertainty/simulation.ts';
import { zonesOf, type Zone } from '#lib/core/zones/zones.ts';
import { numberIn, type Printed, type Tables } from './csv.ts';
import { tableOf } from './figures.ts';

/** What the method says, read from the golden scores or drawn again. */
export interface Standing {
	/** One column of a chain in a place, `*` for all places of the level. */
	score(path: readonly string[], column: string | null): number;
	/** One column of a promising zone. */
	zone(path: readonly string[], column: string | null): number;
}

export interface Method {
	readonly region: Scorer;
	readonly province: Scorer;
	readonly adjacency: Adjacency;
}

/** Decimals of the golden scores. */
export const GOLDEN_DECIMALS = 6;

/** Intervals and zones are drawn with the draws and the seed of the method, every chain once, when first asked for. */
export function standingIn(tables: Tables, method: Method): Standing {
	const chains = new Set(tables.rows('facts/furas/sectors/2026/value_chains.csv').map((row) => row['id']!));
	const drawn = new Map<string, Drawn>();
	const draw = (level: string, chain: string): Drawn => {
		const key = `${level}/${chain}`;
		const known = drawn.get(key) ?? drawnOf(method, level, chain);
		drawn.set(key, known);
		return known;
	};
	return {
		score([level, chain, code], column) {
			if (!chains.has(chain!)) throw new Error(`there is no chain ${chain}`);
			const ofAll = ALL[column ?? ''];
			if (ofAll) return ofAll(tables, level!, chain!);
			if (column === 'score' || column === 'rank') return ofGolden(tables, level!, chain!, code!, column);
			if (!isDrawn(column)) throw new Error(`there is no column ${column}`);
			return known(draw(level!, chain!).bands.get(code!)?.[column], code!);
		},
		zone([id], column) {
			const [, chain, code] = /^zone-(.+)-(MA-[A-Z]+)$/.exec(id!) ?? [];
			if (chain === undefined || !chains.has(chain)) throw new Error('its chain is unknown');
			const zone = draw('province', chain).zones.find((one) => one.id === id);
			return known(zone && zoneColumn(zone, column), code!);
		}
	};
}

const goldenOf = (tables: Tables, level: string, chain: string): Printed[] =>
	tables.rows('golden/scores.csv').filter((row) => row['level'] === level && row['chain'] === chain);

function ofGolden(tables: Tables, level: string, chain: string, code: string, column: string): number {
	const row = goldenOf(tables, level, chain).find(({ territory }) => territory === code);
	if (!row) throw new Error('no golden score is kept');
	return numberIn(row, column)!;
}

/** Columns that are the same for every place of the level. */
const ALL: Readonly<Record<string, (tables: Tables, level: string, chain: string) => number>> = {
	territories: (tables, level) => tables.rows(tableOf(level)).length,
	ranked: (tables, level, chain) => goldenOf(tables, level, chain).length,
	documented
};

const DRAWN = ['low', 'high', 'top', 'tied'] as const;
const isDrawn = (column: string | null): column is (typeof DRAWN)[number] => DRAWN.some((one) => one === column);

function zoneColumn({ members, people, areaKm2, score }: Zone, column: string | null): number | null {
	const columns: Readonly<Record<string, number | null>> = { members: members.length, people, areaKm2, ...score };
	return columns[column ?? ''] ?? null;
}

function known(value: number | null | undefined, of: string): number {
	if (value === null || value === undefined) throw new Error(`the draws say nothing of ${of}`);
	return value;
}

interface Drawn {
	readonly bands: ReadonlyMap<string, Band>;
	/** Of provinces; zones of regions are none. */
	readonly zones: readonly Zone[];
}

function drawnOf({ region, province, adjacency }: Method, level: string, chain: string): Drawn {
	const scorer = level === 'region' ? region : province;
	const question = { chain, weights: scorer.method.presets.balanced, aggregator: 'geometric' } as const;
	const { draws, seed } = scorer.method.uncertainty;
	const simulation = createSimulation(scorer, { ...question, draws, seed });
	const scores: Float64Array[] = [];
	simulation.run(draws, (of) => scores.push(of.slice()));
	const bands = simulation.bands().places.map((band) => [scorer.table.territories[band.place]!.code, band] as const);
	return {
		bands: new Map(bands),
		zones: level === 'region' ? [] : zonesOf(scorer, question, adjacency, { simulation, drawn: scores })
	};
}

/** Places of a level with evidence for a chain: a province its own, a region also that of its provinces. */
function documented(tables: Tables, level: string, chain: string): number {
	const provinces = tables.rows(tableOf('province'));
	const regionOf = new Map(provinces.map((row) => [row['iso_3166_2']!, row['region_iso']!]));
	const potentials = new Map(tables.rows('facts/furas/potentials/2026/potentials.csv').map((row) => [row['id'], row['province_code']!]));
	const codes = tables
		.rows('facts/furas/potentials/2026/potential_chain.csv')
		.filter((row) => row['chain'] === chain)
		.map((row) => potentials.get(row['evidence'])!);
	const places = level === 'region' ? codes.map((code) => regionOf.get(code) ?? code) : codes.filter((code) => regionOf.has(code));
	return new Set(places).size;
}
