/**
 * One number of a model that a holder may change, by where it stands:
 * `capex.0.cost`, `capex.0.quantity`, `revenue.1.price`, `revenue.1.quantity`, `variable.0.cost`, `variable.0.quantity`,
 * `labour.0.cost`, `fixed.2.cost`, and the single ones `members`, `workingCapitalDays`, `discountRate`, `grantShare`,
 * `ownShare`, `loanRate`, `loanYears`, `graceYears`.
 */
export type ParameterId = string;

/** What a holder changed of a model: only that. An empty case is the model as shipped, with its finance case. */
export type CaseValues = Readonly<Record<ParameterId, number>>;

/** What a calculator may set, with the range it may set it in. */
export interface Parameter {
	readonly id: ParameterId;
	/** As shipped. */
	readonly value: number;
	/** Ends of the range: those of the figure where a source gives them, else half and double the value. */
	readonly low: number;
	readonly high: number;
	/** True when the range has no source. */
	readonly isOpenRange: boolean;
}

/** Why a case cannot be evaluated. */
export interface CaseIssue {
	readonly parameter: ParameterId;
	readonly problem: 'unknown-parameter' | 'not-a-number' | 'out-of-range';
	readonly low: number | null;
	readonly high: number | null;
}
