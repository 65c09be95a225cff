import { formatAbout } from '#lib/core/feedback/about.ts';
import type { ParameterId } from '#lib/core/finance/case.ts';
import type { Figure } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Words } from '#lib/i18n/words.ts';

/** Every figure of a model, in the order of its sheet. */
export const figuresOf = ({ capex, revenue, variable, labour, fixed }: EconomicModel): Figure[] => [
	...capex.map(({ cost }) => cost),
	...revenue.flatMap(({ quantity, price }) => [quantity, price]),
	...[...variable, ...labour, ...fixed].map(({ cost }) => cost)
];

/** One line of a table of the sheet, in words; amounts in MAD. */
export interface FigureLine {
	readonly item: string;
	/** How the amount comes about, and what else must be said of the line. */
	readonly details: readonly string[];
	/** What it rests on, each with the reference for feedback on it; `label` tells two figures of one line apart. */
	readonly figures: readonly { readonly label: string | null; readonly figure: Figure; readonly about: string }[];
	readonly amount: number;
}

/** The five tables of a sheet. */
export const FIGURE_TABLES = ['investment', 'revenue', 'variable', 'labour', 'fixed'] as const;
export type FigureTableName = (typeof FIGURE_TABLES)[number];

/** The fewest decimals, at most two, that say a number; none from a thousand on. */
export function decimalsOf(value: number): number {
	if (Math.abs(value) >= 1000) return 0;
	const enough = [0, 1].find((decimals) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9);
	return enough ?? 2;
}

/** A number with its unit, as exact as it must be. */
export const sayAmount = ({ quantity }: Words, value: number, unit: string): string => quantity(value, unit, decimalsOf(value));

/** The lines of every table of a model in the language of `words`. */
export function linesOf(model: EconomicModel, words: Words): Readonly<Record<FigureTableName, readonly FigureLine[]>> {
	const { t, of } = words;
	const say = (value: number, unit: Parameters<Words['of']>[0]): string => sayAmount(words, value, of(unit));
	const product = (quantity: string, cost: string): string => t('sheet.line.product', { quantity, cost });
	const about = (path: ParameterId): string => formatAbout({ kind: 'model', model: model.id, path });
	const alone = (figure: Figure, table: string, index: number): FigureLine['figures'] => [
		{ label: null, figure, about: about(`${table}.${index}.cost`) }
	];
	return {
		investment: model.capex.map(({ item, quantity, quantityUnit, lifeYears, grantable, cost }, index) => ({
			item: of(item),
			details: [
				product(say(quantity, quantityUnit), say(cost.value, cost.unit)),
				t('sheet.line.life', { count: lifeYears }),
				...(grantable ? [] : [t('sheet.line.notgrantable')])
			],
			figures: alone(cost, 'capex', index),
			amount: quantity * cost.value
		})),
		revenue: model.revenue.map(({ item, quantity, price }, index) => ({
			item: of(item),
			details: [product(say(quantity.value, quantity.unit), say(price.value, price.unit))],
			figures: [
				{ label: t('sheet.line.quantity'), figure: quantity, about: about(`revenue.${index}.quantity`) },
				{ label: t('sheet.line.price'), figure: price, about: about(`revenue.${index}.price`) }
			],
			amount: quantity.value * price.value
		})),
		variable: model.variable.map(({ item, quantity, quantityUnit, member, cost }, index) => ({
			item: of(item),
			details: [product(say(quantity, quantityUnit), say(cost.value, cost.unit)), ...(member ? [t(`sheet.line.${member}`)] : [])],
			figures: alone(cost, 'variable', index),
			amount: quantity * cost.value
		})),
		labour: model.labour.map(({ item, member, days, cost }, index) => ({
			item: of(item),
			details: [t(member ? 'sheet.line.labour' : 'sheet.line.employee'), ...(days === null ? [] : [t('sheet.line.days', { count: days })])],
			figures: alone(cost, 'labour', index),
			amount: cost.value
		})),
		fixed: model.fixed.map(({ item, cost }, index) => ({
			item: of(item),
			details: [],
			figures: alone(cost, 'fixed', index),
			amount: cost.value
		}))
	};
}
