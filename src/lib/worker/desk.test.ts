import { describe, expect, it } from 'vitest';
import { encodeTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import { SYNTHETIC_CHAINS, SYNTHETIC_INDICATORS, SYNTHETIC_METHOD, syntheticTable } from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import { createSimulation } from '#lib/core/uncertainty/simulation.ts';
import { createDesk } from './desk.ts';
import type { RankingQuestion } from '#lib/core/scoring/question.ts';
import type { Answer } from './protocol.ts';

const table = syntheticTable(
	Object.fromEntries(
		[30, 34, 38, 70, 72].map((x, i) => [
			`P${i}`,
			{ values: Object.fromEntries(SYNTHETIC_INDICATORS.map((id, k) => [id, (x + 13 * k * i) % 100])), evidence: { crop: x / 100 } }
		])
	)
);
const encoded = encodeTable(table);
const snapshot: Pick<Snapshot, 'release' | 'method' | 'chains' | 'levels'> = {
	release: { id: 'x', date: '2026-11-24', data: '2026.11', method: 'synthetic' },
	method: SYNTHETIC_METHOD,
	chains: SYNTHETIC_CHAINS,
	levels: { region: encoded, province: encoded }
};
const question: RankingQuestion = { chain: 'crop', level: 'province', weights: SYNTHETIC_METHOD.presets.balanced, aggregator: 'geometric' };

function desk() {
	const told: Answer[] = [];
	const waiting: (() => void)[] = [];
	const take = createDesk(
		(answer) => told.push(answer),
		() => new Promise<void>((resolve) => waiting.push(resolve))
	);
	const step = async (): Promise<void> => {
		waiting.shift()?.();
		await Promise.resolve();
		await Promise.resolve();
	};
	return {
		told,
		take,
		step,
		finish: async () => {
			while (waiting.length > 0) await step();
		}
	};
}

describe('the worker', () => {
	it('answers after a hundred draws, then with all of them, equal to a run on the main thread', async () => {
		const { told, take, finish } = desk();
		take({ kind: 'open', snapshot });
		take({ kind: 'ask', id: 1, question });
		expect(told.map((answer) => answer.kind === 'bands' && [answer.bands.draws, answer.isLast])).toEqual([[100, false]]);
		await finish();
		const { draws, seed } = SYNTHETIC_METHOD.uncertainty;
		const own = createSimulation(createScorer(SYNTHETIC_METHOD, table, SYNTHETIC_CHAINS), { ...question, draws, seed });
		own.run(draws);
		expect(told[1]).toEqual({ kind: 'bands', id: 1, bands: own.bands(), isLast: true });
		expect(told.map(({ kind }) => kind)).toEqual(['bands', 'bands', 'drivers']);
	});

	it('stops when it is told to, and when another question comes', async () => {
		const { told, take, step, finish } = desk();
		take({ kind: 'open', snapshot });
		take({ kind: 'ask', id: 1, question });
		await step();
		take({ kind: 'ask', id: 2, question: { ...question, aggregator: 'harmonic' } });
		await finish();
		expect(told.filter(({ id }) => id === 1)).toHaveLength(1);
		expect(told.filter(({ id }) => id === 2)).toHaveLength(3);
		take({ kind: 'ask', id: 3, question });
		take({ kind: 'cancel', id: 3 });
		await finish();
		expect(told.filter(({ id }) => id === 3)).toHaveLength(1);
	});

	it('says why when it cannot answer', async () => {
		const { told, take, finish } = desk();
		take({ kind: 'ask', id: 1, question });
		take({ kind: 'open', snapshot });
		take({ kind: 'ask', id: 2, question: { ...question, level: 'commune' } });
		await finish();
		await Promise.resolve();
		expect(told.map(({ kind }) => kind)).toEqual(['failed', 'failed']);
	});
});
