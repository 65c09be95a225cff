import type { Language } from '#lib/core/text/text.ts';
import { nearMessages } from './near-messages.ts';
import { messagesOf, needPlaceWords } from './words.ts';

/**
 * Adds the texts of «near me» to the words of `language`, with those of a place, whose gates and figures its reasons name;
 * the server has them from the start.
 */
export async function needNearWords(language: Language): Promise<void> {
	if (import.meta.env.SSR) return;
	const [messages, more] = await Promise.all([messagesOf(language), nearMessages(language), needPlaceWords(language)]);
	Object.assign(messages, more);
}
