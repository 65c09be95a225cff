import type { Text } from '#lib/core/text/text.ts';

/** Phases of the legal route, in order. */
export const LEGAL_PHASES = ['before', 'name', 'constitution', 'registration', 'after', 'yearly', 'change'] as const;
export type LegalPhase = (typeof LEGAL_PHASES)[number];

/** One step of the legal route. Steps that rest on abrogated law or on memory alone are not shipped. */
export interface LegalStep {
	/** `L01`. */
	readonly id: string;
	readonly phase: LegalPhase;
	readonly action: Text;
	readonly who: Text;
	readonly where: Text | null;
	readonly documents: Text | null;
	/** Delay or threshold: how long it takes, or from how many people or dirhams on. */
	readonly delay: Text | null;
	/** What is still to be confirmed. */
	readonly note: Text | null;
	/** How well it is founded. `secondary`: a secondary source, shown as such. */
	readonly status: 'sourced' | 'secondary' | 'recalled';
	readonly url: string | null;
}
