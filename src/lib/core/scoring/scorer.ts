import type { Chain } from '#lib/core/sector/chain.ts';
import { chainShares } from './weights.ts';
import { EXPONENT } from './aggregate.ts';
import { explain } from './explain.ts';
import type { Aggregator, Method, PillarWeights } from './method.ts';
import { levelModel, potentialModel, type LevelModel, type PotentialModel } from './model.ts';
import { STATUSES, type ChainScores, type Explanation, type Status } from './outcome.ts';
import { ranking } from './rank.ts';
import type { LevelTable } from './table.ts';

/** Scores one level of one release; pillars are computed once, every call after that is a pass over typed arrays. */
export interface Scorer {
	readonly table: LevelTable;
	readonly method: Method;
	/** Indicators that have no scale at this level and were dropped. */
	readonly dropped: readonly string[];
	/** Scores, statuses and ranks of every territory for one chain. Throws on an unknown chain. */
	scores(chain: string, weights: PillarWeights, aggregator: Aggregator): ChainScores;
	/** Pillar values 0–1 of one territory for one chain, NaN where unknown, in the order need, potential, room, access. */
	pillars(chain: string, index: number): readonly [need: number, potential: number, room: number, access: number];
	/** Why one territory has its score. Throws on an unknown chain or territory. */
	explain(chain: string, territory: string, weights: PillarWeights, aggregator: Aggregator): Explanation;
}

/** A scorer over `table`. Throws a sentence when the method names an indicator without goalposts. */
export function createScorer(method: Method, table: LevelTable, chains: readonly Chain[], releaseYear = 2026): Scorer {
	const model = levelModel(method, table);
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
	const scores: Scorer['scores'] = (id, weights, aggregator) => scorePass(model, prepare(id), weights, aggregator);
	return {
		table,
		method,
		dropped: model.dropped,
		scores,
		pillars: (id, index) => prepare(id).raw.map((column) => column[index]!) as [number, number, number, number],
		explain(id, territory, weights, aggregator) {
			const index = table.territories.findIndex(({ code }) => code === territory);
			if (index < 0) throw new Error(`unknown territory ${territory}`);
			const { chain, potential } = prepare(id);
			return explain({ model, chain, potential, index, releaseYear, weights, aggregator, scores: scores(id, weights, aggregator) });
		}
	};
}

/** Pillars of one chain, and the same after floor and transform, so that a slider move is one multiply-add per cell. */
interface PreparedChain {
	readonly chain: Chain;
	readonly potential: PotentialModel;
	/** Need, potential, room, access; NaN where coverage is too low. */
	readonly raw: readonly Float64Array[];
	readonly status: Uint8Array;
	/** ln X, X and 1/X of the floored pillars by exponent 0, 1, −1; filled when first asked for. */
	readonly transformed: Map<number, readonly Float64Array[]>;
}

function prepareChain(model: LevelModel, chain: Chain): PreparedChain {
	const potential = potentialModel(model, chain);
	const { minimumCoverage } = model.method;
	const covered = ({ value, coverage }: { value: Float64Array; coverage: Float64Array }): Float64Array =>
		value.map((x, i) => (coverage[i]! + 1e-12 >= minimumCoverage ? x : NaN));
	const raw = [covered(model.need), covered(potential.column), model.room, covered(model.access)];
	return { chain, potential, raw, status: openStatus(model, chain), transformed: new Map() };
}

/** Status before pillars are looked at: the gate first, then the evidence a resource chain cannot do without. */
function openStatus({ table }: LevelModel, chain: Chain): Uint8Array {
	const gates = table.gates[chain.id];
	const evidence = table.evidence[chain.id];
	return Uint8Array.from(table.territories, (_, i) => {
		if ((gates?.[i] ?? 0) !== 0) return code('ineligible');
		if (chain.type === 'resource' && Number.isNaN(evidence?.[i] ?? NaN)) return code('not-documented');
		return code('scored');
	});
}

const code = (status: Status): number => STATUSES.indexOf(status);
const SCORED = code('scored');
const INSUFFICIENT = code('insufficient');

function transformedOf({ raw, transformed }: PreparedChain, exponent: number, floor: number): readonly Float64Array[] {
	const known = transformed.get(exponent);
	if (known) return known;
	const change = (x: number): number => (exponent === 0 ? Math.log(x) : x ** exponent);
	const fresh = raw.map((column) => column.map((x) => change(Math.max(floor, x))));
	transformed.set(exponent, fresh);
	return fresh;
}

function scorePass(model: LevelModel, prepared: PreparedChain, weights: PillarWeights, aggregator: Aggregator): ChainScores {
	const exponent = EXPONENT[aggregator];
	const columns = transformedOf(prepared, exponent, model.method.floor);
	const { need, potential, room, access } = chainShares(weights, prepared.chain.type, model.method.localMarketNeedShift);
	const shares = [need, potential, room, access];
	const size = prepared.status.length;
	const score = new Float64Array(size);
	const status = prepared.status.slice();
	for (let i = 0; i < size; i++) {
		if (status[i] !== SCORED) {
			score[i] = NaN;
			continue;
		}
		let sum = 0;
		let weight = 0;
		let missing = false;
		for (let q = 0; q < 4; q++) {
			const share = shares[q]!;
			if (share === 0) continue;
			const x = columns[q]![i]!;
			if (!Number.isNaN(x)) {
				sum += share * x;
				weight += share;
			} else if (q < 2) missing = true; // need and potential are required
		}
		if (missing || weight === 0) {
			status[i] = INSUFFICIENT;
			score[i] = NaN;
		} else score[i] = 100 * (exponent === 0 ? Math.exp(sum / weight) : (sum / weight) ** exponent);
	}
	return { score, status, ...ranking(score) };
}
