import type { Position } from '#lib/core/geo/geography.ts';
import type { EvidenceGrade } from '#lib/core/project/model.ts';
import type { Gate } from '#lib/core/scoring/table.ts';
import type { Pillar } from '#lib/core/scoring/method.ts';
import type { ReasonKind } from './reason-kinds.ts';

/** What is asked: a place, how far, and how the pillars weigh. */
export interface NearQuestion {
	readonly position: Position;
	/** 5–100. */
	readonly radiusKm: number;
}

/** What lies around a point. */
export interface Surroundings {
	readonly position: Position;
	readonly radiusKm: number;
	/** Communes whose point is within the radius, nearest first, with their distance. */
	readonly communes: readonly { readonly code: string; readonly km: number }[];
	/** People of these communes, and people weighed by distance. */
	readonly people: number;
	readonly weightedPeople: number;
	/** Share 0–1 of the figures behind the scores, each weighed by the people it stands for, that are those of the province. */
	readonly inheritedShare: number;
	/** Named cooperatives within the radius, and what is known of how complete they are. */
	readonly cooperatives: readonly { readonly id: string; readonly km: number }[];
	/** True when a register counts cooperatives here; false: the named ones are examples only. */
	readonly hasRegister: boolean;
	/** Cooperatives that a register counts in the communes within the radius; null without one. */
	readonly counted: number | null;
	/** The three nearest towns. */
	readonly towns: readonly { readonly code: string; readonly km: number; readonly minutes: number }[];
}

/** Confidence in an answer, never mixed into its score. */
export type Confidence = 'A' | 'B' | 'C';

/** A sentence to be said in three languages: a key and what it names. Codes and ids are resolved by who says it. */
export interface Reason {
	/** Which sentence; `reason.<kind>` in the messages. */
	readonly kind: ReasonKind;
	/** Numbers with their meaning in the name: `km`, `score`, `share`, `mad`, `ratio`, `value`, `year`, `count`, `of`. */
	readonly numbers: Readonly<Record<string, number>>;
	/** Ids to be named: `chain`, `territory`, `indicator`, `skill`, `trigger`, `instrument`, `pillar`, `gate`, `branch`, `grade`, `answer`. */
	readonly ids: Readonly<Record<string, string>>;
	/** Ids of the sources it rests on, with their year where known. */
	readonly sources: readonly { readonly id: string; readonly year: string | null }[];
}

/** A value chain near a point. */
export interface SectorAnswer {
	readonly chain: string;
	/** Why there is no score; null when there is one. */
	readonly status: 'scored' | 'not-documented' | 'ineligible' | 'insufficient';
	readonly gate: Gate | null;
	/** 0–100. */
	readonly score: number | null;
	/** Score with half the radius and with twice the radius; null where it has none. */
	readonly scoreHalf: number | null;
	readonly scoreDouble: number | null;
	/** Probability 0–1 of being in the top quarter of the provinces, weighed over the communes around. */
	readonly top: number;
	/** Pillars 0–1, null where unknown. */
	readonly pillars: Readonly<Record<Pillar, number | null>>;
	readonly isRoomProxy: boolean;
	/** Distance in km to the nearest place that documents it, and that place; null for what nobody documents. */
	readonly resourceKm: number | null;
	readonly resourceTerritory: string | null;
	readonly confidence: Confidence;
	readonly models: readonly string[];
	readonly reasons: readonly Reason[];
	readonly limits: readonly Reason[];
	/** What would change the answer most; null where a gate is closed. */
	readonly change: Reason | null;
}

/** Hard gates of a project, in the order they are looked at. */
export const PROJECT_GATES = ['chain-ineligible', 'chain-not-documented', 'founders', 'resource-missing', 'not-open'] as const;
export type ProjectGate = (typeof PROJECT_GATES)[number];

/** A project sheet near a point, for a profile. */
export interface ProjectAnswer {
	readonly model: string;
	/** The chain it is recommended for. */
	readonly chain: string;
	/** 0–100. */
	readonly fit: number;
	/** The parts of the fit 0–1: place, means, finance, quality of evidence; null where nothing is known. */
	readonly parts: { readonly place: number; readonly means: number | null; readonly finance: number | null; readonly evidence: number };
	readonly grade: EvidenceGrade;
	readonly reasons: readonly Reason[];
	readonly limits: readonly Reason[];
	readonly confidence: Confidence;
	/** What would change the answer most. */
	readonly change: Reason | null;
}

/** A project that failed a hard gate. */
export interface ExcludedProject {
	readonly model: string;
	/** The first gate that it fails. */
	readonly gate: ProjectGate;
	/** True when it passes every other gate: with this one open it would be recommended. */
	readonly isOnlyGate: boolean;
	readonly why: Reason;
}

/** The answer to «what is viable near here, for us?». */
export interface NearAnswer {
	readonly surroundings: Surroundings;
	/** Null when something lies around; else why there is nothing to say. */
	readonly empty: 'no-commune-in-radius' | null;
	/** Scored chains, best first, then the others. */
	readonly sectors: readonly SectorAnswer[];
	readonly projects: readonly ProjectAnswer[];
	readonly excluded: readonly ExcludedProject[];
	/** True when the group is too small to found: the answer then says how to find founders or join. */
	readonly needsFounders: boolean;
}
