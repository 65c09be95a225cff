import { ebitdaAt, workingCapitalAt } from '../operation.ts';
import { total, type Amounts } from '../amounts.ts';
import { investmentOf } from '../assets.ts';
import type { LoanCase } from '../evaluation.ts';
import type { CaseTerms } from '../terms.ts';
import { loanSchedule } from './schedule.ts';

/** Money to start with, whole MAD since nobody finances centimes: the investment and the working capital of a full year. */
export const capitalOf = (amounts: Amounts): number => Math.round(investmentOf(amounts.assets) + workingCapitalAt(amounts, 1));

/** Cover of the debt per loan year: EBITDA over what is due. Null where nothing is due, and beyond the horizon of the model. */
function coverOf(amounts: Amounts, payments: readonly number[]): (number | null)[] {
	return payments.map((payment, index) => {
		const capacity = amounts.ramp[index];
		return payment === 0 || capacity === undefined ? null : ebitdaAt(amounts, capacity) / payment;
	});
}

/** Mean of the covers to the hundredth, as they are shown, so that who adds them up finds it; null when nothing is due. */
function averageOf(covers: readonly number[]): number | null {
	if (covers.length === 0) return null;
	return total(covers, (cover) => Math.round(cover * 100) / 100) / covers.length;
}

/**
 * The loan that a case needs and whether the project carries it: loan = (1 − own share) × capital − grant, never below 0;
 * own money is the rest, so it is less than its share where a grant pays more than the others need.
 * Grace is interest-only.
 */
export function loanCaseOf(amounts: Amounts, grant: number, terms: CaseTerms): LoanCase {
	const { ownShare, loanRate: rate, loanYears: years, graceYears } = terms;
	const capital = capitalOf(amounts);
	const loan = Math.max(0, (1 - ownShare) * capital - grant);
	const schedule = loanSchedule({ principal: loan, rate, years, graceYears });
	const dscr = coverOf(
		amounts,
		schedule.map(({ payment }) => payment)
	);
	const known = dscr.filter((cover) => cover !== null);
	return {
		ownShare,
		own: Math.max(0, capital - grant - loan),
		grant,
		loan,
		rate,
		years,
		graceYears,
		schedule,
		dscr,
		dscrMin: known.length > 0 ? Math.min(...known) : null,
		dscrAverage: averageOf(known)
	};
}
