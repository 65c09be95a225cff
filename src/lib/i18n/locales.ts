import type { Language } from '#lib/core/text/text.ts';

/** Locales for numbers, dates and plurals: Moroccan habits, Western digits in Arabic too. */
export const LOCALES: Readonly<Record<Language, string>> = { ar: 'ar-MA-u-nu-latn', fr: 'fr-u-nu-latn', en: 'en-u-nu-latn' };

/** Reading direction of a language. */
export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

/** Each language in its own words, as a reader looks for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ar: 'العربية', fr: 'Français', en: 'English' };
