import type { Adjacency } from '#lib/core/geo/geography.ts';
import { adjacencyOf } from '#lib/core/geo/topology.ts';
import { decodeTable, type EncodedTable } from '#lib/core/release/snapshot.ts';
import type { RankingQuestion } from '#lib/core/scoring/question.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { driversOf } from '#lib/core/uncertainty/drivers.ts';
import { createSimulation } from '#lib/core/uncertainty/simulation.ts';
import { zonesOf } from '#lib/core/zones/zones.ts';
import type { Answer, Order } from './protocol.ts';

/** Draws before the first answer, and between two looks at what came in meanwhile. */
const FIRST = 100;

/** Takes orders and tells answers; `rest` lets new orders come in between two pieces of work. */
export function createDesk(tell: (answer: Answer) => void, rest: () => Promise<void>): (order: Order) => void {
	let opened: Extract<Order, { kind: 'open' }>['snapshot'] | null = null;
	let communes: EncodedTable | null = null;
	let current = 0;
	const scorers = new Map<Level, Scorer>();
	const grounds = new Map<Level, Adjacency>();

	function scorerOf(level: Level): Scorer {
		const known = scorers.get(level);
		if (known) return known;
		if (!opened) throw new Error('The worker was asked before it was told the release.');
		const encoded = level === 'commune' ? communes : opened.levels[level];
		if (!encoded) throw new Error(`The worker was asked about level ${level} before it was told its table.`);
		const scorer = createScorer(opened.method, decodeTable(encoded), opened.chains, Number(opened.release.date.slice(0, 4)));
		scorers.set(level, scorer);
		return scorer;
	}

	async function answer(id: number, question: RankingQuestion): Promise<void> {
		const scorer = scorerOf(question.level);
		const { draws, seed } = scorer.method.uncertainty;
		const simulation = createSimulation(scorer, { ...question, draws, seed });
		const drawn: Float64Array[] = [];
		while (simulation.done < draws) {
			simulation.run(FIRST, (scores) => drawn.push(scores.slice()));
			const isLast = simulation.done >= draws;
			if (isLast || simulation.done === FIRST) tell({ kind: 'bands', id, bands: simulation.bands(), isLast });
			await rest();
			if (current !== id) return;
		}
		const adjacency = grounds.get(question.level);
		if (adjacency) tell({ kind: 'zones', id, zones: zonesOf(scorer, question, adjacency, { simulation, drawn }) });
		await rest();
		if (current === id) tell({ kind: 'drivers', id, drivers: driversOf(scorer, { ...question, seed }) });
	}

	return (order) => {
		switch (order.kind) {
			case 'open':
				opened = order.snapshot;
				break;
			case 'communes':
				communes = order.table;
				break;
			case 'ground':
				grounds.set(order.level, adjacencyOf(order.topology, order.object));
				break;
			case 'cancel':
				if (current === order.id) current = 0;
				break;
			case 'ask':
				current = order.id;
				answer(order.id, order.question).catch((error: unknown) => tell({ kind: 'failed', id: order.id, reason: String(error) }));
		}
	};
}
