import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenRow } from '#lib/core/scoring/scenarios/synthetic.ts';
import { diagnosticOf } from './assemble.ts';
import type { Diagnostic } from './diagnostic.ts';
import { codeOf, EIGHT, published, syntheticInput } from './scenarios/synthetic.ts';

describe('how far a diagnostic may be trusted', () => {
	const statusesOf = ({ quality }: Diagnostic): number => Object.values(quality.statuses).reduce((sum, count) => sum + count, 0);

	it('adds up: every chain has one status, every figure shown is published, derived, computed or a proxy', () => {
		const row = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })));
		fc.assert(
			fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), (rows) => {
				const table = Object.fromEntries(rows.map(([x, crop], index) => [codeOf(index), evenRow(x, crop)]));
				const told = diagnosticOf(syntheticInput('A', {}, table));
				const { shown, published: asPublished, derived, computed, proxies, chains } = told.quality;
				expect(statusesOf(told)).toBe(chains);
				expect(asPublished + derived + computed + proxies).toBe(shown);
			}),
			{ numRuns: 12 }
		);
	});

	it('lists what most of the level has and this place has not', () => {
		const { values, evidence: known } = evenRow(40);
		const rows = { ...EIGHT, A: { evidence: known, values: { ...values, jobless: null } } };
		expect(diagnosticOf(syntheticInput('A', {}, rows)).quality.missing.map(({ indicator }) => indicator)).toEqual(['jobless']);
		expect(diagnosticOf(syntheticInput('B', {}, rows)).quality.missing).toEqual([]);
	});

	it('says whether anybody published a stock, and that no register and no risk is in the score', () => {
		expect(diagnosticOf(syntheticInput()).quality).toMatchObject({ hasStock: false, hasRegister: false, hasRisk: false });
		expect(diagnosticOf(syntheticInput('A', { counts: [published('A', '2022', 4)] })).quality.hasStock).toBe(true);
	});

	it('knows the newest and the oldest year shown', () => {
		expect(diagnosticOf(syntheticInput()).quality).toMatchObject({ newest: '2024', oldest: '2024', stale: 0 });
	});
});
