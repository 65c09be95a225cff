import type { Language } from '#lib/core/text/text.ts';
import { presentMessages } from './present-messages.ts';
import { addMessages } from './words.ts';

/** Adds the texts of a presentation to the words of `language`. */
export const needPresentWords = (language: Language): Promise<void> => addMessages(language, presentMessages);
