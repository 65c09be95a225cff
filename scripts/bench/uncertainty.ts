import { adjacencyOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
import { decodeTable, type EncodedTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import type { PillarWeights } from '#lib/core/scoring/method.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import { createRandom } from '#lib/core/statistics/random.ts';
import { assumedAt, drawPositions, rangesOf } from '#lib/core/uncertainty/assumptions.ts';
import { driversOf } from '#lib/core/uncertainty/drivers.ts';
import { createSimulation, type Simulation } from '#lib/core/uncertainty/simulation.ts';
import { zonesOf } from '#lib/core/zones/zones.ts';
import { atLeast, atMost, timed, type Measure } from './measure.ts';
import { cellRows, objectRanks, objectScores } from './object-engine.ts';

/** A chain that is scored everywhere: the most work a question can be. */
const CHAIN = 'agri-services';
const DRAWS = 1000;
const FIRST = 100;
/** So few draws of the object version, which takes seconds for a thousand. */
const OBJECT_DRAWS = 20;

/** Ranks with intervals, what moves them, and zones, on the real release as the worker computes them. */
export function uncertaintyMeasures(snapshot: Snapshot, communes: EncodedTable, provinces: PolygonTopology): Measure[] {
	const { method, chains } = snapshot;
	const weights = method.presets.balanced;
	const question = { chain: CHAIN, weights, aggregator: 'geometric' } as const;
	const [province, commune] = [snapshot.levels.province, communes].map((encoded) => createScorer(method, decodeTable(encoded), chains)) as [
		Scorer,
		Scorer
	];
	const run = (scorer: Scorer, draws: number): Simulation => {
		const simulation = createSimulation(scorer, { ...question, seed: 7, draws: DRAWS });
		simulation.run(draws);
		return simulation;
	};
	const adjacency = adjacencyOf(provinces, 'provinces');
	const whole = timed(() => run(province, DRAWS), 30);
	const objects = timed(() => objectDraws(province, weights, OBJECT_DRAWS), 5);
	return [
		atMost('1,000 draws with ranks, 75 provinces, one chain', whole.median, 25, 'ms'),
		atLeast('a draw against the object-per-cell version', objects.median / OBJECT_DRAWS / (whole.median / DRAWS), 5, '×'),
		atMost('the same with intervals and statistical ties', timed(() => run(province, DRAWS).bands(), 30).median, 40, 'ms'),
		atMost('first band (100 draws), 1,503 communes', timed(() => run(commune, FIRST).bands(), 20).median, 30, 'ms'),
		atMost('1,000 draws with ranks, 1,503 communes', timed(() => run(commune, DRAWS), 8).median, 300, 'ms'),
		atMost('what moves every rank (Sobol), 75 provinces', timed(() => driversOf(province, { ...question, seed: 7 }), 8).median, 150, 'ms'),
		atMost('promising zones of one chain, 75 provinces', timed(() => zonesOf(province, question, adjacency), 8).median, 120, 'ms')
	];
}

/** The same draws by the object-per-cell version of the formula; goalposts stay, which only makes it faster. */
function objectDraws({ table, method, chains }: Scorer, weights: PillarWeights, draws: number): void {
	const random = createRandom(7);
	const rows = cellRows(table, method);
	const chain = chains.find(({ id }) => id === CHAIN)!;
	for (let draw = 0; draw < draws; draw++) {
		const assumed = assumedAt(drawPositions(random), rangesOf(method.uncertainty), weights);
		objectRanks(objectScores(rows, table, method, chain, assumed.weights));
	}
}
