import { describe, expect, it } from 'vitest';
import { FEASIBILITY, isFeasible, readGate } from './gate.ts';

describe('the feasibility gate', () => {
	it('opens for four times yes only', () => {
		expect(isFeasible([...FEASIBILITY])).toBe(true);
		for (const question of FEASIBILITY) expect(isFeasible(FEASIBILITY.filter((other) => other !== question))).toBe(false);
	});

	it('reads what was ticked, whatever else a form says', () => {
		expect(readGate(['people', 'x', 'legal', 'legal'])).toEqual(['legal', 'people']);
	});
});
