import { LANGUAGES, type Language, type Text } from '#lib/core/text/text.ts';

/** A value on its way to a page that speaks one language: each text of it is there once. `everyText` gives the value back. */
export interface InOneLanguage<T> {
	readonly told: unknown;
	/** What it was; never sent. */
	readonly of?: T;
}

/** Key of the object that stands for a text. */
const MARK = '~';

/** The value with each of its texts in `language` alone: a third of what there is to send. */
export const inOneLanguage = <T>(value: T, language: Language): InOneLanguage<T> => ({
	told: changed(value, (object) => (isText(object) ? { [MARK]: object[language] } : null))
});

/** The value again. A text says the same in every language, so only the language it travelled in may be asked for. */
export function everyText<T>({ told }: InOneLanguage<T>): T {
	const text = (object: object): Text | null => {
		const [[key, said] = [], ...rest] = Object.entries(object) as [string, unknown][];
		return key === MARK && rest.length === 0 && typeof said === 'string' ? { ar: said, fr: said, en: said } : null;
	};
	return changed(told, text) as T;
}

const isText = (object: object): object is Text =>
	Object.keys(object).length === LANGUAGES.length && LANGUAGES.every((language) => typeof Reflect.get(object, language) === 'string');

/** A copy of plain data in which `change` replaces the objects it knows. */
function changed(value: unknown, change: (object: object) => object | null): unknown {
	if (Array.isArray(value)) return value.map((item) => changed(item, change));
	if (typeof value !== 'object' || value === null) return value;
	return change(value) ?? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changed(inner, change)]));
}
