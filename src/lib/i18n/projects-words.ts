import type { Language } from '#lib/core/text/text.ts';
import { needHolderWords } from './holder-words.ts';
import { projectsMessages } from './projects-messages.ts';
import { addMessages } from './words.ts';

/** Adds the texts of a project sheet to the words of `language`, with those of the pages for holders. */
export async function needProjectsWords(language: Language): Promise<void> {
	await Promise.all([addMessages(language, projectsMessages), needHolderWords(language)]);
}
