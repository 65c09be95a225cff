import { describe, expect, it } from 'vitest';
import { SYNTHETIC_CHAINS, SYNTHETIC_INDICATORS, SYNTHETIC_METHOD, syntheticTable } from '#lib/core/scoring/scenarios/synthetic.ts';
import { acceptance, checkSwings, type SwingGate } from './swings.ts';

const GATE: SwingGate = { top: 10, weightChange: 0.2, ranks: 3, share: 0.2 };
/** Places whose need and potential are opposites: whoever weighs a little more of one turns the list round. */
const opposites = syntheticTable(
	Object.fromEntries(
		Array.from({ length: 20 }, (_, i) => [
			`P${10 + i}`,
			{
				values: { ...Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, 50])), presence: 2, jobless: 40 + i, vulnerable: 40 + i, schooling: 60 - i },
				evidence: { crop: (0.2 / (0.4 + 0.01 * i) - 0.125) / 0.75 }
			}
		])
	)
);
const steps = syntheticTable(
	Object.fromEntries(
		Array.from({ length: 20 }, (_, i) => [
			`P${10 + i}`,
			{ values: { ...Object.fromEntries(SYNTHETIC_INDICATORS.map((id) => [id, 50])), presence: 2, jobless: 5 + 4 * i, vulnerable: 5 + 4 * i }, evidence: { crop: 0.05 + 0.04 * i } }
		])
	)
);

describe('the release gate', () => {
	it('lets a ranking pass whose first places keep their ranks', () => {
		expect(checkSwings(steps, SYNTHETIC_METHOD, SYNTHETIC_CHAINS, GATE, '')).toBe(0);
	});

	it('stops a release whose first places swing, and says which and what to do', () => {
		const check = (notes: string) => checkSwings(opposites, SYNTHETIC_METHOD, [SYNTHETIC_CHAINS[0]!], GATE, notes);
		expect(() => check('')).toThrow(/first places swing by more than 3 ranks .*crop P.*CHANGELOG/s);
		expect(check(`- ${acceptance('synthetic')}: the two pillars are opposites by construction.`)).toBeGreaterThan(0.2);
	});
});
