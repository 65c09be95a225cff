import type { Indicator, Source } from '#lib/core/indicator/indicator.ts';
import type { Method } from '#lib/core/scoring/method.ts';
import type { Goalpost } from '#lib/core/composite/goalposts.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import type { Branch, Chain } from '#lib/core/sector/chain.ts';
import type { Level, Territory } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import { decodeRegister, encodeRegister, type EncodedRegister } from './register-columns.ts';
import { columnsOf, rowsOf, type TerritoryColumns } from './territory-columns.ts';

/** Identity of an immutable release of data + method; `id` ends in the hash of its files. */
export interface Release {
	readonly id: string;
	/** ISO date of the release. */
	readonly date: string;
	/** Version of the data, "2026.11". */
	readonly data: string;
	/** Version of the method, "1.0.0". */
	readonly method: string;
	/** Where the counts of cooperatives come from; left out where room rests on the proxy. */
	readonly register?: RegisterNote;
	/** What people sent and the office accepted, as this release adds it to its base; left out where it adds nothing. */
	readonly accepted?: AcceptedNote;
	/** Id of the release it was made from, by adding a register or accepted facts; left out of a release that the data build made. */
	readonly base?: string;
}

/** Accepted facts of a release. */
export interface AcceptedNote {
	/** Documented potentials it has more than its base. */
	readonly evidence: number;
	/** Fields of named cooperatives it says otherwise than its base. */
	readonly corrections: number;
	/** Id of their source; each row names its own document beside. */
	readonly source: string;
}

/** A register of cooperatives as a release counts it. */
export interface RegisterNote {
	/** ISO date of the register. */
	readonly asOf: string;
	/** Cooperatives it holds that are not dormant or dissolved. */
	readonly rows: number;
	/** Those of them that have a chain and are placed at a level: what the scores of the level count. */
	readonly counted: Readonly<Record<Level, number>>;
	/** The chains it counts; the others keep the proxy of room. */
	readonly chains: readonly string[];
	/** Id and credit line of its source. */
	readonly source: string;
	readonly credit: Text;
}

/** A level table as JSON: columns as arrays with null, evidence and gates sparse. */
export interface EncodedTable {
	readonly level: Level;
	/** Columns; older releases have rows, and links to them still open. `territoriesOf` reads both. */
	readonly territories: TerritoryColumns | readonly Territory[];
	readonly values: Readonly<Record<string, readonly (number | null)[]>>;
	readonly national: Readonly<Record<string, number>>;
	readonly years: Readonly<Record<string, number>>;
	readonly inherited: readonly string[];
	readonly goalposts: Readonly<Record<string, Goalpost>>;
	/** Per chain: [territory index, strength, quality index], only where documented. */
	readonly evidence: Readonly<Record<string, readonly (readonly [number, number, number])[]>>;
	/** Per chain: [gate index, territory indices], only where closed. */
	readonly gates: Readonly<Record<string, readonly (readonly [number, readonly number[]])[]>>;
	/** Counts of a register per chain; left out where there is none. */
	readonly register?: EncodedRegister;
}

/** What the browser reads first (`snapshot.json`): method, names, and the tables of regions and provinces. */
export interface Snapshot {
	readonly release: Release;
	readonly method: Method;
	readonly branches: readonly Branch[];
	readonly chains: readonly Chain[];
	/** The scored indicators only; the others come from the API. */
	readonly indicators: readonly Indicator[];
	readonly sources: readonly Source[];
	readonly levels: { readonly region: EncodedTable; readonly province: EncodedTable };
}

/** A level table as it travels: every number kept as given, NaN as null. */
export function encodeTable(table: LevelTable): EncodedTable {
	return {
		level: table.level,
		territories: columnsOf(table.territories),
		values: mapValues(table.values, (column) => Array.from(column, (value) => (Number.isNaN(value) ? null : value))),
		national: table.national,
		years: table.years,
		inherited: [...table.inherited].sort(),
		goalposts: table.goalposts,
		evidence: mapValues(table.evidence, (strengths, chain) => documented(strengths, table.evidenceQuality[chain])),
		gates: mapValues(table.gates, closed),
		...(table.register ? { register: encodeRegister(table.register) } : {})
	};
}

/** The territories of an encoded table, in their order. */
export const territoriesOf = ({ level, territories }: EncodedTable): readonly Territory[] =>
	'code' in territories ? rowsOf(level, territories) : territories;

/** The typed table of an encoded one; `decodeTable(encodeTable(t))` equals `t`. */
export function decodeTable(encoded: EncodedTable): LevelTable {
	const territories = territoriesOf(encoded);
	const size = territories.length;
	const table: LevelTable = {
		level: encoded.level,
		territories,
		values: mapValues(encoded.values, (column) => Float64Array.from(column, (value) => value ?? NaN)),
		national: encoded.national,
		years: encoded.years,
		inherited: new Set(encoded.inherited),
		goalposts: encoded.goalposts,
		evidence: mapValues(encoded.evidence, (rows) => {
			const strengths = new Float64Array(size).fill(NaN);
			for (const [index, strength] of rows) strengths[index] = strength;
			return strengths;
		}),
		evidenceQuality: mapValues(encoded.evidence, (rows) => {
			const quality = new Uint8Array(size);
			for (const [index, , level] of rows) quality[index] = level;
			return quality;
		}),
		gates: mapValues(encoded.gates, (rows) => {
			const gates = new Uint8Array(size);
			for (const [gate, indices] of rows) for (const index of indices) gates[index] = gate;
			return gates;
		})
	};
	return encoded.register ? { ...table, register: decodeRegister(encoded.register, table) } : table;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A, key: string) => B): Record<string, B> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

function documented(strengths: Float64Array, quality: Uint8Array | undefined): [number, number, number][] {
	const rows: [number, number, number][] = [];
	strengths.forEach((strength, index) => {
		if (!Number.isNaN(strength)) rows.push([index, strength, quality?.[index] ?? 0]);
	});
	return rows;
}

function closed(gates: Uint8Array): [number, number[]][] {
	const byGate = new Map<number, number[]>();
	gates.forEach((gate, index) => {
		if (gate !== 0) byGate.set(gate, [...(byGate.get(gate) ?? []), index]);
	});
	return [...byGate].sort(([a], [b]) => a - b);
}
