import type { Seen } from '#lib/core/feedback/feedback.ts';
import type { Words } from '#lib/i18n/words.ts';

/** A value with its unit and its year, as one line; null where there is no number. */
export function amountOf(
	{ of, n, quantity }: Words,
	{ unit, decimals }: Pick<Seen, 'unit' | 'decimals'>,
	value: number | null,
	year: string | null
): string | null {
	if (value === null) return null;
	const digits = Math.max(decimals, Number.isInteger(value) ? 0 : 1);
	const amount = unit ? quantity(value, of(unit), digits) : n(value, digits);
	return year === null ? amount : `${amount} (${year})`;
}
