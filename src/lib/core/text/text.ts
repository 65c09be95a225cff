/** The three languages of the product; Arabic is the reference, so it comes first. */
export const LANGUAGES = ['ar', 'fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in the three languages; the data build refuses an empty one. */
export type Text = Readonly<Record<Language, string>>;

/** True when `value` is a language code of the product. */
export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** The language an address asks for; Arabic where it names none that is spoken here. */
export const languageOf = (asked: string | undefined): Language => (isLanguage(asked) ? asked : 'ar');
