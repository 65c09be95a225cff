import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '#lib/core/finance/evaluate.ts';
import { goldenModels } from '#lib/core/finance/scenarios/golden-models.ts';
import type { Instrument } from '#lib/core/support/instrument.ts';
import { syntheticInstrument } from '#lib/core/support/scenarios/synthetic.ts';
import { fundingCountOf, type Asker } from './funding.server.ts';

const { models, shared } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));
const eggs = models.find(({ model }) => model.id === 'M13')!.model;
const evaluation = evaluate(eggs, {}, shared);
const ANYBODY: Asker = { holder: null, money: null, territories: [], setting: null };
const count = (instruments: readonly Instrument[], asker: Partial<Asker> = {}) =>
	fundingCountOf(instruments, eggs, evaluation, { ...ANYBODY, ...asker });

describe('funding that is open now', () => {
	it('is what sources call open and no condition closes', () => {
		expect(count([syntheticInstrument()])).toEqual({ open: 1, unconfirmed: 0 });
		expect(count([syntheticInstrument({ maxInvestmentMad: 100_000 })])).toEqual({ open: 0, unconfirmed: 0 });
		expect(count([syntheticInstrument({ opening: 'closed' })])).toEqual({ open: 0, unconfirmed: 0 });
	});

	it('is not what nobody confirms: that is counted apart', () => {
		expect(count([syntheticInstrument({ opening: 'unconfirmed' })])).toEqual({ open: 0, unconfirmed: 1 });
		expect(count([syntheticInstrument({ forCooperatives: 'unconfirmed' })])).toEqual({ open: 0, unconfirmed: 1 });
	});

	it('is money: help and guarantees are not counted', () => {
		expect(count([syntheticInstrument({ kind: 'assistance' }), syntheticInstrument({ kind: 'guarantee' })])).toEqual({
			open: 0,
			unconfirmed: 0
		});
	});

	it('counts against nobody what was not said', () => {
		expect(count([syntheticInstrument({ minWomenShare: 0.5, territories: ['MA-03'] })]).open).toBe(1);
	});

	it('for a cooperative is what a standing one may have, for a new group what founders may, and for both when nobody says', () => {
		const forStanding = syntheticInstrument({ stages: ['operation', 'growth'] });
		expect(count([forStanding], { holder: 'cooperative' }).open).toBe(1);
		expect(count([forStanding], { holder: 'youth' }).open).toBe(0);
		expect(count([forStanding]).open).toBe(1);
	});
});
