import type { Goalpost } from '#lib/core/composite/goalposts.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { EVIDENCE, MARKET, scoredTerms } from '#lib/core/scoring/model.ts';
import type { Block, PillarWeights } from '#lib/core/scoring/method.ts';
import { effectiveShares, type Columns } from '#lib/core/scoring/pillar.ts';
import { isComparable, registerRoom } from '#lib/core/scoring/room.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { chainShares } from '#lib/core/scoring/weights.ts';
import { quantileOfSorted } from '#lib/core/statistics/quantile.ts';
import { createRandom } from '#lib/core/statistics/random.ts';
import type { Assumed } from './assumptions.ts';

/** One chain at one level, ready to be scored again and again under other assumptions. */
export interface CompiledChain {
	/** Indices, in the table, of the places that have a score: only these are scored again. */
	readonly places: Uint16Array;
	/** Writes the scores of `places` under the assumptions into `out`, 0–100. */
	score(assumed: Assumed, out: Float64Array): void;
}

/**
 * The chain as the scorer knows it, with everything an assumption does not touch computed once: which places have a score, and the
 * share each term has in the pillar of each of them. Under the assumptions of the release it gives the scores of the release.
 * Throws on an unknown chain.
 */
export function compileChain(scorer: Scorer, chain: string, weights: PillarWeights): CompiledChain {
	const { table, method, model } = scorer;
	const prepared = scorer.prepared(chain);
	const nominal = scorer.scores(chain, weights, 'geometric').score;
	const places = Uint16Array.from(nominal.keys().filter((i) => !Number.isNaN(nominal[i]!)));
	const size = places.length;
	const pick = (column: Float64Array): Float64Array => picked(column, places);
	const pillar = (blocks: readonly Block[], columns: Columns): PerturbedPillar => perturbedPillar(scorer, blocks, columns, places);
	const need = pillar(method.need, model.columns);
	const potential = pillar(prepared.potential.blocks, prepared.potential.columns);
	const access = pillar(method.access, model.columns);
	const isKnown = pick(prepared.raw[3]!).map((x) => (x === x ? 1 : 0));
	const room = pick(prepared.raw[2]!);
	const counted = table.register?.[chain];
	// Too few in the nation stay too few: half a cooperative more in every place would make a number of nothing.
	const register = counted && isComparable(counted.counts, counted.bases) ? counted : null;
	const values = Array.from({ length: 3 }, () => new Float64Array(size));
	const [n, p, a] = values as [Float64Array, Float64Array, Float64Array];

	return {
		places,
		score({ weights: drawn, exponent, goalpostQuantile, countSeed }, out) {
			const share = chainShares(drawn, prepared, method.localMarketNeedShift);
			const g = register && countSeed !== null ? pick(redrawn(register.counts, register.bases, countSeed)) : room;
			need(goalpostQuantile, n);
			potential(goalpostQuantile, p);
			access(goalpostQuantile, a);
			const { floor } = method;
			for (let i = 0; i < size; i++) {
				let sum = share.need * raised(n[i]!, exponent, floor) + share.potential * raised(p[i]!, exponent, floor);
				let total = share.need + share.potential;
				const free = g[i]!;
				if (free === free) {
					sum += share.room * raised(free, exponent, floor);
					total += share.room;
				}
				if (isKnown[i] === 1) {
					sum += share.access * raised(a[i]!, exponent, floor);
					total += share.access;
				}
				const mean = sum / total;
				out[i] = 100 * (exponent === 0 ? Math.exp(mean) : exponent === 1 ? mean : 1 / mean);
			}
		}
	};
}

/** The values of `places`, `unknown` instead of NaN. A loop: `Float64Array.from` takes ten times as long, and the first band waits for this. */
function picked(column: Float64Array, places: Uint16Array, unknown = NaN): Float64Array {
	const values = new Float64Array(places.length);
	for (let i = 0; i < places.length; i++) {
		const value = column[places[i]!]!;
		values[i] = value === value ? value : unknown;
	}
	return values;
}

function raised(value: number, exponent: number, floor: number): number {
	const x = value < floor ? floor : value;
	return exponent === 0 ? Math.log(x) : exponent === 1 ? x : 1 / x;
}

