import { isConstant, normaliseColumn } from '#lib/core/composite/goalposts.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import type { Block, Method, PotentialMix, Term } from './method.ts';
import { coveredColumn, pillarColumn, type Columns, type PillarColumn } from './pillar.ts';
import { proxyRoom, registerRoom } from './room.ts';
import type { LevelTable } from './table.ts';

/** Term ids that are not indicators of the catalogue. */
export const EVIDENCE = 'evidence';
export const MARKET = 'market_people';
/** Counts of a register, as the term of room and as the key of their year. */
export const REGISTER = 'register';

/** Everything about a level that does not depend on weights: normalised columns, pillars, reference profile. */
export interface LevelModel {
	readonly table: LevelTable;
	readonly method: Method;
	/** Normalised 0–1 columns of the terms all chains share. */
	readonly columns: Columns;
	/** Indicators without goalposts or without a scale at this level; their weight went to their siblings. */
	readonly dropped: readonly string[];
	readonly need: PillarColumn;
	readonly access: PillarColumn;
	/** Room from the proxy. */
	readonly room: Float64Array;
	/** Need, room and access with NaN where coverage is too low: what every chain shares. */
	readonly shared: { readonly need: Float64Array; readonly room: Float64Array; readonly access: Float64Array };
}

/** The potential pillar of one chain. */
export interface PotentialModel {
	readonly blocks: readonly Block[];
	/** The shared columns plus this chain's evidence. */
	readonly columns: Columns;
	readonly column: PillarColumn;
}

/** The model of one level. Throws when a scored indicator has values but no goalposts. */
export function levelModel(method: Method, table: LevelTable): LevelModel {
	const size = table.territories.length;
	const columns: Record<string, Float64Array> = {};
	const dropped: string[] = [];
	for (const [indicator, direction] of scoredTerms(method)) {
		const values = table.values[indicator];
		const goalpost = table.goalposts[indicator];
		if (!goalpost && values?.some((value) => !Number.isNaN(value)))
			throw new Error(`no goalposts for ${indicator} at level ${table.level}`);
		if (!goalpost || !values) {
			dropped.push(indicator); // not an indicator of this level, such as poverty at region level
			continue;
		}
		if (isConstant(goalpost)) dropped.push(indicator);
		else columns[indicator] = normaliseColumn(indicator === MARKET ? values.map(Math.log) : values, goalpost, direction);
	}
	const room = roomColumn(method, table, size);
	const need = pillarColumn(method.need, columns, size);
	const access = pillarColumn(method.access, columns, size);
	const covered = (pillar: PillarColumn): Float64Array => coveredColumn(pillar, method.minimumCoverage);
	return { table, method, columns, dropped, need, access, room, shared: { need: covered(need), room, access: covered(access) } };
}

/** The potential of one chain at one level. */
export function potentialModel(model: LevelModel, chain: Chain): PotentialModel {
	const size = model.table.territories.length;
	const documented = model.table.evidence[chain.id] ?? new Float64Array(size).fill(NaN);
	// For a local market, evidence is a bonus: what nobody documented adds nothing. A resource chain without
	// evidence never reaches this column: its status is «not documented».
	const evidence = chain.type === 'local-market' ? documented.map((strength) => strength || 0) : documented;
	const columns = { ...model.columns, [EVIDENCE]: evidence };
	const blocks = potentialBlocks(model.method, chain);
	return { blocks, columns, column: pillarColumn(blocks, columns, size) };
}

/** Room for newcomers of one chain, 0–1, NaN where unknown; a proxy until a register counts the chain. */
export interface RoomColumn {
	readonly column: Float64Array;
	readonly isProxy: boolean;
}

/** The room of one chain at one level. */
export function roomOf(model: LevelModel, chain: Chain): RoomColumn {
	const known = model.table.room?.[chain.id];
	if (known) return { column: known, isProxy: false };
	const register = model.table.register?.[chain.id];
	if (!register) return { column: model.room, isProxy: true };
	return { column: registerRoom(register.counts, register.bases), isProxy: false };
}

function potentialBlocks(method: Method, chain: Chain): Block[] {
	const mix: PotentialMix = method.potential[chain.id] ?? method.potential[chain.type]!;
	const block = (id: string, weight: number, terms: readonly Term[]): Block => ({ id, weight, terms, name: { ar: id, fr: id, en: id } });
	const single = (id: string): Term[] => [{ indicator: id, weight: 1, direction: 'higher' }];
	return [
		block(EVIDENCE, mix.evidence, single(EVIDENCE)),
		block('market', mix.market, single(MARKET)),
		block('human-base', mix.humanBase, method.humanBase),
		...mix.terms.map((term) => block(term.indicator, term.weight, [{ ...term, weight: 1 }]))
	].filter(({ weight }) => weight > 0);
}

function roomColumn(method: Method, table: LevelTable, size: number): Float64Array {
	const { indicator, lowest, highest } = method.room;
	const national = table.national[indicator];
	const observed = table.values[indicator];
	if (national === undefined || !observed) return new Float64Array(size).fill(NaN);
	return observed.map((share) => proxyRoom(share, national, lowest, highest));
}

/** Every indicator the method scores, with its direction. */
export function scoredTerms(method: Method): Map<string, Term['direction']> {
	const terms = [
		...method.need.flatMap((block) => block.terms),
		...method.access.flatMap((block) => block.terms),
		...method.humanBase,
		...Object.values(method.potential).flatMap((mix) => mix.terms)
	];
	return new Map([...terms.map((term) => [term.indicator, term.direction] as const), [MARKET, 'higher']]);
}
