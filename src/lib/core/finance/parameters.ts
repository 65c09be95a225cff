import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { Figure } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Ends, FinanceRules } from '#lib/core/project/rules.ts';
import { amountsOf } from './amounts.ts';
import type { Parameter, ParameterId } from './case.ts';
import { grantOf } from './grant.ts';
import { termsOf } from './terms.ts';

type Range = Pick<Parameter, 'low' | 'high' | 'isOpenRange'>;

/** Range of a figure: that of its source, else half and double; never so narrow that the figure itself is outside. */
export function rangeOf({ value, low, high }: Pick<Figure, 'value' | 'low' | 'high'>, [openLow, openHigh]: Ends): Range {
	return {
		low: Math.min(low ?? value * openLow, value),
		high: Math.max(high ?? value * openHigh, value),
		isOpenRange: low === null || high === null
	};
}

/** The lines of a model as parameters, in the order of its sheet; a figure without a range may be multiplied with anything between the ends of `openRange`. */
export function lineParametersOf({ capex, revenue, variable, labour, fixed }: EconomicModel, openRange: Ends): Parameter[] {
	const ofFigure = (id: ParameterId, figure: Figure): Parameter => ({ id, value: figure.value, ...rangeOf(figure, openRange) });
	const ofNumber = (id: ParameterId, value: number): Parameter => ({ id, value, ...rangeOf({ value, low: null, high: null }, openRange) });
	return [
		...capex.flatMap(({ quantity, cost }, index) => [ofNumber(`capex.${index}.quantity`, quantity), ofFigure(`capex.${index}.cost`, cost)]),
		...revenue.flatMap(({ quantity, price }, index) => [
			ofFigure(`revenue.${index}.quantity`, quantity),
			ofFigure(`revenue.${index}.price`, price)
		]),
		...variable.flatMap(({ quantity, cost }, index) => [
			ofNumber(`variable.${index}.quantity`, quantity),
			ofFigure(`variable.${index}.cost`, cost)
		]),
		...labour.map(({ cost }, index) => ofFigure(`labour.${index}.cost`, cost)),
		...fixed.map(({ cost }, index) => ofFigure(`fixed.${index}.cost`, cost))
	];
}

/** Ids of the parameters that are no line of a model. */
export const SINGLE_PARAMETERS = [
	'members',
	'workingCapitalDays',
	'discountRate',
	'grantShare',
	'ownShare',
	'loanRate',
	'loanYears',
	'graceYears'
] as const;
export type SingleParameter = (typeof SINGLE_PARAMETERS)[number];

/** Ends of their ranges: no fewer members than may found a cooperative, unless the model itself has fewer. */
const singleRangesOf = ({ members }: EconomicModel, rules: FinanceRules): Readonly<Record<SingleParameter, Ends>> => ({
	members: [Math.min(rules.leastFounders, members), members * rules.openRange[1]],
	...rules.ranges
});

/** The range of every parameter of a model, by id. */
export function rangesOf(model: EconomicModel, { rules }: SharedFigures): ReadonlyMap<ParameterId, Pick<Parameter, 'low' | 'high'>> {
	const singles = singleRangesOf(model, rules);
	return new Map([
		...lineParametersOf(model, rules.openRange).map(({ id, low, high }) => [id, { low, high }] as const),
		...SINGLE_PARAMETERS.map((id) => [id, { low: singles[id][0], high: singles[id][1] }] as const)
	]);
}

/**
 * Everything a calculator may set of a model, with its range, as shipped. `grantShare` is the share of the eligible
 * investment that is left of the rate once its ceiling is kept.
 */
export function parametersOf(model: EconomicModel, shared: SharedFigures): Parameter[] {
	const { members, workingCapitalDays } = model;
	const grantShare = grantOf(model.grant, amountsOf(model).assets).share;
	const shipped: Readonly<Record<SingleParameter, number>> = { members, workingCapitalDays, grantShare, ...termsOf({}, shared) };
	const ranges = singleRangesOf(model, shared.rules);
	const singles = SINGLE_PARAMETERS.map((id) => ({ id, value: shipped[id], low: ranges[id][0], high: ranges[id][1], isOpenRange: true }));
	return [...lineParametersOf(model, shared.rules.openRange), ...singles];
}