/** Room from counts that could as well have been observed: Gamma(C + ½) (method §1); unknown counts stay unknown. */
function redrawn(counts: Float64Array, bases: Float64Array, seed: number): Float64Array {
	const random = createRandom(seed);
	return registerRoom(
		counts.map((count) => (count >= 0 ? random.gamma(count + 0.5) : NaN)),
		bases
	);
}

/** Writes the pillar of every place for goalposts at a quantile into `out`; a place without the pillar gets a number nobody reads. */
type PerturbedPillar = (goalpostQuantile: number, out: Float64Array) => void;

function perturbedPillar(scorer: Scorer, blocks: readonly Block[], columns: Columns, places: Uint16Array): PerturbedPillar {
	const { table, method } = scorer;
	const shares = effectiveShares(blocks, columns, table.territories.length);
	const directions = scoredTerms(method);
	const fixed = new Float64Array(places.length);
	const moving: MovingTerm[] = [];
	for (const [id, share] of shares) {
		if (id !== EVIDENCE) moving.push(movingTerm(scorer, id, directions.get(id) === 'lower', share, places));
		// Evidence is not on a scale between goalposts: it stays as it is.
		else for (let i = 0; i < places.length; i++) fixed[i]! += share[places[i]!]! * (columns[id]![places[i]!]! || 0);
	}
	return (goalpostQuantile, out) => {
		out.set(fixed);
		for (const term of moving) addTerm(term, goalpostQuantile, method.goalpostQuantiles, out);
	};
}

/** A term between goalposts that move. */
interface MovingTerm {
	/** Raw values and shares of the places. */
	readonly raw: Float64Array;
	readonly share: Float64Array;
	readonly goalpost: Goalpost;
	readonly isReversed: boolean;
	/** Known values of the whole level, ascending. */
	readonly sorted: Float64Array;
}

function movingTerm({ table }: Scorer, id: string, isReversed: boolean, share: Float64Array, places: Uint16Array): MovingTerm {
	const values = scaleOf(table, id);
	return {
		raw: picked(values, places, 0), // where unknown, its share is 0
		share: picked(share, places),
		goalpost: table.goalposts[id]!,
		isReversed,
		sorted: sortedOf(table, id, values)
	};
}

const sortedColumns = new WeakMap<LevelTable, Map<string, Float64Array>>();

/** The known values ascending, sorted once per table: the first band of every question waits for this. */
function sortedOf(table: LevelTable, id: string, values: Float64Array): Float64Array {
	const columns = sortedColumns.get(table) ?? new Map<string, Float64Array>();
	sortedColumns.set(table, columns);
	const sorted = columns.get(id) ?? values.filter((value) => value === value).sort();
	columns.set(id, sorted);
	return sorted;
}

/** A column on the scale its goalposts are on. */
const scaleOf = (table: LevelTable, id: string): Float64Array => (id === MARKET ? table.values[id]!.map(Math.log) : table.values[id]!);

/**
 * Goalposts move by as much as the quantiles of the level do, from where the method froze them: at its own quantile they are exactly
 * the frozen ones, whatever was rounded.
 */
function addTerm(
	{ raw, share, goalpost, isReversed, sorted }: MovingTerm,
	quantile: number,
	frozen: readonly [number, number],
	out: Float64Array
): void {
	const moved = (end: number, from: number, to: number): number => end + (quantileOfSorted(sorted, to)! - quantileOfSorted(sorted, from)!);
	const lo = moved(goalpost.lo, frozen[0], quantile);
	const hi = moved(goalpost.hi, frozen[1], 1 - quantile);
	const scale = hi > lo === goalpost.hi > goalpost.lo && hi !== lo ? { lo, hi } : goalpost;
	const start = isReversed ? scale.hi : scale.lo;
	const span = isReversed ? scale.lo - scale.hi : scale.hi - scale.lo;
	for (let i = 0; i < out.length; i++) {
		const position = (raw[i]! - start) / span;
		out[i]! += share[i]! * (position < 0 ? 0 : position > 1 ? 1 : position);
	}
}
