import type { Alert } from '#lib/core/finance/evaluation.ts';
import type { Params } from './messages.ts';
import type { Words } from './words.ts';

/** Digits after the mark of the numbers an alert names; whole MAD where nothing is said. */
const DECIMALS: Readonly<Record<string, number>> = { payPerDay: 2, smag: 2, cover: 2, least: 1 };
const SHARES = ['irr', 'low', 'high'];

/** A number as its sentence needs it: a count for the plural, a year of the calendar as it is written, a share in percent. */
function said(words: Words, name: string, value: number): string | number {
	if (name === 'count') return value;
	if (name === 'oldest') return String(value);
	if (!SHARES.includes(name)) return words.n(value, DECIMALS[name] ?? 0);
	const percent = Number((100 * value).toFixed(name === 'irr' ? 1 : 0));
	return words.quantity(percent, '%', Number.isInteger(percent) ? 0 : 1);
}

/** An alert as a sentence with its numbers. */
export function alertText(words: Words, { kind, numbers }: Alert): string {
	const params: Params = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, said(words, name, value)]));
	const coversNothing = kind === 'debt-not-covered' && (numbers['cover'] ?? 0) <= 0;
	return coversNothing ? words.t('calculator.alert.debt-not-covered.nothing', params) : words.t(`calculator.alert.${kind}`, params);
}
