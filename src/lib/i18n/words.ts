import type { Indicator } from '#lib/core/indicator/indicator.ts';
import type { Language, Text } from '#lib/core/text/text.ts';
import { directionOf } from './locales.ts';
import { loadMessages, translator, type Messages, type Translate } from './messages.ts';
import { formatList, formatNumber, formatSigned } from './numbers.ts';

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
		of: (text) => text[language],
		quantity(value, unit, decimals) {
			if (value === null) return n(null);
			if (!unit.startsWith('%')) return unit === '' ? n(value, decimals) : t('quantity.unit', { value: n(value, decimals), unit });
			const percent = t('quantity.percent', { value: n(value, decimals) });
			return unit === '%' ? percent : percent + unit.slice(1);
		}
	};
}

const loaded = new Map<Language, Promise<Words>>();

/** The words of `language`, loaded once. */
export function wordsOf(language: Language): Promise<Words> {
	let words = loaded.get(language);
	if (!words) {
		words = loadMessages(language).then((messages) => createWords(language, messages));
		loaded.set(language, words);
	}
	return words;
}

/** What an indicator is called, in one line: its name, or its id when the data has no such indicator. */
export function indicatorName(words: Words, indicators: ReadonlyMap<string, Indicator>, id: string): string {
	const indicator = indicators.get(id);
	return indicator ? words.of(indicator.name) : id;
}
