import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { eligibleOf } from '../assets.ts';
import type { CaseValues } from '../case.ts';
import { flowsOf } from '../operation.ts';
import { preparedCase } from '../prepared-case.ts';
import { npvOf } from '../returns/returns.ts';
import { moved } from './tornado.ts';

/** Where the net present value of a case without a grant becomes 0. */
export interface SwitchingValues {
	/** Multiplier of every price, of the volume; null when none does. */
	readonly price: number | null;
	readonly volume: number | null;
	/** Share of the eligible investment that a grant must pay: null when none is needed or none may be given, above 1 when even all of it is not enough. */
	readonly grant: number | null;
}

/** Where a straight line through its values at 0 and at 1 crosses zero; null when it never does, or only below 0. */
function crossing(atZero: number, atOne: number): number | null {
	if (atZero === atOne) return null;
	const at = atZero / (atZero - atOne);
	return at >= 0 ? at : null;
}

/** Switching values of a case. The net present value is a straight line in each of the three, so two values of it are enough. */
export function switchingOf(model: EconomicModel, values: CaseValues, shared: SharedFigures): SwitchingValues {
	const { amounts, terms } = preparedCase(model, values, shared);
	const npv = (flows: readonly number[]): number => npvOf(flows, terms.discountRate);
	const base = npv(flowsOf(amounts));
	const eligible = eligibleOf(amounts.assets);
	return {
		price: crossing(npv(flowsOf(moved(amounts, 'price', -1))), base),
		volume: crossing(npv(flowsOf(moved(amounts, 'volume', -1))), base),
		grant: base < 0 && eligible > 0 ? -base / eligible : null
	};
}
