import type { Language } from '#lib/core/text/text.ts';

/** Locales for numbers, dates and plurals: Moroccan habits, Western digits in Arabic too. */
export const LOCALES: Readonly<Record<Language, string>> = { ar: 'ar-MA-u-nu-latn', fr: 'fr-u-nu-latn', en: 'en-u-nu-latn' };

/** Reading direction of a language. */
export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

/** Each language in its own words, as a reader looks for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ar: 'العربية', fr: 'Français', en: 'English' };

/** `text` with its own direction, for a place whose direction is not that of the page, as the map is. */
export const isolated = (language: Language, text: string): string => (language === 'ar' ? `\u2067${text}\u2069` : text);

/** An id in Latin letters and digits, whose parts would change places in an Arabic line. */
export const isolatedId = (language: Language, id: string): string => (language === 'ar' ? `\u2066${id}\u2069` : id);
