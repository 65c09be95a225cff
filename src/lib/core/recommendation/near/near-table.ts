import { MARKET } from '#lib/core/scoring/model.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { decay } from '#lib/core/statistics/access.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { meanAround, type Around } from './around.ts';
import type { NearFacts } from './facts.ts';
import { gateAround, resourceAround, type Resource } from './resource.ts';
import type { Supply } from './supply.ts';

/** Code of the row that stands for the point. */
export const POINT = 'point';

/** A point as a place that can be scored: one row, on the scales of the communes. */
export interface NearTable {
	readonly table: LevelTable;
	/** What is documented around, by chain. */
	readonly resources: ReadonlyMap<string, Resource | null>;
}

/**
 * The row of a point: rates are means over the communes around, weighed by people and distance; people within the reach of a market
 * are counted from the point itself; evidence is the best around; a gate is open where any commune around may have the chain.
 * `supply` is what a register says of the chains it counts.
 */
export function nearTable(facts: NearFacts, around: Around, market: number, supply: Readonly<Record<string, Supply>>): NearTable {
	const { table, chains } = facts.communes;
	const resources = new Map(chains.map(({ id }) => [id, resourceAround(facts, around, id)]));
	const values = mapped(table.values, (column, indicator) => (indicator === MARKET ? market : meanAround(around, column)));
	const perChain = <T>(value: (chain: string) => T): Record<string, T> => Object.fromEntries(chains.map(({ id }) => [id, value(id)]));
	return {
		resources,
		table: {
			...table,
			territories: [pointTerritory(around)],
			values: mapped(values, (value) => Float64Array.of(value)),
			evidence: perChain((chain) => Float64Array.of(resources.get(chain)?.strength ?? NaN)),
			evidenceQuality: perChain((chain) => Uint8Array.of(resources.get(chain)?.quality ?? 0)),
			gates: perChain((chain) => Uint8Array.of(gateAround(facts, around, chain))),
			// What is counted per commune is not counted at a point: it has a row of its own.
			register: {},
			room: mapped(supply, ({ room }) => Float64Array.of(room)),
			roomCounts: mapped(supply, ({ count }) => Float64Array.of(count))
		}
	};
}

/** The scorer of such a row: the rules and scales of the communes, explained against their medians. */
export const nearScorer = ({ communes, releaseYear }: NearFacts, { table }: NearTable): Scorer =>
	createScorer(communes.method, table, communes.chains, releaseYear, communes);

/** People who count for a market at the point itself, with the reach of the method (`access.ts`), over the index. */
export function marketPeople({ communes, index, people }: NearFacts, position: Position): number {
	const reach = communes.method.market;
	let sum = 0;
	index.each(position, reach.cutKm, (commune, km) => {
		sum += people[commune]! * decay(km, reach);
	});
	return sum;
}

function pointTerritory({ position, people }: Around): Territory {
	return {
		code: POINT,
		level: 'commune',
		kind: 'rural-commune',
		parent: null,
		name: { ar: POINT, fr: POINT, en: POINT },
		aliases: [],
		label: position,
		populationLegal: people,
		populationMunicipal: people,
		households: 0,
		areaKm2: null,
		coastal: false
	};
}

function mapped<A, B>(record: Readonly<Record<string, A>>, change: (value: A, key: string) => B): Record<string, B> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
