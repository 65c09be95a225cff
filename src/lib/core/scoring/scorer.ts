import { ranking } from '#lib/core/composite/rank.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import { chainShares } from './weights.ts';
import { EXPONENT, REQUIRED } from './aggregate.ts';
import { explain } from './explain.ts';
import type { Aggregator, Method, PillarWeights } from './method.ts';
import { levelModel, potentialModel, roomOf, type LevelModel, type PotentialModel, type RoomColumn } from './model.ts';
import { STATUSES, type ChainScores, type Explanation, type Status } from './outcome.ts';
import { coveredColumn } from './pillar.ts';
import { levelReference, type Reference } from './reference.ts';
import type { LevelTable } from './table.ts';

/** Scores one level of one release; pillars are computed once, every call after that is a pass over typed arrays. */
export interface Scorer {
	readonly table: LevelTable;
	readonly method: Method;
	/** Every chain that can be asked for. */
	readonly chains: readonly Chain[];
	/** Indicators that have no scale at this level and were dropped. */
	readonly dropped: readonly string[];
	/** Scores, statuses and ranks of every territory for one chain. Throws on an unknown chain. */
	scores(chain: string, weights: PillarWeights, aggregator: Aggregator): ChainScores;
	/** The frozen medians that explanations compare with. */
	readonly reference: Reference;
	/** What does not depend on weights: columns, pillars, room of the proxy. */
	readonly model: LevelModel;
	/** What one chain adds to the model. Throws on an unknown chain. */
	prepared(chain: string): PreparedChain;
	/** Pillar values 0–1 of one territory for one chain, NaN where unknown, in the order need, potential, room, access. */
	pillars(chain: string, index: number): readonly [need: number, potential: number, room: number, access: number];
	/** Why one territory has its score. Throws on an unknown chain or territory. */
	explain(chain: string, territory: string, weights: PillarWeights, aggregator: Aggregator): Explanation;
}

/**
 * A scorer over `table`. Throws a sentence when the method names an indicator without goalposts. Explanations compare with the medians of
 * the table, or with those of the scorer `against`: a table of one row has no medians of its own.
 */
export function createScorer(
	method: Method,
	table: LevelTable,
	chains: readonly Chain[],
	releaseYear = 2026,
	against: Pick<Scorer, 'reference' | 'prepared'> | null = null
): Scorer {
	const model = levelModel(method, table);
	const reference = against?.reference ?? levelReference(model);
	const transform = transforms(model);
	const prepared = new Map<string, PreparedChain>();
	const prepare = (id: string): PreparedChain => {
		const known = prepared.get(id);
		if (known) return known;
		const chain = chains.find((candidate) => candidate.id === id);
		if (!chain) throw new Error(`unknown chain ${id}`);
		const fresh = prepareChain(model, chain);
		prepared.set(id, fresh);
		return fresh;
	};
	const scores: Scorer['scores'] = (id, weights, aggregator) =>
		scorePass(model, prepare(id), transform(EXPONENT[aggregator]), weights, aggregator);
	return {
		table,
		method,
		chains,
		dropped: model.dropped,
		reference,
		model,
		prepared: prepare,
		scores,
		pillars: (id, index) => prepare(id).raw.map((column) => column[index]!) as [number, number, number, number],
		explain(id, territory, weights, aggregator) {
			const index = table.territories.findIndex(({ code }) => code === territory);
			if (index < 0) throw new Error(`unknown territory ${territory}`);
			const { chain, potential, room } = prepare(id);
			return explain({
				model,
				chain,
				potential,
				room,
				reference,
				typical: against?.prepared(id) ?? { potential, room },
				index,
				releaseYear,
				weights,
				aggregator,
				scores: scores(id, weights, aggregator)
			});
		}
	};
}

/** The potential of one chain and what its places are before pillars are looked at. */
export interface PreparedChain {
	readonly chain: Chain;
	readonly potential: PotentialModel;
	readonly room: RoomColumn;
	/** Need, potential, room, access; NaN where coverage is too low. */
	readonly raw: readonly Float64Array[];
	readonly status: Uint8Array;
	/** Potential and room by exponent, filled when first asked for. */
	readonly transformed: Map<number, readonly [potential: Float64Array, room: Float64Array]>;
}

