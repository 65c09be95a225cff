import type { Figure } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { CaseValues } from './case.ts';

/** Whole months from the end of a year to a date (ISO); negative while the year lasts. */
function monthsSince(year: number, date: string): number {
	const [dateYear, month] = date.split('-').map(Number);
	return (dateYear! - year - 1) * 12 + month! - 1;
}

/** True when a figure is older than so many months at a date, counted from the end of its year, so at the least. Unknown years are not called old. */
export const isStale = ({ year }: Pick<Figure, 'year'>, date: string, months: number): boolean =>
	year !== null && monthsSince(year, date) > months;

/** Prices of what is sold and of what is used that are older than so many months at a date and that the holder did not set. */
export function stalePrices({ revenue, variable }: EconomicModel, values: CaseValues, date: string, months: number): readonly Figure[] {
	const prices = [
		...revenue.map(({ price }, index) => [`revenue.${index}.price`, price] as const),
		...variable.map(({ cost }, index) => [`variable.${index}.cost`, cost] as const)
	];
	return prices.filter(([id, figure]) => values[id] === undefined && isStale(figure, date, months)).map(([, figure]) => figure);
}
