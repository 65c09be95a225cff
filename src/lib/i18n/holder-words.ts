import type { Language } from '#lib/core/text/text.ts';
import { holderMessages } from './holder-messages.ts';
import { messagesOf } from './words.ts';

/** Adds the texts of the pages for project holders to the words of `language`; the server has them from the start. */
export async function needHolderWords(language: Language): Promise<void> {
	if (import.meta.env.SSR) return;
	const [messages, more] = await Promise.all([messagesOf(language), holderMessages(language)]);
	Object.assign(messages, more);
}
