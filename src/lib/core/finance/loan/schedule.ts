import { pmt } from 'financial';
import type { LoanYear } from '../evaluation.ts';

/** What is paid during the grace: the interest of each year, or nothing, and then the interest is added to the debt. */
export const GRACE_KINDS = ['interest-only', 'capitalised'] as const;
export type GraceKind = (typeof GRACE_KINDS)[number];

/** A loan as it is asked for. */
export interface LoanTerms {
	/** MAD. */
	readonly principal: number;
	/** Yearly rate, 0 or more. */
	readonly rate: number;
	/** Years from the first to the last instalment, grace included; whole, at least 1. */
	readonly years: number;
	/** Years before the first repayment; cut to `years − 1`, since the last year pays all back. */
	readonly graceYears: number;
	/** Interest only unless it is said. */
	readonly grace?: GraceKind;
}

/** A rate below it is none: `pmt` loses its digits, and a centime on a billion needs no more. */
const LEAST_RATE = 1e-9;

const inCentimes = (amount: number): number => Math.round(amount * 100) / 100;

/**
 * The loan year by year, MAD in centimes: equal instalments after the grace, the last one takes the rounding, so that
 * nothing is left. In a capitalised grace nothing is paid and the principal part is minus the interest added.
 * Years of zeros without a loan. The instalment is `pmt` of the package `financial`; its `ipmt` and `ppmt` know neither
 * grace nor centimes, so the balance is carried here.
 */
export function loanSchedule({ principal, rate, years, graceYears, grace = 'interest-only' }: LoanTerms): LoanYear[] {
	const lastGraceYear = Math.min(graceYears, years - 1);
	const schedule: LoanYear[] = [];
	let balance = principal;
	let instalment = 0;
	for (let year = 1; year <= years; year++) {
		const interest = inCentimes(balance * rate);
		if (year === lastGraceYear + 1) instalment = inCentimes(-pmt(rate < LEAST_RATE ? 0 : rate, years - lastGraceYear, balance));
		const payment = paymentOf(year, interest);
		const repaid = year === years ? balance : payment - interest;
		balance = year === years ? 0 : balance - repaid;
		schedule.push({ year, interest, principal: repaid, payment: year === years ? interest + repaid : payment, balance });
	}
	return schedule;

	function paymentOf(year: number, interest: number): number {
		if (year > lastGraceYear) return instalment;
		return grace === 'capitalised' ? 0 : interest;
	}
}
