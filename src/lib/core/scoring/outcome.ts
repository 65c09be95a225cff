import type { Presence } from '#lib/core/saturation/presence.ts';
import type { Pillar } from './method.ts';
import type { Gate } from './table.ts';

/** The four things a territory can be for a chain; each has its own look in map, legend, list and panel. */
export const STATUSES = ['scored', 'ineligible', 'not-documented', 'insufficient'] as const;
export type Status = (typeof STATUSES)[number];

/** Scores of one chain over one level; NaN where there is none, `status` says why. */
export interface ChainScores {
	/** 0–100, NaN unless scored. */
	readonly score: Float64Array;
	/** Index into STATUSES. */
	readonly status: Uint8Array;
	/** 1 is best, ties share the smallest rank; 0 where unranked. */
	readonly rank: Uint16Array;
	/** Territory indices in rank order, ties by code; the unscored are left out. */
	readonly order: Uint16Array;
}

/** One indicator inside a pillar of an explanation. */
export interface TermDetail {
	/** Indicator id, or `evidence` / `market_people` / `register`. */
	readonly id: string;
	/** Raw value in the unit of the indicator (evidence strength 0–1, cooperatives of the register); null when missing. */
	readonly raw: number | null;
	/** Normalised 0–1; null when missing. */
	readonly normalised: number | null;
	/** Normalised value of the reference profile. */
	readonly reference: number | null;
	/** Effective share inside the pillar after renormalisation, 0 when missing. */
	readonly weight: number;
	/** Points of the score against the reference; null when the place has no score. */
	readonly contribution: number | null;
	readonly year: number | null;
	readonly inherited: boolean;
	readonly proxy: boolean;
}

/** One pillar of an explanation. */
export interface PillarDetail {
	readonly pillar: Pillar;
	/** 0–1, null when its coverage is below the floor. */
	readonly value: number | null;
	readonly reference: number | null;
	/** Share of the score, after renormalisation over the available pillars. */
	readonly weight: number;
	readonly contribution: number | null;
	readonly proxy: boolean;
	/** Share of the weight of its terms that is available, 0–1. */
	readonly coverage: number;
	/** Of the room of a chain that a register counts: what it counts here beside what is expected. Left out everywhere else. */
	readonly presence?: Presence;
	readonly terms: readonly TermDetail[];
}

export type Grade = 'A' | 'B' | 'C';

/** How far a score may be trusted; never mixed into the score. */
export interface Confidence {
	readonly value: number;
	readonly grade: Grade;
	/** Why the grade may not be higher, if capped. */
	readonly cap: 'proxy' | 'weak-evidence' | null;
	readonly available: number;
	readonly total: number;
	readonly oldestYear: number | null;
	readonly inherited: number;
}

/** Why a place has the score it has: contributions add up to score − reference exactly. */
export interface Explanation {
	readonly territory: string;
	readonly chain: string;
	readonly status: Status;
	readonly gate: Gate | null;
	/** Pillars that are null although required. */
	readonly missingPillars: readonly Pillar[];
	readonly score: number | null;
	readonly rank: number | null;
	/** How many territories are ranked. */
	readonly ranked: number;
	/** Score of the reference profile, computed on the pillars and indicators this place has. */
	readonly reference: number | null;
	readonly pillars: readonly PillarDetail[];
	readonly confidence: Confidence | null;
	/** The largest upward and downward terms, for the two sentences. */
	readonly why: readonly SentenceItem[];
	readonly held: readonly SentenceItem[];
}

/** One clause of a sentence: which term, its raw value, its year, and how many points it moves. */
export interface SentenceItem {
	readonly pillar: Pillar;
	readonly id: string;
	readonly raw: number | null;
	readonly year: number | null;
	readonly contribution: number;
}
