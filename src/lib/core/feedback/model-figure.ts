import type { ParameterId } from '#lib/core/finance/case.ts';
import type { Figure } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Text } from '#lib/core/text/text.ts';

/** A figure of a model with the line of the sheet it stands in. */
export interface ModelFigure {
	readonly item: Text;
	readonly figure: Figure;
}

/** Every figure of a model that has a source of its own, by where it stands: `capex.0.cost`, `revenue.0.price`, as a case names it. */
export function modelFigures({ capex, revenue, variable, labour, fixed }: EconomicModel): ReadonlyMap<ParameterId, ModelFigure> {
	const costs = { capex, variable, labour, fixed } as const;
	return new Map([
		...Object.entries(costs).flatMap(([table, lines]) =>
			lines.map(({ item, cost }, index) => [`${table}.${index}.cost`, { item, figure: cost }] as const)
		),
		...revenue.flatMap(({ item, quantity, price }, index) => [
			[`revenue.${index}.quantity`, { item, figure: quantity }] as const,
			[`revenue.${index}.price`, { item, figure: price }] as const
		])
	]);
}

/** The figure at a place of the sheet; null when the model has none there. */
export const figureAt = (model: EconomicModel, path: string): ModelFigure | null => modelFigures(model).get(path) ?? null;
