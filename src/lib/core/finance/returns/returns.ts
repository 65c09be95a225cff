import { npv } from 'financial';
import type { Returns } from '../evaluation.ts';
import type { Recovered } from '../operation.ts';
import { irr } from './irr.ts';
import { payback } from './payback.ts';

/** Net present value, MAD: Σ CF_t/(1 + r)^t, the first flow undiscounted; `rate` is above −1. */
export const npvOf = (flows: readonly number[], rate: number): number => npv(rate, [...flows]);

/** Flows as they are worth today, MAD. */
export const discounted = (flows: readonly number[], rate: number): number[] => flows.map((flow, year) => flow / (1 + rate) ** year);

/**
 * What flows say at a discount rate. Payback leaves out what only comes back when everything stops; the ratio is
 * 1 + NPV per MAD put in at the start, null when nothing is.
 */
export function returnsOf(flows: readonly number[], recovered: Recovered, discountRate: number): Returns {
	const value = npvOf(flows, discountRate);
	const { rate, isAmbiguous } = irr(flows);
	const lasting = flows.with(-1, flows.at(-1)! - recovered.residual - recovered.workingCapital);
	const start = -flows[0]!;
	return {
		npv: value,
		irr: rate,
		isIrrAmbiguous: isAmbiguous,
		payback: payback(lasting),
		discountedPayback: payback(discounted(lasting, discountRate)),
		benefitCostRatio: start > 0 ? 1 + value / start : null
	};
}
