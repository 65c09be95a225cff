import type { Explanation, Status } from '#lib/core/scoring/outcome.ts';
import { GATES, valueAt, type Gate } from '#lib/core/scoring/table.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import { byTopThenScore } from '../sectors.ts';
import { meanAround } from './around.ts';
import { POINT } from './near-table.ts';
import { nearestDocumented, type Resource } from './resource.ts';
import type { Vicinity } from './vicinity.ts';

/** A value chain at a point, before anything is said about it. */
export interface SectorNear {
	readonly chain: Chain;
	readonly status: Status;
	readonly gate: Gate | null;
	/** 0–100; null unless scored. The other two with half the radius and with twice the radius. */
	readonly score: number | null;
	readonly scoreHalf: number | null;
	readonly scoreDouble: number | null;
	/** Probability 0–1 of the top quarter: that of the provinces around, weighed by people and distance; 0 for a province without a score. */
	readonly top: number;
	readonly explanation: Explanation;
	/** The evidence that counts at the point; null where none is documented around. */
	readonly resource: Resource | null;
	/** The nearest commune of the country that documents the chain and may have it. */
	readonly nearest: { readonly commune: number; readonly km: number } | null;
}

/** Every chain at the point: the scored by probability of the top quarter, then by score; then the others as the chains are listed, closed gates last. */
export function sectorsNear(vicinity: Vicinity): SectorNear[] {
	const sectors = vicinity.facts.communes.chains.map((chain) => sectorNear(vicinity, chain));
	return sectors.sort(
		(a, b) => order(a) - order(b) || byTopThenScore({ top: a.top, score: a.score ?? 0 }, { top: b.top, score: b.score ?? 0 })
	);
}

const order = ({ status }: SectorNear): number => ['scored', 'insufficient', 'not-documented', 'ineligible'].indexOf(status);

function sectorNear(vicinity: Vicinity, chain: Chain): SectorNear {
	const { facts, scorer, half, double, near, sorted } = vicinity;
	const explanation = scorer.explain(chain.id, POINT, facts.weights, 'geometric');
	const nearest = nearestDocumented(facts, sorted, chain.id);
	const gate = near.table.gates[chain.id]![0]!;
	return {
		chain,
		status: explanation.status,
		gate: gate === 0 ? null : GATES[gate]!,
		score: explanation.score,
		scoreHalf: scoreOf(half, vicinity, chain),
		scoreDouble: scoreOf(double, vicinity, chain),
		top: explanation.status === 'scored' ? topNear(vicinity, chain) : 0,
		explanation,
		resource: near.resources.get(chain.id) ?? null,
		nearest: nearest && { commune: nearest.index, km: nearest.km }
	};
}

const scoreOf = (scorer: Scorer, { facts }: Vicinity, chain: Chain): number | null =>
	valueAt(scorer.scores(chain.id, facts.weights, 'geometric').score, 0);

function topNear({ facts, around }: Vicinity, chain: Chain): number {
	const shares = facts.tops.get(chain.id);
	if (!shares) return 0;
	return meanAround(around, provinceColumn(facts.provinceOf, shares)) || 0;
}

const columns = new WeakMap<Float64Array, Float64Array>();

/** A column of the provinces as their communes have it; a province without a score counts 0. Computed once. */
function provinceColumn(provinceOf: Uint16Array, shares: Float64Array): Float64Array {
	const known = columns.get(shares) ?? Float64Array.from(provinceOf, (province) => shares[province]! || 0);
	columns.set(shares, known);
	return known;
}
