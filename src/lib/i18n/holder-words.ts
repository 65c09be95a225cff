import type { Language } from '#lib/core/text/text.ts';
import { holderMessages } from './holder-messages.ts';
import { addMessages } from './words.ts';

/** Adds the texts of the pages for project holders to the words of `language`. */
export const needHolderWords = (language: Language): Promise<void> => addMessages(language, holderMessages);
