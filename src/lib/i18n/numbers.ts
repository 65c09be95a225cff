import type { Language } from '#lib/core/text/text.ts';
import { LOCALES } from './locales.ts';

const LEFT_TO_RIGHT = '\u200e';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, decimals: number, sign: 'auto' | 'exceptZero'): Intl.NumberFormat {
	const key = `${language}${decimals}${sign}`;
	const known = formats.get(key);
	if (known) return known;
	const fresh = new Intl.NumberFormat(LOCALES[language], {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals,
		signDisplay: sign
	});
	formats.set(key, fresh);
	return fresh;
}

/** A number with exactly `decimals` digits after the mark; «–» when it is null or not a number. */
export function formatNumber(language: Language, value: number | null, decimals = 0): string {
	if (value === null || !Number.isFinite(value)) return '–';
	// −0.04 to no decimals is 0, not −0.
	return formatOf(language, decimals, 'auto').format(rounded(value, decimals));
}

/** The same with its sign, for changes and contributions; zero has none. */
export function formatSigned(language: Language, value: number | null, decimals = 0): string {
	if (value === null || !Number.isFinite(value)) return '–';
	const text = formatOf(language, decimals, 'exceptZero').format(rounded(value, decimals));
	// In a right-to-left line a bare sign would jump behind its number; the mark keeps it in front.
	return language === 'ar' && !text.startsWith(LEFT_TO_RIGHT) ? LEFT_TO_RIGHT + text : text;
}

function rounded(value: number, decimals: number): number {
	const unit = 10 ** decimals;
	return Math.round(value * unit) / unit || 0;
}

const lists = new Map<Language, Intl.ListFormat>();

/** «a, b and c» in the language; empty for no item. */
export function formatList(language: Language, items: readonly string[]): string {
	let list = lists.get(language);
	if (!list) {
		list = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' });
		lists.set(language, list);
	}
	return list.format(items);
}

/** «a; b; c»: a list whose items hold commas or an «and» of their own; empty for no item. */
export function formatClauses(language: Language, items: readonly string[]): string {
	return items.join(language === 'ar' ? '؛ ' : language === 'fr' ? '\u202f; ' : '; ');
}
