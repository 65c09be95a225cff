import type { ModelLines } from '#lib/core/project/grade.ts';
import type { RawModel } from './economic-models.ts';
import { figureOf, type FigureContext } from './figures.ts';
import type { DaysPerUnit } from './piece-work.ts';

/** What lines are made from. */
export interface LineContext extends FigureContext {
	readonly daysPerUnit: DaysPerUnit;
}

/** The lines of a model that stands at `place`, in the order of the file. */
export function linesOf(raw: RawModel, context: LineContext, place: string): ModelLines {
	const { textOf } = context;
	const at = (group: string, item: string): string => `${place} ${group} «${item}»`;
	return {
		capex: raw.capex.map(({ item, qty, unit, life, grantable, cost }) => ({
			item: textOf(at('capex', item), item),
			quantity: qty,
			quantityUnit: textOf(at('capex', item), unit),
			lifeYears: life,
			grantable,
			cost: figureOf(cost, context, at('capex', item))
		})),
		revenue: raw.revenue.map(({ item, qty, price }) => ({
			item: textOf(at('revenue', item), item),
			quantity: figureOf(qty, context, at('revenue', item)),
			price: figureOf(price, context, at('revenue', item))
		})),
		variable: raw.variable.map(({ item, qty, unit, member, cost }) => ({
			item: textOf(at('variable', item), item),
			quantity: qty,
			quantityUnit: textOf(at('variable', item), unit),
			member,
			daysPerUnit: context.daysPerUnit(raw.id, item),
			cost: figureOf(cost, context, at('variable', item))
		})),
		labour: raw.labour.map(({ role, member, days, cost }) => ({
			item: textOf(at('labour', role), role),
			member,
			days,
			cost: figureOf(cost, context, at('labour', role))
		})),
		fixed: raw.fixed.map(({ item, cost }) => ({ item: textOf(at('fixed', item), item), cost: figureOf(cost, context, at('fixed', item)) }))
	};
}
