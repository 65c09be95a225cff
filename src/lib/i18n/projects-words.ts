import type { Language } from '#lib/core/text/text.ts';
import { needHolderWords } from './holder-words.ts';
import { projectsMessages } from './projects-messages.ts';
import { messagesOf } from './words.ts';

/** Adds the texts of a project sheet to the words of `language`, with those of the pages for holders; the server has them from the start. */
export async function needProjectsWords(language: Language): Promise<void> {
	if (import.meta.env.SSR) return;
	const [messages, more] = await Promise.all([messagesOf(language), projectsMessages(language), needHolderWords(language)]);
	Object.assign(messages, more);
}
