/** One year of a model, MAD; year 1 is the first of operation. */
export interface YearRow {
	readonly year: number;
	/** Share of full capacity, 0–1. */
	readonly capacity: number;
	readonly revenue: number;
	readonly variable: number;
	readonly labour: number;
	readonly fixed: number;
	readonly ebitda: number;
	/** Depreciation, interest and tax of the year, and what is left: E − D − interest − tax. */
	readonly depreciation: number;
	readonly interest: number;
	readonly tax: number;
	readonly surplus: number;
	readonly replacement: number;
	/** Working capital the year needs. */
	readonly workingCapital: number;
	/** Flow of the project, before any loan. */
	readonly cashFlow: number;
}

/** What returns say. Null where there is none: an IRR of flows of one sign, a payback that never comes. */
export interface Returns {
	readonly npv: number;
	readonly irr: number | null;
	/** True when the flows change sign more than once: other rates solve it too. */
	readonly isIrrAmbiguous: boolean;
	/** Years. */
	readonly payback: number | null;
	readonly discountedPayback: number | null;
	readonly benefitCostRatio: number | null;
}

/** One year of a loan, MAD. The last instalment takes the rounding. */
export interface LoanYear {
	readonly year: number;
	readonly interest: number;
	readonly principal: number;
	readonly payment: number;
	/** Left to pay at the end of the year. */
	readonly balance: number;
}

/** A loan and whether the project carries it. */
export interface LoanCase {
	readonly ownShare: number;
	readonly own: number;
	readonly grant: number;
	readonly loan: number;
	readonly rate: number;
	readonly years: number;
	readonly graceYears: number;
	readonly schedule: readonly LoanYear[];
	/** Cover of the debt per loan year; null where nothing is due. */
	readonly dscr: readonly (number | null)[];
	readonly dscrMin: number | null;
	readonly dscrAverage: number | null;
}

/** What an alert says; each has its sentence in three languages. */
export const ALERTS = [
	'pay-below-smag',
	'debt-not-covered',
	'tax-switch',
	'stale-price',
	'critical-assumed',
	'public-infrastructure',
	'operating-loss',
	'irr-ambiguous',
	'above-plausible-band'
] as const;
export type AlertKind = (typeof ALERTS)[number];

/** A rule that the case broke, with the numbers its sentence needs. */
export interface Alert {
	readonly kind: AlertKind;
	readonly level: 'danger' | 'caution';
	readonly numbers: Readonly<Record<string, number>>;
}

/** Everything a case comes to. All money in constant 2026 MAD. */
export interface Evaluation {
	readonly model: string;
	readonly discountRate: number;
	/** Investment at the start, and the working capital of a full year. */
	readonly capex: number;
	readonly workingCapital: number;
	readonly capital: number;
	/** Of a full year: revenue, charges, EBITDA, depreciation and surplus before interest. */
	readonly full: {
		readonly revenue: number;
		readonly variable: number;
		readonly labour: number;
		readonly fixed: number;
		readonly ebitda: number;
		readonly depreciation: number;
		readonly surplus: number;
	};
	readonly years: readonly YearRow[];
	/** CF_0 … CF_N without a grant and with it. */
	readonly flows: readonly number[];
	readonly flowsWithGrant: readonly number[];
	readonly residual: number;
	readonly withoutGrant: Returns;
	readonly withGrant: Returns & { readonly share: number; readonly amount: number };
	readonly breakEvenRevenue: number | null;
	/** Share of the full revenue; null when it is never reached. */
	readonly breakEvenShare: number | null;
	readonly loan: LoanCase;
	/** Paid to members a full year: work, purchases, and the surplus when there is one. */
	readonly memberLabour: number;
	readonly memberPurchases: number;
	/** Gross payments per member, MAD a year: before the member's own costs. */
	readonly grossPerMember: number;
	/** Pay per day of member work, MAD; null where the model counts no days. */
	readonly payPerDay: number | null;
	readonly alerts: readonly Alert[];
}
