import type { Figure } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { CaseValues, ParameterId } from './case.ts';

/**
 * A model with the numbers that a holder changed in their place, for a case that `checkCase` found good. Ids that are no
 * part of a model (rates, own share, years) are left to `termsOf`. A grant share of one's own stands as it is: its ceiling
 * no longer counts.
 */
export function modelWith(model: EconomicModel, values: CaseValues): EconomicModel {
	if (Object.keys(values).length === 0) return model;
	const number = (id: ParameterId, shipped: number): number => values[id] ?? shipped;
	const figure = (id: ParameterId, shipped: Figure): Figure => ({ ...shipped, value: number(id, shipped.value) });
	const grantShare = values['grantShare'];
	return {
		...model,
		members: Math.round(number('members', model.members)),
		workingCapitalDays: number('workingCapitalDays', model.workingCapitalDays),
		grant: grantShare === undefined ? model.grant : { ...model.grant, share: grantShare, ceilingMad: null },
		capex: model.capex.map((line, index) => ({
			...line,
			quantity: number(`capex.${index}.quantity`, line.quantity),
			cost: figure(`capex.${index}.cost`, line.cost)
		})),
		revenue: model.revenue.map((line, index) => ({
			...line,
			quantity: figure(`revenue.${index}.quantity`, line.quantity),
			price: figure(`revenue.${index}.price`, line.price)
		})),
		variable: model.variable.map((line, index) => ({
			...line,
			quantity: number(`variable.${index}.quantity`, line.quantity),
			cost: figure(`variable.${index}.cost`, line.cost)
		})),
		labour: model.labour.map((line, index) => ({ ...line, cost: figure(`labour.${index}.cost`, line.cost) })),
		fixed: model.fixed.map((line, index) => ({ ...line, cost: figure(`fixed.${index}.cost`, line.cost) }))
	};
}
