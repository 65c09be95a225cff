import type { Language, Text } from '#lib/core/text/text.ts';
import ar from './messages/variables/ar.json';
import en from './messages/variables/en.json';
import fr from './messages/variables/fr.json';
import { translator, type MessageKey, type Messages } from './messages.ts';

/** A key of the words that name variables. */
export type VariableKey = keyof typeof ar;

/** Words of a variable in all three languages at once: a printed map has its title in two. A `Text` among the values is put in by language. */
export function variableText(key: VariableKey, values: Readonly<Record<string, Text | string>> = {}): Text {
	const said = (language: Language): string => {
		const own = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]]);
		return SPOKEN[language](key as MessageKey, Object.fromEntries(own) as Record<string, string>);
	};
	return { ar: said('ar'), fr: said('fr'), en: said('en') };
}

const SPOKEN = {
	ar: translator('ar', ar as unknown as Messages),
	fr: translator('fr', fr as unknown as Messages),
	en: translator('en', en as unknown as Messages)
} as const;
