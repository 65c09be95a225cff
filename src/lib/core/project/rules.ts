import type { EvidenceGrade } from './model.ts';

/** Two ends, the lower first. */
export type Ends = readonly [low: number, high: number];

/** How a case is financed and discounted where its holder says nothing, and what is set beside the lines of a model. */
export interface TermRanges {
	readonly workingCapitalDays: Ends;
	/** Yearly rates 0–1. */
	readonly discountRate: Ends;
	readonly loanRate: Ends;
	/** Shares 0–1. */
	readonly grantShare: Ends;
	readonly ownShare: Ends;
	readonly loanYears: Ends;
	readonly graceYears: Ends;
}

/** Numbers by which a case is worked out, checked and spoken of. Their source and date stand in `rules.csv` of the bank. */
export interface FinanceRules {
	/** EBITDA over what the loan asks in a year: from here on the debt is covered. */
	readonly leastDebtCover: number;
	/** MAD a year: a cooperative that sells more may owe tax. */
	readonly taxTurnoverMad: number;
	/** A price counts as recent for so many months. */
	readonly priceMonths: number;
	/** Yearly rates of return 0–1 that were seen in Moroccan cooperatives. */
	readonly plausibleIrr: { readonly low: number; readonly high: number };
	/** Fewest people who may found a cooperative. */
	readonly leastFounders: number;
	/** The loan that every model is worked out with: share 0–1 of the capital that members bring, years. */
	readonly referenceLoan: { readonly ownShare: number; readonly loanYears: number; readonly graceYears: number };
	/** A figure without a range of its own may be multiplied with anything between these. */
	readonly openRange: Ends;
	/** What a holder may set, beside the lines of a model. */
	readonly ranges: TermRanges;
	/** Shares 0–1 of full capacity that a sheet shows. */
	readonly capacities: readonly number[];
	/** How far each lever is moved, as a share of itself; the discount rate to these rates. */
	readonly moves: Readonly<Record<'price' | 'volume' | 'capex' | 'main-input' | 'discount-rate', readonly number[]>>;
	/** How many cases are drawn, from which seed, and how far a figure without a range goes, as a share of itself. */
	readonly drawing: { readonly draws: number; readonly seed: number; readonly openSpread: number };
}

/** Least shares 0–1 of critical figures, and of the annual value, that a source carries, by grade; what reaches none is a D. */
export interface GradeRules {
	readonly A: { readonly critical: number; readonly value: number };
	readonly B: { readonly critical: number; readonly value: number };
	readonly C: { readonly critical: number };
}

/** Numbers by which sectors and projects near a place are chosen and spoken of. Their source and date stand in `rules.csv` of the bank. */
export interface RecommendationRules {
	/** Radii that may be asked for. */
	readonly radiusKm: { readonly least: number; readonly most: number };
	/** A road is so many times as long as the straight line, and driven at this speed: an estimate, said so. */
	readonly road: { readonly detour: number; readonly kmPerHour: number };
	/** How many of the nearest towns are told. */
	readonly towns: number;
	/** Exponents of the parts of a fit, and the least each counts, 0–1. */
	readonly fit: Readonly<Record<'place' | 'means' | 'finance' | 'evidence' | 'floor', number>>;
	/** Shares of the means; they add up to 1. */
	readonly means: Readonly<Record<'money' | 'members' | 'skills', number>>;
	/** Cover of the debt that counts fully is 1 + this. */
	readonly coverAboveOne: number;
	/** Quality of evidence 0–1 by grade. */
	readonly evidence: Readonly<Record<EvidenceGrade, number>>;
	/** Maximal marginal relevance: so much for the fit, so much against likeness to what is listed already. */
	readonly diversity: DiversityRule;
	/** Likeness of two projects of different families: a shared chain, the same branch, shared skills; they add up to 1. */
	readonly likeness: Readonly<Record<'chain' | 'branch' | 'skills', number>>;
	/** A reservation counts as so many cooperatives. */
	readonly reservation: number;
	/** Distance within which the figures of a place decide a condition of a project, whatever radius is asked for. */
	readonly conditionKm: number;
	/** How many reasons are given, and how many points to strengthen at most. */
	readonly reasons: number;
	readonly limits: number;
	readonly saying: SayingRules;
}

/** How much the fit and the likeness to what is listed already weigh. */
export interface DiversityRule {
	readonly fit: number;
	readonly likeness: number;
}

/** From where on something is worth a sentence. */
export interface SayingRules {
	/** Up to here one stands in the place that documents a resource. */
	readonly hereKm: number;
	/** A score that moves by so many points with the radius is spoken about, and a change that brings so many. */
	readonly movedPoints: number;
	readonly worthPoints: number;
	/** Shares of the turnover that break even: up to the first there is air, from the second on nothing is left for a bad year. */
	readonly earlyBreakEven: number;
	readonly lateBreakEven: number;
	/** Capital up to which a project is a small start; a micro variant invests less. */
	readonly smallStartMad: number;
	/** Share 0–1 of the skills of a model that is worth saying. */
	readonly mostSkills: number;
	/** Presence beside what is expected that a register could show. */
	readonly presence: { readonly low: number; readonly high: number };
}
