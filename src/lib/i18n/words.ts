import type { Indicator } from '#lib/core/indicator/indicator.ts';
import { languageOf, type Language, type Text } from '#lib/core/text/text.ts';
import { directionOf } from './locales.ts';
import { loadMessages, placeMessages, translator, type Messages, type Translate } from './messages.ts';
import { formatClauses, formatList, formatNumber, formatSigned } from './numbers.ts';

/** Everything a page needs to speak one language. */
export interface Words {
	readonly language: Language;
	readonly direction: 'rtl' | 'ltr';
	readonly t: Translate;
	/** A number with `decimals` digits; «–» for null. */
	n(value: number | null, decimals?: number): string;
	/** A number with its sign. */
	signed(value: number | null, decimals?: number): string;
	/** «a, b and c». */
	list(items: readonly string[]): string;
	/** «a; b; c», for items that hold commas or an «and» of their own. */
	clauses(items: readonly string[]): string;
	/** The language's part of a text from the data. */
	of(text: Text): string;
	/** A value with its unit; a percent sign sticks to its number. */
	quantity(value: number | null, unit: string, decimals?: number): string;
}

/** The words of `language` over its messages. */
export function createWords(language: Language, messages: Messages): Words {
	const t = translator(language, messages);
	const n: Words['n'] = (value, decimals) => formatNumber(language, value, decimals);
	return {
		language,
		direction: directionOf(language),
		t,
		n,
		signed: (value, decimals) => formatSigned(language, value, decimals),
		list: (items) => formatList(language, items),
		clauses: (items) => formatClauses(language, items),
		of: (text) => (language === 'fr' ? frenchSpaces(text.fr) : text[language]),
		quantity(value, unit, decimals) {
			if (value === null) return n(null);
			if (!unit.startsWith('%')) return unit === '' ? n(value, decimals) : t('quantity.unit', { value: n(value, decimals), unit });
			const percent = t('quantity.percent', { value: n(value, decimals) });
			return unit === '%' ? percent : percent + unit.slice(1);
		}
	};
}

/** Publishers type plain spaces, at which «1 000» and «Score :» would break over two lines. */
const frenchSpaces = (text: string): string =>
	text.replace(/ (?=[:;?!»%])|(«) |(\d) (?=\d{3}(?!\d))/g, (_, quote = '', digit = '') => `${quote}${digit}\u202f`);

const loaded = new Map<Language, Promise<Messages>>();
const spoken = new Map<Language, Promise<Words>>();

/** The messages of `language` as far as they are here, loaded once; texts that come later are added to this object. */
function messagesOf(language: Language): Promise<Messages> {
	const messages = loaded.get(language) ?? loadMessages(language);
	loaded.set(language, messages);
	return messages;
}

/** The words of `language`, loaded once. */
export function wordsOf(language: Language): Promise<Words> {
	const words = spoken.get(language) ?? messagesOf(language).then((messages) => createWords(language, messages));
	spoken.set(language, words);
	return words;
}

/** The words of the language an address asks for; Arabic where it names none that is spoken here. */
export const wordsAsked = (asked: string | undefined): Promise<Words> => wordsOf(languageOf(asked));

/** Adds the texts that `load` brings to the words of `language`; the server has all of them from the start. */
export async function addMessages(language: Language, load: (language: Language) => Promise<object>): Promise<void> {
	if (import.meta.env.SSR) return;
	const [messages, more] = await Promise.all([messagesOf(language), load(language)]);
	Object.assign(messages, more);
}

/** Adds the texts of a selected place to the words of `language`. */
export const needPlaceWords = (language: Language): Promise<void> => addMessages(language, placeMessages);

/** What an indicator is called, in one line: its name, or its id when the data has no such indicator. */
export function indicatorName(words: Words, indicators: ReadonlyMap<string, Indicator>, id: string): string {
	const indicator = indicators.get(id);
	return indicator ? words.of(indicator.name) : id;
}
