import { LEVELS, type Level, type Territory } from '#lib/core/territory/territory.ts';
import type { RegisterStatus } from './field.ts';

/** What the register must know of a cooperative to count it. */
export interface CountedEntry {
	readonly chain: string | null;
	readonly commune: string | null;
	readonly province: string | null;
	readonly region: string | null;
	readonly status: RegisterStatus | null;
	readonly members: number | null;
	readonly women: number | null;
}

/** Per chain id, one number per territory of a level, ordered by code as in a `LevelTable`. */
export type ChainColumns = Readonly<Record<string, Float64Array>>;

/** How many cooperatives of each chain work where. */
export interface ChainCounts {
	/** Cooperatives; 0 where the register has none. */
	readonly counts: Readonly<Record<Level, ChainColumns>>;
	/** Members and women of those that tell them; NaN where no cooperative tells. */
	readonly members: Readonly<Record<Level, ChainColumns>>;
	readonly women: Readonly<Record<Level, ChainColumns>>;
	/** Cooperatives that work, or of which the register does not say that they do not. */
	readonly working: number;
	/** Dormant and dissolved ones, counted nowhere else. */
	readonly resting: number;
	/** Of the working ones: those without a chain, and of those with one: without a commune, without a province. */
	readonly withoutChain: number;
	readonly withoutCommune: number;
	readonly withoutProvince: number;
}

/** True when a cooperative takes room: it works, or nobody says that it does not. */
export const isWorking = (status: RegisterStatus | null): boolean => status === null || status === 'active';

/**
 * The counts per chain and territory. An entry counts in its commune, its province and its region as far as each is known, so the communes of a
 * province may hold fewer than it does. Every chain of `chains` has its columns even without a cooperative; others as they occur.
 */
export function countsByChain(
	entries: Iterable<CountedEntry>,
	territories: readonly Territory[],
	chains: readonly string[] = []
): ChainCounts {
	const places = placesOf(territories);
	const columns = { counts: new Columns(places, 0), members: new Columns(places, NaN), women: new Columns(places, NaN) };
	for (const chain of chains) for (const column of Object.values(columns)) column.open(chain);
	const sums = { working: 0, resting: 0, withoutChain: 0, withoutCommune: 0, withoutProvince: 0 };
	for (const entry of entries) {
		if (!isWorking(entry.status)) sums.resting++;
		else {
			sums.working++;
			if (entry.chain === null) sums.withoutChain++;
			else {
				if (entry.commune === null) sums.withoutCommune++;
				if (entry.province === null) sums.withoutProvince++;
				columns.counts.add(entry.chain, entry, 1);
				columns.members.add(entry.chain, entry, entry.members);
				columns.women.add(entry.chain, entry, entry.women);
			}
		}
	}
	return { counts: columns.counts.levels, members: columns.members.levels, women: columns.women.levels, ...sums };
}

type Places = Readonly<Record<Level, ReadonlyMap<string, number>>>;

function placesOf(territories: readonly Territory[]): Places {
	const ordered = (level: Level): ReadonlyMap<string, number> => {
		const codes = territories.filter((territory) => territory.level === level).map(({ code }) => code);
		return new Map(codes.toSorted().map((code, position) => [code, position]));
	};
	return { region: ordered('region'), province: ordered('province'), commune: ordered('commune') };
}

/** Sums of one figure per level, chain and territory. */
class Columns {
	readonly levels: Record<Level, Record<string, Float64Array>> = { region: {}, province: {}, commune: {} };
	readonly #places: Places;
	readonly #empty: number;

	constructor(places: Places, empty: number) {
		this.#places = places;
		this.#empty = empty;
	}

	open(chain: string): void {
		for (const level of LEVELS) this.levels[level][chain] ??= new Float64Array(this.#places[level].size).fill(this.#empty);
	}

	/** Adds to every level at which the entry lies; what is not told adds nothing. */
	add(chain: string, entry: CountedEntry, value: number | null): void {
		this.open(chain);
		if (value === null) return;
		for (const level of LEVELS) {
			const position = this.#places[level].get(entry[level] ?? '');
			if (position === undefined) continue;
			const column = this.levels[level][chain]!;
			column[position] = (Number.isNaN(column[position]) ? 0 : column[position]!) + value;
		}
	}
}
