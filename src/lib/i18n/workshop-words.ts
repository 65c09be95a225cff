import type { Language } from '#lib/core/text/text.ts';
import { messagesOf } from './words.ts';
import { workshopMessages } from './workshop-messages.ts';

/** Adds the texts of the weights workshop to the words of `language`; the server has them from the start. */
export async function needWorkshopWords(language: Language): Promise<void> {
	if (import.meta.env.SSR) return;
	const [messages, more] = await Promise.all([messagesOf(language), workshopMessages(language)]);
	Object.assign(messages, more);
}
