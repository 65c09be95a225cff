import type { Amounts } from './amounts.ts';
import { investmentOf, replacementIn, residualOf } from './assets.ts';

const DAYS_OF_A_YEAR = 365;

/** EBITDA of a year at a share of full capacity, MAD: E = u(R − V) − L − F. */
export const ebitdaAt = ({ revenue, variable, labour, fixed }: Amounts, capacity: number): number =>
	capacity * (revenue - variable) - labour - fixed;

/** Working capital that a year at a share of full capacity needs, MAD: W = (uV + L + F)·days/365. */
export const workingCapitalAt = ({ variable, labour, fixed, workingCapitalDays }: Amounts, capacity: number): number =>
	((capacity * variable + labour + fixed) * workingCapitalDays) / DAYS_OF_A_YEAR;

/** What comes back only when everything stops, MAD: the working capital of the last year and what the assets are still worth. */
export interface Recovered {
	readonly workingCapital: number;
	readonly residual: number;
}

/** What the end of the horizon gives back, MAD. */
export function recoveredOf(amounts: Amounts): Recovered {
	const { ramp, assets } = amounts;
	return { workingCapital: workingCapitalAt(amounts, ramp.at(-1) ?? 0), residual: residualOf(assets, ramp.length) };
}

/**
 * CF_0 … CF_N of the project before any loan, MAD of constant purchasing power. CF_0 = −I + grant − W_1;
 * CF_t = E − replacements − (W_{t+1} − W_t), since the working capital of a year is paid the year before; CF_N adds what
 * is recovered. No tax: no rate is known for what the models sell, the alert `tax-switch` says where one may be due.
 */
export function flowsOf(amounts: Amounts, grant = 0): number[] {
	const { assets, ramp } = amounts;
	const horizon = ramp.length;
	const flows = [grant - investmentOf(assets) - workingCapitalAt(amounts, ramp[0] ?? 0)];
	for (let year = 1; year <= horizon; year++) {
		const capacity = ramp[year - 1]!;
		const next = ramp[year] ?? capacity;
		const change = workingCapitalAt(amounts, next) - workingCapitalAt(amounts, capacity);
		flows.push(ebitdaAt(amounts, capacity) - replacementIn(assets, year, horizon) - change);
	}
	const { workingCapital, residual } = recoveredOf(amounts);
	flows[horizon]! += workingCapital + residual;
	return flows;
}
