import type { Instrument } from './instrument.ts';
import type { LegalStep } from './legal-step.ts';
import type { PathStep, TrainingModule } from './training.ts';

/** `guide.json` of a release: funding, training and the legal route. */
export interface Guide {
	readonly instruments: readonly Instrument[];
	readonly modules: readonly TrainingModule[];
	readonly path: readonly PathStep[];
	readonly steps: readonly LegalStep[];
}
