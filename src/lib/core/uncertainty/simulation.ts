import { EXPONENT } from '#lib/core/scoring/aggregate.ts';
import type { ChainQuestion } from '#lib/core/scoring/question.ts';
import { ranking } from '#lib/core/composite/rank.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { createRandom } from '#lib/core/statistics/random.ts';
import { assumedAt, drawPositions, rangesOf, type Ranges } from './assumptions.ts';
import { bandsOf, type Bands } from './bands.ts';
import { compileChain, type CompiledChain } from './compiled.ts';
import { peerRanks, peersOf } from './peers.ts';

/** What is asked of a simulation. */
export interface SimulationRequest extends ChainQuestion {
	readonly seed: number;
	/** The most draws it will be asked for. */
	readonly draws: number;
	/** Those of the method unless given. */
	readonly ranges?: Ranges;
}

/** Ranks under assumptions drawn one after the other (Monte Carlo): the first hundred of a thousand are the same as a run of a hundred. */
export interface Simulation {
	/** Indices, in the table, of the places that are ranked; every other array here follows their order. */
	readonly places: Uint16Array;
	/** Ranks under the weights and the aggregator asked for, nothing varied. */
	readonly nominal: Uint16Array;
	/** How many draws are done. */
	readonly done: number;
	/** Draws `count` more, up to the most asked for. `watch` sees the scores of every draw, in an array that the next one reuses. */
	run(count: number, watch?: (scores: Float64Array) => void): void;
	/** What the draws say so far. */
	bands(): Bands;
	/** Ranks of one draw; only draws that are done. */
	ranks(draw: number): Uint16Array;
}

/** A simulation that has drawn nothing yet. Throws on an unknown chain. */
export function createSimulation(scorer: Scorer, request: SimulationRequest): Simulation {
	const compiled = compileChain(scorer, request.chain, request.weights);
	const { places } = compiled;
	const ranges = request.ranges ?? rangesOf(scorer.method.uncertainty);
	const random = createRandom(request.seed);
	const size = places.length;
	const scores = new Float64Array(size);
	const ranks = new Uint16Array(size * request.draws);
	const peers = scorer.table.level === 'commune' ? peersOf(scorer.table, places) : null;
	const among = peers && new Uint16Array(size * request.draws);
	const nominal = nominalRanking(scorer, compiled, request);
	let done = 0;
	return {
		places,
		nominal: nominal.rank,
		get done() {
			return done;
		},
		run(count, watch) {
			for (const end = Math.min(request.draws, done + count); done < end; done++) {
				compiled.score(assumedAt(drawPositions(random), ranges, request.weights), scores);
				const drawn = ranking(scores);
				ranks.set(drawn.rank, done * size);
				if (among) among.set(peerRanks(drawn, peers!), done * size);
				watch?.(scores);
			}
		},
		bands() {
			const own = peers && { ranks: among!, nominal: peerRanks(nominal, peers), of: peers.of };
			return bandsOf({ places, ranks, draws: done, nominal: nominal.rank, among: own }, scorer.method.uncertainty);
		},
		ranks: (draw) => ranks.subarray(draw * size, (draw + 1) * size)
	};
}

function nominalRanking(
	{ method }: Scorer,
	{ places, score }: CompiledChain,
	{ weights, aggregator }: SimulationRequest
): ReturnType<typeof ranking> {
	const scores = new Float64Array(places.length);
	const { goalpostQuantiles, riskStrength } = method;
	score({ weights, exponent: EXPONENT[aggregator], goalpostQuantile: goalpostQuantiles[0], riskStrength, countSeed: null }, scores);
	return ranking(scores);
}
