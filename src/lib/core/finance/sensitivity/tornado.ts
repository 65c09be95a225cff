import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Amounts } from '../amounts.ts';
import type { CaseValues } from '../case.ts';
import { flowsOf } from '../operation.ts';
import { preparedCase } from '../prepared-case.ts';
import { irr } from '../returns/irr.ts';
import { npvOf } from '../returns/returns.ts';

/** What is moved, one at a time. */
export const LEVERS = ['price', 'volume', 'capex', 'main-input', 'discount-rate'] as const;
export type Lever = (typeof LEVERS)[number];

/** The case with one thing moved, without a grant. */
export interface TornadoSide {
	/** By how much, as a share of what it was; the discount rate itself for `discount-rate`. */
	readonly at: number;
	/** MAD. */
	readonly npv: number;
	readonly irr: number | null;
}

/** One bar: what a lever does to the net present value. */
export interface TornadoBar {
	readonly lever: Lever;
	readonly sides: readonly TornadoSide[];
	/** Distance of the furthest values, that of the case itself among them, MAD. */
	readonly swing: number;
}

/** Sums with one lever moved by a share of itself; the discount rate moves no sum. A volume takes along what is used for it. */
export function moved(amounts: Amounts, lever: Lever, by: number): Amounts {
	const factor = 1 + by;
	switch (lever) {
		case 'price':
			return { ...amounts, revenue: amounts.revenue * factor };
		case 'volume':
			return { ...amounts, revenue: amounts.revenue * factor, variable: amounts.variable * factor };
		case 'capex':
			return { ...amounts, assets: amounts.assets.map((asset) => ({ ...asset, amount: asset.amount * factor })) };
		case 'main-input':
			return { ...amounts, variable: amounts.variable + amounts.mainInput * by };
		case 'discount-rate':
			return amounts;
		default:
			return lever satisfies never;
	}
}

/** What moving each lever as far as the rules say does to a case without a grant, the widest bar first; equal bars in the order of the levers. */
export function tornadoOf(model: EconomicModel, values: CaseValues, shared: SharedFigures): TornadoBar[] {
	const { amounts, terms } = preparedCase(model, values, shared);
	const base = npvOf(flowsOf(amounts), terms.discountRate);
	const bars = LEVERS.map((lever) => {
		const sides = shared.rules.moves[lever].map((at) => {
			const flows = flowsOf(moved(amounts, lever, at));
			return { at, npv: npvOf(flows, lever === 'discount-rate' ? at : terms.discountRate), irr: irr(flows).rate };
		});
		const reached = [base, ...sides.map(({ npv }) => npv)];
		return { lever, sides, swing: Math.max(...reached) - Math.min(...reached) };
	});
	return bars.sort((a, b) => b.swing - a.swing);
}