function prepareChain(model: LevelModel, chain: Chain): PreparedChain {
	const potential = potentialModel(model, chain);
	const room = roomOf(model, chain);
	const { need, access } = model.shared;
	const raw = [need, coveredColumn(potential.column, model.method.minimumCoverage), room.column, access];
	return { chain, potential, room, raw, status: openStatus(model, chain), transformed: new Map() };
}

/** Status before pillars are looked at: the gate first, then the evidence a resource chain cannot do without. */
function openStatus({ table }: LevelModel, chain: Chain): Uint8Array {
	const size = table.territories.length;
	const gates = table.gates[chain.id];
	const evidence = table.evidence[chain.id];
	const status = new Uint8Array(size).fill(SCORED);
	for (let i = 0; i < size; i++) {
		if (gates && gates[i] !== 0) status[i] = INELIGIBLE;
		else if (chain.type === 'resource' && (!evidence || Number.isNaN(evidence[i]!))) status[i] = NOT_DOCUMENTED;
	}
	return status;
}

const code = (status: Status): number => STATUSES.indexOf(status);
const SCORED = code('scored');
const INELIGIBLE = code('ineligible');
const NOT_DOCUMENTED = code('not-documented');
const INSUFFICIENT = code('insufficient');

/** ln X, X or 1/X of floored pillar values, so that a slider move is one multiply-add per cell. */
function transformed(column: Float64Array, exponent: number, floor: number): Float64Array {
	const result = new Float64Array(column.length);
	for (let i = 0; i < column.length; i++) {
		const x = column[i]! < floor ? floor : column[i]!;
		result[i] = exponent === 0 ? Math.log(x) : exponent === 1 ? x : 1 / x;
	}
	return result;
}

/** Need, potential, room, access ready to be weighed and summed. */
type Transform = (prepared: PreparedChain) => readonly [Float64Array, Float64Array, Float64Array, Float64Array];

/** The transforms of a level: what chains share is computed once per exponent. */
function transforms({ shared, method }: LevelModel): (exponent: number) => Transform {
	const levels = new Map<number, readonly Float64Array[]>();
	return (exponent) => {
		const known =
			levels.get(exponent) ?? [shared.need, shared.room, shared.access].map((column) => transformed(column, exponent, method.floor));
		levels.set(exponent, known);
		const [need, proxy, access] = known as [Float64Array, Float64Array, Float64Array];
		return ({ raw, room, transformed: own }) => {
			const fresh = (column: Float64Array): Float64Array => transformed(column, exponent, method.floor);
			const pair = own.get(exponent) ?? [fresh(raw[1]!), room.isProxy ? proxy : fresh(room.column)];
			own.set(exponent, pair);
			return [need, ...pair, access];
		};
	};
}

function scorePass(
	model: LevelModel,
	prepared: PreparedChain,
	transform: Transform,
	weights: PillarWeights,
	aggregator: Aggregator
): ChainScores {
	const exponent = EXPONENT[aggregator];
	const columns = transform(prepared);
	const [needs, potentials, rooms, accesses] = columns;
	const { need, potential, room, access } = chainShares(weights, prepared, model.method.localMarketNeedShift);
	const shares = [need, potential, room, access];
	const total = need + potential + room + access;
	const size = prepared.status.length;
	const score = new Float64Array(size);
	const status = prepared.status.slice();
	for (let i = 0; i < size; i++) {
		if (status[i] !== SCORED) {
			score[i] = NaN;
			continue;
		}
		let mean = (need * needs[i]! + potential * potentials[i]! + room * rooms[i]! + access * accesses[i]!) / total;
		if (mean !== mean) mean = partialMean(columns, shares, i); // NaN: a pillar is unknown
		if (mean !== mean) status[i] = INSUFFICIENT;
		score[i] = 100 * (exponent === 0 ? Math.exp(mean) : exponent === 1 ? mean : 1 / mean);
	}
	return { score, status, ...ranking(score) };
}

/** Mean of the pillars that place `i` has, weights renormalised; NaN when need or potential counts and is missing, or nothing is left. */
function partialMean(columns: readonly Float64Array[], shares: readonly number[], i: number): number {
	let sum = 0;
	let weight = 0;
	for (let q = 0; q < columns.length; q++) {
		const share = shares[q]!;
		const x = columns[q]![i]!;
		if (share === 0) continue;
		if (x === x) {
			sum += share * x;
			weight += share;
		} else if (q < REQUIRED.length) return NaN;
	}
	return sum / weight; // 0/0 is NaN: nothing left
}
