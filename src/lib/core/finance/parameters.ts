import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { Figure } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { amountsOf } from './amounts.ts';
import type { Parameter, ParameterId } from './case.ts';
import { grantOf } from './grant.ts';
import { termsOf } from './terms.ts';

type Range = Pick<Parameter, 'low' | 'high' | 'isOpenRange'>;

/** A parameter whose figure gives no range may be halved and doubled. */
const OPEN_LOW = 0.5;
const OPEN_HIGH = 2;

/** Least founders of a cooperative (law 112-12, from a secondary source: see the legal steps). */
const LEAST_MEMBERS = 5;

/** Range of a figure: that of its source, else half and double; never so narrow that the figure itself is outside. */
export function rangeOf({ value, low, high }: Pick<Figure, 'value' | 'low' | 'high'>): Range {
	return {
		low: Math.min(low ?? value * OPEN_LOW, value),
		high: Math.max(high ?? value * OPEN_HIGH, value),
		isOpenRange: low === null || high === null
	};
}

const ofFigure = (id: ParameterId, figure: Figure): Parameter => ({ id, value: figure.value, ...rangeOf(figure) });
const ofNumber = (id: ParameterId, value: number): Parameter => ({ id, value, ...rangeOf({ value, low: null, high: null }) });

/** The lines of a model as parameters, in the order of its sheet. */
export function lineParametersOf({ capex, revenue, variable, labour, fixed }: EconomicModel): Parameter[] {
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

/** Ends of their ranges: wide enough for any real case, narrow enough to refuse a slip of the keyboard. */
const singleRangesOf = ({ members }: EconomicModel): Readonly<Record<SingleParameter, readonly [low: number, high: number]>> => ({
	members: [Math.min(LEAST_MEMBERS, members), members * OPEN_HIGH],
	workingCapitalDays: [0, 365],
	discountRate: [0, 0.3],
	grantShare: [0, 1],
	ownShare: [0, 1],
	loanRate: [0, 0.3],
	loanYears: [1, 20],
	graceYears: [0, 5]
});

/** The range of every parameter of a model, by id. */
export function rangesOf(model: EconomicModel): ReadonlyMap<ParameterId, Pick<Parameter, 'low' | 'high'>> {
	const singles = singleRangesOf(model);
	return new Map([
		...lineParametersOf(model).map(({ id, low, high }) => [id, { low, high }] as const),
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
	const ranges = singleRangesOf(model);
	const singles = SINGLE_PARAMETERS.map((id) => ({ id, value: shipped[id], low: ranges[id][0], high: ranges[id][1], isOpenRange: true }));
	return [...lineParametersOf(model), ...singles];
}
