import { describe, expect, it } from 'vitest';
import { legalStepsFor } from './legal-route.ts';
import { LEGAL_PHASES, type LegalPhase, type LegalStep } from './legal-step.ts';

const text = (word: string) => ({ ar: word, fr: word, en: word });
const step = (id: string, phase: LegalPhase): LegalStep => ({
	id,
	phase,
	action: text(id),
	who: text(id),
	where: null,
	documents: null,
	delay: null,
	note: null,
	status: 'sourced',
	url: null
});
const STEPS = LEGAL_PHASES.map((phase, index) => step(`L0${index + 1}`, phase));
const states = (...question: Parameters<typeof legalStepsFor>) =>
	legalStepsFor(...question).map(({ step: { id }, state }) => `${id} ${state}`);

describe('the legal route', () => {
	it('begins with the first step for those who have an idea', () => {
		expect(states(STEPS, 'idea').slice(0, 2)).toEqual(['L01 next', 'L02 later']);
	});

	it('goes on after what the group ticked, also out of turn', () => {
		expect(states(STEPS, 'creation', new Set(['L01', 'L03'])).slice(0, 4)).toEqual(['L01 done', 'L02 next', 'L03 done', 'L04 later']);
	});

	it('takes founding and registration as done once a cooperative works', () => {
		expect(states(STEPS, 'operation').slice(0, 5)).toEqual(['L01 done', 'L02 done', 'L03 done', 'L04 done', 'L05 next']);
	});

	it('never calls a change of form the next step', () => {
		const all = new Set(STEPS.map(({ id }) => id).filter((id) => id !== 'L07'));
		expect(states(STEPS, 'growth', all).at(-1)).toBe('L07 later');
	});

	it('comes in the order of the law whatever the order of the table', () => {
		expect(states(STEPS.toReversed(), 'idea')).toEqual(states(STEPS, 'idea'));
	});
});
