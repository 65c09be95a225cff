import type { EconomicModel, VariableLine } from '#lib/core/project/model.ts';

/** Something bought for the project: what all of it costs, and how long it lasts. */
export interface Asset {
	/** MAD. */
	readonly amount: number;
	readonly lifeYears: number;
	readonly grantable: boolean;
}

/** A model reduced to its sums, MAD at full capacity: all that its flows need. */
export interface Amounts {
	readonly assets: readonly Asset[];
	readonly revenue: number;
	readonly variable: number;
	/** The dearest variable line, contained in `variable`; 0 without one. */
	readonly mainInput: number;
	readonly labour: number;
	readonly fixed: number;
	/** Share of full capacity in years 1…N, 0–1; its length is the horizon. */
	readonly ramp: readonly number[];
	readonly workingCapitalDays: number;
}

/** Sum of what `of` says of each item, 0 for none. */
export function total<T>(items: readonly T[], of: (item: T) => number): number {
	let sum = 0;
	for (const item of items) sum += of(item);
	return sum;
}

const costOf = (line: VariableLine): number => line.quantity * line.cost.value;

/** Sums of a model, MAD of a full year; every line counts as its quantity times its figure. */
export function amountsOf(model: EconomicModel): Amounts {
	return {
		assets: model.capex.map(({ quantity, cost, lifeYears, grantable }) => ({ amount: quantity * cost.value, lifeYears, grantable })),
		revenue: total(model.revenue, ({ quantity, price }) => quantity.value * price.value),
		variable: total(model.variable, costOf),
		mainInput: Math.max(0, ...model.variable.map(costOf)),
		labour: total(model.labour, ({ cost }) => cost.value),
		fixed: total(model.fixed, ({ cost }) => cost.value),
		ramp: model.ramp,
		workingCapitalDays: model.workingCapitalDays
	};
}
