import { describe, expect, it } from 'vitest';
import { amountOf, needOf } from './amount.ts';
import type { Instrument } from './instrument.ts';
import type { FundingQuestion } from './match.ts';
import { syntheticInstrument, syntheticQuestion } from './scenarios/synthetic.ts';

const amount = (instrument: Partial<Instrument>, question: Partial<FundingQuestion> = { investmentMad: 572_000 }) =>
	amountOf(syntheticInstrument(instrument), syntheticQuestion(question));
const READING = syntheticInstrument().reading;

describe('the amount of a grant', () => {
	it('is its share of the investment up to its ceiling: INDH pays 300,000 of 572,000, and 102,000 of 170,000', () => {
		const indh = { rate: 0.6, ceilingMad: 300_000, ceilingPer: 'project' } as const;
		expect(amount(indh)).toBe(300_000);
		expect(amount(indh, { investmentMad: 170_000 })).toBe(102_000);
	});

	it('is the share alone without a ceiling, and the ceiling alone without a share, never more than the investment', () => {
		expect(amount({ rate: 0.25 })).toBe(143_000);
		expect(amount({ ceilingMad: 49_000, ceilingPer: 'project' })).toBe(49_000);
		expect(amount({ ceilingMad: 49_000, ceilingPer: 'project' }, { investmentMad: 20_000 })).toBe(20_000);
	});

	it('takes the lower end of a range, and is unknown for «up to»', () => {
		expect(amount({ rate: 0.3, rateHigh: 0.5 }, { investmentMad: 1_000_000 })).toBe(300_000);
		expect(amount({ rateHigh: 0.3 })).toBeNull();
	});

	it('is unknown per hectare or head, for a part of the investment, and without an investment', () => {
		expect(amount({ rate: 0.6, ceilingMad: 17_000, ceilingPer: 'hectare' })).toBeNull();
		expect(amount({ ceilingMad: 3000, ceilingPer: 'head' })).toBeNull();
		expect(amount({ rate: 0.3, reading: { ...READING, wholeChains: [] } })).toBeNull();
		expect(amount({ rate: 0.6 }, {})).toBeNull();
	});

	it('follows the chain where only some are paid for as a whole', () => {
		const coldStore = { rate: 0.25, reading: { ...READING, wholeChains: ['dates'] } };
		expect(amount(coldStore, { investmentMad: 400_000, chain: 'dates' })).toBe(100_000);
		expect(amount(coldStore, { investmentMad: 400_000, chain: 'honey' })).toBeNull();
		expect(amount(coldStore, { investmentMad: 400_000 })).toBeNull();
	});
});

describe('other amounts', () => {
	it('of a loan reach its ceiling or the need with its working capital', () => {
		const loan = { kind: 'loan', ceilingMad: 1_200_000, ceilingPer: 'project' } as const;
		expect(amount(loan, { investmentMad: 572_000, workingCapitalMad: 147_530 })).toBe(719_530);
		expect(amount(loan, { investmentMad: 5_000_000 })).toBe(1_200_000);
		expect(amount({ kind: 'loan' })).toBeNull();
	});

	it('of a prize are the prize; advice, guarantees and taxes bring no money one can count', () => {
		expect(amount({ kind: 'prize', ceilingMad: 50_000, ceilingPer: 'project' }, {})).toBe(50_000);
		for (const kind of ['assistance', 'guarantee', 'tax', 'public-project'] as const) expect(amount({ kind, rate: 1 })).toBeNull();
	});

	it('of a need count whole dirhams, rounded up', () => {
		expect(needOf(syntheticQuestion({ investmentMad: 100.2, workingCapitalMad: 0.3 }))).toBe(101);
		expect(needOf(syntheticQuestion({ investmentMad: 300_000 }))).toBe(300_000);
		expect(needOf(syntheticQuestion({ workingCapitalMad: 5 }))).toBeNull();
	});
});
