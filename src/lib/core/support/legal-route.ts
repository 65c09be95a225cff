import type { Stage } from './instrument.ts';
import { LEGAL_PHASES, type LegalPhase, type LegalStep } from './legal-step.ts';

/** A legal step and where the group stands with it. */
export interface LegalItem {
	readonly step: LegalStep;
	readonly state: 'done' | 'next' | 'later';
}

/** Phases that a cooperative has behind it by existing. */
const FOUNDING: ReadonlySet<LegalPhase> = new Set(['before', 'name', 'constitution', 'registration']);

/** Stages at which a cooperative exists. */
const EXISTING: ReadonlySet<Stage> = new Set(['operation', 'growth']);

/**
 * The legal route in its order. A cooperative that works has founded itself; else only what the group ticked (`done`, ids of
 * steps) is done. The first open step is the next one; a change of form is a possibility and never next.
 */
export function legalStepsFor(steps: readonly LegalStep[], stage: Stage, done: ReadonlySet<string> = new Set()): LegalItem[] {
	const route = steps.toSorted((a, b) => LEGAL_PHASES.indexOf(a.phase) - LEGAL_PHASES.indexOf(b.phase));
	const isDone = ({ id, phase }: LegalStep): boolean => done.has(id) || (EXISTING.has(stage) && FOUNDING.has(phase));
	const next = route.find((step) => !isDone(step) && step.phase !== 'change');
	return route.map((step) => {
		if (isDone(step)) return { step, state: 'done' };
		return { step, state: step === next ? 'next' : 'later' };
	});
}
