import type { Text } from '#lib/core/text/text.ts';

/** What kind of help an instrument is. */
export const INSTRUMENT_KINDS = ['grant', 'loan', 'guarantee', 'prize', 'assistance', 'tax', 'public-project'] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

/** Where a project stands. */
export const STAGES = ['idea', 'creation', 'operation', 'growth'] as const;
export type Stage = (typeof STAGES)[number];

/** Whether one can apply today, as far as sources say. */
export type Opening = 'open' | 'unconfirmed' | 'closed';

/** Conditions whose sources give examples or exceptions, so that failing them is asked about instead of refused. */
export const SOFT_CONDITIONS = ['sector', 'territory', 'turnover', 'women-or-youth-share'] as const;
export type SoftCondition = (typeof SOFT_CONDITIONS)[number];

/** How far the conditions of an instrument may be taken at their word. */
export interface Reading {
	/** Whom it is for where no share is said: a group of which they are less than half is refused, a mixed one has to ask. */
	readonly meantFor: 'women' | 'youth' | null;
	readonly soft: readonly SoftCondition[];
	/** Branches that may be exempt from the limit of age. */
	readonly ageFreeBranches: readonly string[];
	/** Value chains whose whole investment it pays for; null for all; empty when it pays for a part only (machines, trees): no amount follows from an investment then. */
	readonly wholeChains: readonly string[] | null;
	/**
	 * What the own share is: `own-funds` must be there, `contribution` may not come from another grant (whether it may be lent
	 * no source says), `rest` is what this one leaves to pay, from wherever. Null without an own share.
	 */
	readonly ownShareKind: 'own-funds' | 'contribution' | 'rest' | null;
}

/** One way to be financed or helped (آلية دعم). Null is «no source says», never «without limit». */
export interface Instrument {
	/** `F01`, `F13a`. */
	readonly id: string;
	readonly name: Text;
	readonly operatorText: Text;
	readonly kind: InstrumentKind;
	readonly purpose: Text;
	readonly who: Text;
	readonly conditions: Text | null;
	readonly contact: Text | null;
	readonly territoryText: Text;
	/** What was seen of 2025/26. */
	readonly statusText: Text;
	/** Whether a cooperative may apply. `indirect`: through the State or an association. */
	readonly forCooperatives: 'yes' | 'no' | 'unconfirmed' | 'indirect';
	readonly opening: Opening;
	readonly stages: readonly Stage[];
	/** Oldest cooperative that may apply, years; null without a limit. */
	readonly maxAgeYears: number | null;
	/** Least share of members 0–1; null when not asked. `womenOrYouth` counts both together. */
	readonly minWomenShare: number | null;
	readonly minYouthShare: number | null;
	readonly minWomenOrYouthShare: number | null;
	/** Branches or value chains it serves; null for all. */
	readonly branches: readonly string[] | null;
	readonly chains: readonly string[] | null;
	/** Codes of regions or provinces it serves; null for all. */
	readonly territories: readonly string[] | null;
	/** Which communes: null for both. */
	readonly setting: 'rural' | 'urban' | null;
	/** Investment it takes, MAD. */
	readonly minInvestmentMad: number | null;
	readonly maxInvestmentMad: number | null;
	/** Turnover above which it is closed, MAD. */
	readonly maxTurnoverMad: number | null;
	readonly ceilingMad: number | null;
	/** What the ceiling is per: `project` is the only one that can be computed with. */
	readonly ceilingPer: 'project' | 'hectare' | 'head' | null;
	/**
	 * Share it pays of what it is for, 0–1: of the eligible investment, of a guarantee the credit, of a tax the tax. Of a range the
	 * lower end, `rateHigh` the upper one; of «up to» only the upper one.
	 */
	readonly rate: number | null;
	readonly rateHigh: number | null;
	/** Yearly interest 0–1 of a loan. */
	readonly interest: number | null;
	/** Least own share 0–1. */
	readonly ownShare: number | null;
	/** True when it pays after the work is done: a bridge is needed until then. */
	readonly isExPost: boolean;
	/** Instruments of one group are not added to each other. */
	readonly group: string | null;
	/** Where it stands in the stack: 1 first (grants), then loans, then guarantees and help. */
	readonly order: number;
	readonly reading: Reading;
	readonly vintage: string;
	readonly confidence: 'high' | 'medium' | 'low';
	readonly url: string | null;
}
