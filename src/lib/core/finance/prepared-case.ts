import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { amountsOf, type Amounts } from './amounts.ts';
import type { CaseValues } from './case.ts';
import { modelWith } from './model-with.ts';
import { termsOf, type CaseTerms } from './terms.ts';

/** A case ready to be worked out. */
export interface PreparedCase {
	/** The model with the holder's numbers. */
	readonly model: EconomicModel;
	readonly amounts: Amounts;
	readonly terms: CaseTerms;
}

/** A model with the numbers of a case that `checkCase` found good, its sums and its terms. */
export function preparedCase(model: EconomicModel, values: CaseValues, shared: SharedFigures): PreparedCase {
	const edited = modelWith(model, values);
	return { model: edited, amounts: amountsOf(edited), terms: termsOf(values, shared) };
}
