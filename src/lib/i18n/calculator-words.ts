import type { Language } from '#lib/core/text/text.ts';
import { calculatorMessages } from './calculator-messages.ts';
import { messagesOf } from './words.ts';

/** Adds the texts of the calculator to the words of `language`; the server has them from the start. */
export async function needCalculatorWords(language: Language): Promise<void> {
	if (import.meta.env.SSR) return;
	const [messages, more] = await Promise.all([messagesOf(language), calculatorMessages(language)]);
	Object.assign(messages, more);
}
