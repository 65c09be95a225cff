import type { Instrument, Stage } from './instrument.ts';

/** What is known of who asks and for what. Null is «not said» and never counts against anybody. */
export interface FundingQuestion {
	readonly legalForm: 'cooperative' | 'not-yet';
	readonly stage: Stage;
	/** Years since the cooperative was registered. */
	readonly ageYears: number | null;
	readonly members: number | null;
	readonly womenShare: number | null;
	readonly youthShare: number | null;
	readonly branch: string | null;
	readonly chain: string | null;
	/** Codes from the commune up to the region. */
	readonly territories: readonly string[];
	readonly setting: 'rural' | 'urban' | null;
	/** MAD. */
	readonly investmentMad: number | null;
	readonly workingCapitalMad: number | null;
	readonly turnoverMad: number | null;
	readonly ownMoneyMad: number | null;
}

/** Why an instrument is out of reach, or what must be checked first. */
export const REFUSALS = [
	'not-for-cooperatives',
	'closed',
	'stage',
	'too-old',
	'women-share',
	'youth-share',
	'women-or-youth-share',
	'sector',
	'territory',
	'setting',
	'investment-too-small',
	'investment-too-large',
	'turnover',
	'own-share'
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Verdict on one instrument. `check`: nothing speaks against it, but something is not said or not confirmed. */
export interface Match {
	readonly instrument: Instrument;
	readonly verdict: 'eligible' | 'check' | 'refused';
	readonly refusals: readonly { readonly reason: Refusal; readonly wanted: number | null; readonly given: number | null }[];
	/** What is not known: answers the holder has not given, or facts no source confirms. */
	readonly unknowns: readonly (Refusal | 'status' | 'cooperative-eligibility' | 'amount')[];
	/** Most it could bring, MAD; null when it cannot be computed. */
	readonly amountMad: number | null;
	/** Own money it asks for, MAD; null when it does not say. */
	readonly ownMad: number | null;
}

/** One layer of a plan to pay for a project. */
export interface PlanLayer {
	readonly kind: 'own' | 'grant' | 'loan' | 'gap';
	readonly instrument: string | null;
	readonly amountMad: number;
	readonly isExPost: boolean;
}

/** How a project could be paid for. */
export interface FundingPlan {
	/** Investment and working capital, MAD. */
	readonly needMad: number;
	readonly layers: readonly PlanLayer[];
	/** Money that must be lent until ex-post grants are paid, MAD. */
	readonly bridgeMad: number;
	/** Still to find, MAD; 0 when the plan closes. */
	readonly gapMad: number;
}

/** Every instrument judged, eligible first in stacking order, and the plan they allow. */
export interface FundingAnswer {
	readonly matches: readonly Match[];
	readonly plan: FundingPlan | null;
}
