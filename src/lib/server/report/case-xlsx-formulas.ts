import type { ParameterId } from '#lib/core/finance/case.ts';
import { replacementIn, residualOf } from '#lib/core/finance/assets.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';

/** Where a number of the case stands, as a formula names it. */
export type CellAt = (id: ParameterId) => string;

const sum = (terms: readonly string[]): string => (terms.length === 0 ? '0' : terms.join('+'));

/** What a line of the investment costs. */
const assetCost = (at: CellAt, index: number): string => `${at(`capex.${index}.quantity`)}*${at(`capex.${index}.cost`)}`;

/** The investment, weighted line by line; a line with weight 0 is left out. */
function weighedInvestment({ capex }: EconomicModel, at: CellAt, weightOf: (line: EconomicModel['capex'][number]) => number): string {
	return sum(
		capex.flatMap((line, index) => {
			const weight = weightOf(line);
			if (weight === 0) return [];
			return weight === 1 ? assetCost(at, index) : `${assetCost(at, index)}*${weight}`;
		})
	);
}

/** One MAD of an asset, to ask what becomes of it. */
const oneMad = (lifeYears: number) => [{ amount: 1, lifeYears, grantable: true }];

/** Formulas of a full year and of the investment, by the cells of the case; lives and the ramp are those of the model. */
export const caseFormulas = (model: EconomicModel, at: CellAt) => ({
	revenue: sum(model.revenue.map((_, index) => `${at(`revenue.${index}.quantity`)}*${at(`revenue.${index}.price`)}`)),
	variable: sum(model.variable.map((_, index) => `${at(`variable.${index}.quantity`)}*${at(`variable.${index}.cost`)}`)),
	labour: sum(model.labour.map((_, index) => at(`labour.${index}.cost`))),
	fixed: sum(model.fixed.map((_, index) => at(`fixed.${index}.cost`))),
	investment: weighedInvestment(model, at, () => 1),
	eligible: weighedInvestment(model, at, ({ grantable }) => (grantable ? 1 : 0)),
	depreciation: weighedInvestment(model, at, ({ lifeYears }) => 1 / lifeYears),
	residual: weighedInvestment(model, at, ({ lifeYears }) => residualOf(oneMad(lifeYears), model.ramp.length)),
	replacementIn: (year: number) =>
		weighedInvestment(model, at, ({ lifeYears }) => replacementIn(oneMad(lifeYears), year, model.ramp.length))
});
