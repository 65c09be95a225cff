import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { alertsOf } from './alerts.ts';
import type { Amounts } from './amounts.ts';
import { depreciationOf, investmentOf, replacementIn } from './assets.ts';
import type { CaseValues } from './case.ts';
import type { Evaluation, LoanCase, YearRow } from './evaluation.ts';
import { grantOf } from './grant.ts';
import { capitalOf, loanCaseOf } from './loan/loan-case.ts';
import { memberPayOf } from './member-pay.ts';
import { ebitdaAt, flowsOf, recoveredOf, workingCapitalAt } from './operation.ts';
import { preparedCase } from './prepared-case.ts';
import { returnsOf } from './returns/returns.ts';
import { stalePrices } from './stale-price.ts';

/** No rate is known for what the models sell: tax stays 0, and an alert says from which turnover it may be due. */
const TAX = 0;

/** Sums of a year at full capacity, MAD; the surplus is before interest. */
function fullYearOf(amounts: Amounts): Evaluation['full'] {
	const { revenue, variable, labour, fixed, assets } = amounts;
	const ebitda = ebitdaAt(amounts, 1);
	const depreciation = depreciationOf(assets);
	return { revenue, variable, labour, fixed, ebitda, depreciation, surplus: ebitda - depreciation - TAX };
}

/** Revenue of a year that covers labour, fixed charges and depreciation, MAD; null when a sale brings no margin. */
export function breakEvenOf({
	revenue,
	variable,
	labour,
	fixed,
	depreciation
}: Omit<Evaluation['full'], 'ebitda' | 'surplus'>): number | null {
	return revenue > variable ? (labour + fixed + depreciation) / (1 - variable / revenue) : null;
}

function yearsOf(amounts: Amounts, flows: readonly number[], { schedule }: LoanCase): YearRow[] {
	const { revenue, variable, labour, fixed, assets, ramp } = amounts;
	const depreciation = depreciationOf(assets);
	return ramp.map((capacity, index) => {
		const ebitda = ebitdaAt(amounts, capacity);
		const interest = schedule[index]?.interest ?? 0;
		return {
			year: index + 1,
			capacity,
			revenue: capacity * revenue,
			variable: capacity * variable,
			labour,
			fixed,
			ebitda,
			depreciation,
			interest,
			tax: TAX,
			surplus: ebitda - depreciation - interest - TAX,
			replacement: replacementIn(assets, index + 1, ramp.length),
			workingCapital: workingCapitalAt(amounts, capacity),
			cashFlow: flows[index + 1]!
		};
	});
}

/**
 * Everything a case comes to, in constant 2026 MAD, by the formulas of the project bank (design of the models, 2026).
 * `values` are those that `checkCase` found good; `date` (ISO, of the release) is what the age of a price is counted to,
 * and without it no price is called old. Throws for no reason of the holder's.
 */
export function evaluate(shipped: EconomicModel, values: CaseValues, shared: SharedFigures, date: string | null = null): Evaluation {
	const { model, amounts, terms } = preparedCase(shipped, values, shared);
	const full = fullYearOf(amounts);
	const grant = grantOf(model.grant, amounts.assets);
	const recovered = recoveredOf(amounts);
	const flows = flowsOf(amounts);
	const flowsWithGrant = flowsOf(amounts, grant.amount);
	const loan = loanCaseOf(amounts, grant.amount, terms);
	const pay = memberPayOf(model);
	const breakEvenRevenue = breakEvenOf(full);
	const evaluation = {
		model: model.id,
		discountRate: terms.discountRate,
		capex: investmentOf(amounts.assets),
		workingCapital: workingCapitalAt(amounts, 1),
		capital: capitalOf(amounts),
		full,
		years: yearsOf(amounts, flows, loan),
		flows,
		flowsWithGrant,
		residual: recovered.residual,
		withoutGrant: returnsOf(flows, recovered, terms.discountRate),
		withGrant: { ...returnsOf(flowsWithGrant, recovered, terms.discountRate), ...grant },
		breakEvenRevenue,
		breakEvenShare: breakEvenRevenue === null ? null : breakEvenRevenue / full.revenue,
		loan,
		memberLabour: pay.labour,
		memberPurchases: pay.purchases,
		grossPerMember: (pay.labour + pay.purchases + Math.max(0, full.surplus)) / model.members,
		payPerDay: pay.perDay
	};
	const stale = date === null ? [] : stalePrices(model, values, date, shared.rules.priceMonths);
	return { ...evaluation, alerts: alertsOf({ model, shared, evaluation, lowestPerDay: pay.lowestPerDay, stale }) };
}
