import type { Text } from '#lib/core/text/text.ts';
import type { Figure, FigureStatus } from './figure.ts';
import type { Trigger } from './trigger.ts';

/** Evidence grade of a model: how many of its critical figures, and how much of its annual value, a source carries. */
export const EVIDENCE_GRADES = ['A', 'B', 'C', 'D'] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** Something bought at the start and again when its life is over. */
export interface CapexLine {
	readonly item: Text;
	readonly quantity: number;
	readonly quantityUnit: Text;
	/** Years until it is bought again. */
	readonly lifeYears: number;
	/** True when a grant may pay for it. */
	readonly grantable: boolean;
	/** MAD per unit. */
	readonly cost: Figure;
}

/** Something sold every year at full capacity. */
export interface RevenueLine {
	readonly item: Text;
	readonly quantity: Figure;
	/** MAD per unit. */
	readonly price: Figure;
}

/** Something used up in proportion to what is sold. */
export interface VariableLine {
	readonly item: Text;
	readonly quantity: number;
	readonly quantityUnit: Text;
	/** `purchase`: bought from members; `labour`: paid to members; null: paid to others. */
	readonly member: 'purchase' | 'labour' | null;
	/** Days of work in one unit of a `labour` line that is paid by the piece; without it only lines counted in days are known. */
	readonly daysPerUnit?: number | null | undefined;
	/** MAD per unit. */
	readonly cost: Figure;
}

/** Work paid every year whatever is sold. */
export interface LabourLine {
	readonly item: Text;
	/** True when members do it. */
	readonly member: boolean;
	/** Days a year; null where the model does not say. */
	readonly days: number | null;
	/** MAD a year. */
	readonly cost: Figure;
}

/** A charge of every year whatever is sold. */
export interface FixedLine {
	readonly item: Text;
	/** MAD a year. */
	readonly cost: Figure;
}

/** The grant that the model's case with a grant counts on. */
export interface GrantCase {
	/** Share of the investment, 0–1. */
	readonly share: number;
	/** MAD; null without a ceiling. */
	readonly ceilingMad: number | null;
	readonly basis: Text;
	readonly sources: readonly string[];
}

/** A figure the model stands or falls with. */
export interface CriticalFigure {
	readonly name: Text;
	readonly status: FigureStatus;
}

/** Where the sources saw such a project; `territory` is null for a landscape that is no territory. */
export interface ModelPlace {
	readonly name: Text;
	readonly territory: string | null;
}

/** A ready-made economic model (نموذج اقتصادي): an editable template with an evidence grade, never a forecast. */
export interface EconomicModel {
	/** `M01`; a micro variant adds a letter: `M13a`. */
	readonly id: string;
	readonly slug: string;
	readonly name: Text;
	/** Id of the model it is a smaller parameter set of; null for the 19 models themselves. */
	readonly variantOf: string | null;
	/** Code of the ODCO branch, and the value chains it serves. */
	readonly branch: string;
	readonly chains: readonly string[];
	readonly members: number;
	readonly scale: Text;
	/** Share of full capacity in years 1…10, 0–1. */
	readonly ramp: readonly number[];
	readonly workingCapitalDays: number;
	readonly capex: readonly CapexLine[];
	readonly revenue: readonly RevenueLine[];
	readonly variable: readonly VariableLine[];
	readonly labour: readonly LabourLine[];
	readonly fixed: readonly FixedLine[];
	readonly grant: GrantCase;
	readonly critical: readonly CriticalFigure[];
	/** Share 0–1 of the critical figures, and of the annual value, that a source carries. */
	readonly criticalAnchored: number;
	readonly valueAnchored: number;
	readonly grade: EvidenceGrade;
	/** True for what lives on public money only (cold stores, mussels): judged by its operating balance. */
	readonly isPublicInfrastructure: boolean;
	readonly permits: readonly Text[];
	readonly risks: readonly Text[];
	readonly places: readonly ModelPlace[];
	readonly triggers: readonly Trigger[];
	/** Ids of `Skill`. */
	readonly skills: readonly string[];
	/** What was seen elsewhere, or how the model was calibrated; null when there is nothing. */
	readonly remark: Text | null;
	/** Ids of `ModelSource`. */
	readonly sources: readonly string[];
}

/** What a group must be able to do; `modules` are ids of training modules that teach it. */
export interface Skill {
	readonly id: string;
	readonly name: Text;
	readonly modules: readonly string[];
}
