import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { depreciationOf } from '../assets.ts';
import type { CaseValues } from '../case.ts';
import { breakEvenOf } from '../evaluate.ts';
import { ebitdaAt } from '../operation.ts';
import { preparedCase } from '../prepared-case.ts';

/** A year at a share of full capacity, MAD. */
export interface CapacityRow {
	/** Share of full capacity, 0–1. */
	readonly capacity: number;
	readonly revenue: number;
	readonly variable: number;
	readonly labour: number;
	readonly fixed: number;
	readonly ebitda: number;
	readonly depreciation: number;
	/** What the activity leaves once its equipment is renewed: EBITDA − depreciation. */
	readonly operatingResult: number;
	/** Revenue that covers everything: the same in each row, since charges do not change with capacity; null when a sale brings no margin. */
	readonly breakEvenRevenue: number | null;
	/** Revenue of the row over it; 1 covers everything exactly. */
	readonly breakEvenCover: number | null;
}

/** A case at each share of its capacity that the rules name (60, 70, 80 and 100 %): operating result and break-even. */
export function capacityTableOf(model: EconomicModel, values: CaseValues, shared: SharedFigures): CapacityRow[] {
	const { amounts } = preparedCase(model, values, shared);
	const { revenue, variable, labour, fixed } = amounts;
	const depreciation = depreciationOf(amounts.assets);
	return shared.rules.capacities.map((capacity) => {
		const ebitda = ebitdaAt(amounts, capacity);
		const breakEvenRevenue = breakEvenOf({ revenue, variable, labour, fixed, depreciation });
		return {
			capacity,
			revenue: capacity * revenue,
			variable: capacity * variable,
			labour,
			fixed,
			ebitda,
			depreciation,
			operatingResult: ebitda - depreciation,
			breakEvenRevenue,
			breakEvenCover: breakEvenRevenue === null || breakEvenRevenue === 0 ? null : (capacity * revenue) / breakEvenRevenue
		};
	});
}
