import type { EconomicModel, VariableLine } from '#lib/core/project/model.ts';
import { LANGUAGES, type Text } from '#lib/core/text/text.ts';
import { total } from './amounts.ts';

/** What members get in a full year, MAD, before their own costs. */
export interface MemberPay {
	readonly labour: number;
	/** Raw produce bought from them. */
	readonly purchases: number;
	/** Per day of their work: over all that is counted in days, and of the line that pays least; null when none is. */
	readonly perDay: number | null;
	readonly lowestPerDay: number | null;
}

/** How the models write the unit of a line that is counted in days of work. A page may hold their texts in one language only. */
const DAY: Text = { ar: 'يوم', fr: 'jour', en: 'day' };
const isDay = (unit: Text): boolean => LANGUAGES.some((language) => unit[language] === DAY[language]);

/** Days of member work in a line; null where the model does not say. */
function daysOf({ quantity, quantityUnit, daysPerUnit }: VariableLine): number | null {
	if (daysPerUnit !== undefined && daysPerUnit !== null) return quantity * daysPerUnit;
	return isDay(quantityUnit) ? quantity : null;
}

/** What members are paid, by the lines that say so. Purchases are counted as they are paid, not as they are earned. */
export function memberPayOf({ variable, labour }: EconomicModel): MemberPay {
	const work = [
		...variable.filter(({ member }) => member === 'labour').map((line) => ({ pay: line.quantity * line.cost.value, days: daysOf(line) })),
		...labour.filter(({ member }) => member).map(({ cost, days }) => ({ pay: cost.value, days }))
	];
	const counted = work.flatMap(({ pay, days }) => (days !== null && days > 0 ? [{ pay, days }] : []));
	const days = total(counted, (line) => line.days);
	return {
		labour: total(work, ({ pay }) => pay),
		purchases: total(
			variable.filter(({ member }) => member === 'purchase'),
			({ quantity, cost }) => quantity * cost.value
		),
		perDay: days > 0 ? total(counted, ({ pay }) => pay) / days : null,
		lowestPerDay: days > 0 ? Math.min(...counted.map((line) => line.pay / line.days)) : null
	};
}
