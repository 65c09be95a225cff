import type { Adjacency } from '#lib/core/geo/geography.ts';
import type { ChainQuestion } from '#lib/core/scoring/question.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { quantile } from '#lib/core/statistics/quantile.ts';
import type { Text } from '#lib/core/text/text.ts';
import { createSimulation, type Simulation } from '#lib/core/uncertainty/simulation.ts';
import { verdictsOf } from './verdict.ts';

/** Neighbours that are promising for the same chain, seen as one place on the map (method §3). */
export interface Zone {
	/** The same as long as its member with the most people is: `zone-saffron-MA-AZI`. */
	readonly id: string;
	readonly chain: string;
	/** Codes of its members, best score first. */
	readonly members: readonly string[];
	/** Names of the one or two members with the best scores, and whether there are more: «around Azilal–Béni Mellal». */
	readonly around: { readonly names: readonly Text[]; readonly hasMore: boolean };
	/** Legal population of the members, people. */
	readonly people: number;
	/** km² of their polygons; null when one has none. */
	readonly areaKm2: number | null;
	/** Mean score of the members, 0–100, and the interval it has under the draws. */
	readonly score: { readonly mean: number; readonly low: number; readonly high: number };
	/** How many members are «promising», and how many «develop, priority»; a member may be both. */
	readonly promising: number;
	readonly priority: number;
	/** The chain its members rank best in, of those that score in all of them; null when there is none. */
	readonly leading: string | null;
}

/**
 * The promising zones of a chain at one level, the one with most people first. Places are joined when they share a border line;
 * the draws are those of the method, so that the same question has the same zones everywhere: `finished` saves making them again.
 */
export function zonesOf(scorer: Scorer, question: ChainQuestion, adjacency: Adjacency, finished = drawScores(scorer, question)): Zone[] {
	const { simulation, drawn } = finished;
	const verdicts = verdictsOf(scorer, question, simulation.bands());
	const chosen = new Map(
		verdicts.filter(({ isPromising, type }) => isPromising || type === 'develop-priority').map((verdict) => [verdict.place, verdict])
	);
	const { score } = scorer.scores(question.chain, question.weights, question.aggregator);
	const position = new Map(Array.from(simulation.places, (place, i) => [place, i]));
	const ranks = rankShares(scorer, question);
	const zones = groupsOf(scorer, [...chosen.keys()], adjacency).map((group): Zone => {
		const places = group.toSorted((a, b) => score[b]! - score[a]! || a - b);
		const territories = places.map((place) => scorer.table.territories[place]!);
		const largest = territories.reduce((most, one) => (one.populationLegal > most.populationLegal ? one : most));
		const areas = territories.map(({ areaKm2 }) => areaKm2);
		const means = drawn.map((scores) => mean(places.map((place) => scores[position.get(place)!]!)));
		const [lo, hi] = scorer.method.uncertainty.interval;
		return {
			id: `zone-${question.chain}-${largest.code}`,
			chain: question.chain,
			members: territories.map(({ code }) => code),
			around: { names: territories.slice(0, 2).map(({ name }) => name), hasMore: territories.length > 2 },
			people: territories.reduce((sum, { populationLegal }) => sum + populationLegal, 0),
			areaKm2: areas.includes(null) ? null : areas.reduce<number>((sum, km2) => sum + km2!, 0),
			score: { mean: mean(places.map((place) => score[place]!)), low: quantile(means, lo)!, high: quantile(means, hi)! },
			promising: places.filter((place) => chosen.get(place)!.isPromising).length,
			priority: places.filter((place) => chosen.get(place)!.type === 'develop-priority').length,
			leading: leadingOf(ranks, places)
		};
	});
	return zones.sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
}

/** A simulation with the scores of every draw, each in the order of its places. */
export interface DrawnScores {
	readonly simulation: Simulation;
	readonly drawn: readonly Float64Array[];
}

/** All draws of the method for a question. */
function drawScores(scorer: Scorer, question: ChainQuestion): DrawnScores {
	const { draws, seed } = scorer.method.uncertainty;
	const simulation = createSimulation(scorer, { ...question, draws, seed });
	const drawn: Float64Array[] = [];
	simulation.run(draws, (scores) => drawn.push(scores.slice()));
	return { simulation, drawn };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Places that hang together through shared borders, each group ascending. */
function groupsOf({ table }: Scorer, places: readonly number[], adjacency: Adjacency): number[][] {
	const waiting = new Map(places.map((place) => [table.territories[place]!.code, place]));
	const groups: number[][] = [];
	for (const [code, place] of waiting) {
		waiting.delete(code);
		const group = [place];
		const reached = [code];
		for (let at = reached.pop(); at !== undefined; at = reached.pop()) {
			for (const neighbour of adjacency[at] ?? []) {
				const next = waiting.get(neighbour);
				if (next === undefined) continue;
				waiting.delete(neighbour);
				group.push(next);
				reached.push(neighbour);
			}
		}
		groups.push(group.sort((a, b) => a - b));
	}
	return groups;
}

/** Rank of every place in every chain as a share of the ranked, so that chains of few places compare with those of many; NaN unscored. */
function rankShares(scorer: Scorer, { weights, aggregator }: ChainQuestion): Map<string, Float64Array> {
	const shares = scorer.chains.map(({ id }) => {
		const { rank, order } = scorer.scores(id, weights, aggregator);
		return [id, Float64Array.from(rank, (r) => (r === 0 ? NaN : r / order.length))] as const;
	});
	return new Map(shares);
}

function leadingOf(ranks: ReadonlyMap<string, Float64Array>, places: readonly number[]): string | null {
	let leading: string | null = null;
	let best = Infinity;
	for (const [chain, shares] of ranks) {
		const share = mean(places.map((place) => shares[place]!));
		if (share < best) [leading, best] = [chain, share]; // NaN never is
	}
	return leading;
}
