import type { Language } from '#lib/core/text/text.ts';
import { needHolderWords } from './holder-words.ts';
import { supportMessages } from './support-messages.ts';
import { messagesOf } from './words.ts';

/** Adds the texts of funding, training and steps, and the questions to a holder they ask again; the server has them from the start. */
export async function needSupportWords(language: Language): Promise<void> {
	if (import.meta.env.SSR) return;
	const [messages, more] = await Promise.all([messagesOf(language), supportMessages(language), needHolderWords(language)]);
	Object.assign(messages, more);
}
