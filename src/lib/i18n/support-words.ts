import type { Language } from '#lib/core/text/text.ts';
import { needHolderWords } from './holder-words.ts';
import { supportMessages } from './support-messages.ts';
import { addMessages } from './words.ts';

/** Adds the texts of funding, training and steps, and the questions to a holder they ask again. */
export async function needSupportWords(language: Language): Promise<void> {
	await Promise.all([addMessages(language, supportMessages), needHolderWords(language)]);
}
