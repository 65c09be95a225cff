import type { Language } from '#lib/core/text/text.ts';
import { LOCALES } from './locales.ts';

/** A date as a source gives it («2022», «2024-07», «2022-12-31») in words; anything else, such as «2013 H1», as published. */
export function formatPublished(language: Language, asOf: string): string {
	const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(asOf) ?? [];
	if (year === undefined || month === undefined) return asOf;
	const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
	const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', ...(day !== undefined && { day: 'numeric' }) };
	return new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone: 'UTC' }).format(date);
}
