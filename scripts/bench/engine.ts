import type { Chain } from '#lib/core/sector/chain.ts';
import { decodeTable, type EncodedTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import type { Method, Term } from '#lib/core/scoring/method.ts';
import { createRandom } from '#lib/core/statistics/random.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { atLeast, atMost, timed, type Measure } from './measure.ts';
import { cellRows, objectRanks, objectScores } from './object-engine.ts';

/** How many indicators the benchmark scores with; the release ships fewer, seeded filler makes up the rest. */
const INDICATORS = 30;
const MOVES = 100_000;

/** The engine on the real communes with seeded filler: indicators up to 30, no gaps, every chain documented everywhere, so that no cell is skipped. */
export function engineMeasures(snapshot: Snapshot, communes: EncodedTable): Measure[] {
	const { chains } = snapshot;
	const { method, table, filler } = filled(snapshot.method, decodeTable(communes));
	const weights = method.presets.balanced;
	const rows = cellRows(table, method);
	const check = createScorer(method, table, chains);
	const drift = Math.max(
		...chains.map((chain) =>
			largestGap(check.scores(chain.id, weights, 'geometric').score, objectScores(rows, table, method, chain, weights))
		)
	);
	const full = timed(() => {
		const scorer = createScorer(method, table, chains);
		for (const { id } of chains) scorer.scores(id, weights, 'geometric');
	}, 60);
	const objects = timed(() => {
		for (const chain of chains) objectRanks(objectScores(rows, table, method, chain, weights));
	}, 5);
	const move = timed(() => check.scores(chains[0]!.id, { ...weights, need: Math.random() }, 'geometric'), 400);
	const what = `${table.territories.length} communes × ${chains.length} chains × ${INDICATORS} indicators (${filler} of them seeded filler)`;
	return [
		atMost(`full score + rank, ${what}`, full.median, 8, 'ms'),
		atLeast('full pass against the object-per-cell version', objects.median / full.median, 15, '×'),
		atMost('largest difference between the two versions', drift, 1e-9, 'points'),
		atMost('one slider move, one chain, communes', move.median, 0.3, 'ms'),
		atMost(`drift after ${MOVES} slider moves`, driftAfterMoves(method, table, chains), 1e-9, 'points')
	];
}

function filled(method: Method, real: LevelTable): { method: Method; table: LevelTable; filler: number } {
	const random = createRandom(20261123).uniform;
	const size = real.territories.length;
	const known = Object.keys(real.values).filter((id) => id !== method.room.indicator);
	const ids = Array.from({ length: INDICATORS - known.length - 1 }, (_, i) => `filler_${i}`);
	const complete = (column: Float64Array): Float64Array => column.map((value) => (Number.isNaN(value) ? 1 + random() * 50 : value));
	const terms: Term[] = ids.map((indicator) => ({ indicator, weight: 1, direction: 'higher' }));
	const [first, ...others] = method.need;
	return {
		filler: ids.length,
		method: { ...method, need: [{ ...first!, terms: [...first!.terms, ...terms] }, ...others] },
		table: {
			...real,
			values: {
				...Object.fromEntries(Object.entries(real.values).map(([id, column]) => [id, complete(column)])),
				...Object.fromEntries(ids.map((id) => [id, Float64Array.from({ length: size }, () => random() * 100)]))
			},
			evidence: Object.fromEntries(
				Object.entries(real.evidence).map(([id, column]) => [id, column.map((strength) => strength || 0.1 + random() * 0.9)])
			),
			gates: {},
			goalposts: { ...real.goalposts, ...Object.fromEntries(ids.map((id) => [id, { lo: 5, hi: 95 }])) }
		}
	};
}

function largestGap(scores: Float64Array, objects: readonly (number | null)[]): number {
	return objects.reduce<number>((largest, other, i) => {
		if ((other === null) !== Number.isNaN(scores[i]!)) return Infinity;
		return other === null ? largest : Math.max(largest, Math.abs(other - scores[i]!));
	}, 0);
}

/** The same scorer after many moves against a fresh one: nothing may accumulate. */
function driftAfterMoves(method: Method, table: LevelTable, chains: readonly Chain[]): number {
	const small: LevelTable = table;
	const worn = createScorer(method, small, chains);
	const random = createRandom(7).uniform;
	const chain = chains[0]!.id;
	for (let i = 0; i < MOVES; i++)
		worn.scores(chain, { need: random() + 0.01, potential: random() + 0.01, room: random(), access: random() }, 'geometric');
	const last = { need: 0.3, potential: 0.3, room: 0.2, access: 0.2 };
	return largestGap(
		createScorer(method, small, chains).scores(chain, last, 'geometric').score,
		Array.from(worn.scores(chain, last, 'geometric').score, (score) => (Number.isNaN(score) ? null : score))
	);
}
