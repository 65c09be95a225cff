import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { CaseValues } from './case.ts';

/** How a case is financed and discounted. */
export interface CaseTerms {
	/** Yearly rate 0–1. */
	readonly discountRate: number;
	/** Share of the capital that members bring, 0–1. */
	readonly ownShare: number;
	/** Yearly rate 0–1. */
	readonly loanRate: number;
	readonly loanYears: number;
	readonly graceYears: number;
}

/** Terms of a case, the shared figures and the reference loan where the holder says nothing. Years are whole, a fraction is rounded; the last of them repays, so the grace is shorter. */
export function termsOf(values: CaseValues, shared: SharedFigures): CaseTerms {
	const { referenceLoan } = shared.rules;
	const loanYears = Math.round(values['loanYears'] ?? referenceLoan.loanYears);
	const graceYears = Math.round(values['graceYears'] ?? referenceLoan.graceYears);
	return {
		discountRate: values['discountRate'] ?? shared.discountRate.value,
		ownShare: values['ownShare'] ?? referenceLoan.ownShare,
		loanRate: values['loanRate'] ?? shared.loanRate.value,
		loanYears,
		graceYears: Math.min(graceYears, loanYears - 1)
	};
}
