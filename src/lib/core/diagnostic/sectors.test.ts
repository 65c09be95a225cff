import { describe, expect, it } from 'vitest';
import { evenRow } from '#lib/core/scoring/scenarios/synthetic.ts';
import { isPromisingAt, sectorLines } from './sectors.ts';
import { EIGHT, syntheticInput } from './scenarios/synthetic.ts';
import { intervalOf } from './standings.ts';

const linesOf = (code: string, rows = EIGHT) => {
	const { scorer, standings } = syntheticInput(code, {}, rows);
	return sectorLines(scorer, code, standings, (chain) => (chain === 'crop' ? ['M1'] : []));
};

describe('the sectors of a place', () => {
	it('are all chains: the scored by probability of the top quarter, then by score, then the others', () => {
		for (const code of Object.keys(EIGHT)) {
			const lines = linesOf(code);
			expect(lines.map(({ chain }) => chain).toSorted()).toEqual(['crop', 'service']);
			const order = lines.map(({ top, score }) => [top?.value ?? -1, score?.value ?? -1] as const);
			for (const [index, [top, score]] of order.entries()) {
				const before = order[index - 1];
				if (before) expect(before[0] > top || (before[0] === top && before[1] >= score)).toBe(true);
			}
		}
		expect(linesOf('H').map(({ chain }) => chain)).toEqual(['service', 'crop']);
	});

	it('have the likelier one first, even where another has the higher score', () => {
		const rows = { A: evenRow(50, 0.2), B: evenRow(60, 0.1), C: evenRow(90, null), D: evenRow(95, null) };
		const [first, second] = linesOf('B', rows);
		expect([first!.chain, second!.chain]).toEqual(['crop', 'service']);
		expect(first!.score!.value).toBeLessThan(second!.score!.value);
		expect(first!.top!.value).toBeGreaterThan(second!.top!.value);
	});

	it('have no number where they have no score, and say why', () => {
		const crop = linesOf('H').find(({ chain }) => chain === 'crop')!;
		expect(crop).toMatchObject({ status: 'not-documented', score: null, rank: null, low: null, high: null, top: null, isPromising: false });
		expect(crop.ranked.value).toBe(7);
	});

	it('have a rank inside its interval, a probability between 0 and 1, and the cells of all of them', () => {
		for (const { chain, rank, low, high, top, ranked } of Object.keys(EIGHT).flatMap((code) => linesOf(code))) {
			if (!rank) continue;
			expect(low!.value).toBeLessThanOrEqual(high!.value);
			expect(high!.value).toBeLessThanOrEqual(ranked.value);
			expect(top!.value).toBeGreaterThanOrEqual(0);
			expect(top!.value).toBeLessThanOrEqual(1);
			expect(rank.cell).toMatch(new RegExp(`^scores/province/${chain}/[A-H]#rank$`));
		}
	});

	it('carry the sheets that serve them; none means that a model is missing', () => {
		expect(linesOf('A').map(({ chain, models }) => [chain, models])).toEqual(
			expect.arrayContaining([
				['crop', ['M1']],
				['service', []]
			])
		);
	});

	it('are ineligible behind a gate, however good the place is', () => {
		const closed = { ...EIGHT, G: { ...evenRow(90, 0.9), closed: { crop: true } } };
		expect(linesOf('G', closed).find(({ chain }) => chain === 'crop')).toMatchObject({ status: 'ineligible', score: null });
	});
});

describe('the interval of a rank', () => {
	const { scorer, standings } = syntheticInput();

	it('is null where there is no score or no such chain', () => {
		expect(intervalOf(standings, scorer, 'crop', 7)).toBeNull();
		expect(intervalOf(standings, scorer, 'unheard-of', 0)).toBeNull();
	});

	it('is that of the place, also where one before it has none', () => {
		const some = syntheticInput('B', {}, { ...EIGHT, A: evenRow(20, null) });
		expect(intervalOf(some.standings, some.scorer, 'crop', 0)).toBeNull();
		expect(intervalOf(some.standings, some.scorer, 'crop', 1)).toMatchObject({ low: 6, high: 6, top: 0 });
	});

	it('decides what promises: the best place does, the worst does not, nor does what has no score', () => {
		expect([6, 0, 7].map((place) => isPromisingAt(scorer, standings, 'crop', place))).toEqual([true, false, false]);
	});
});
