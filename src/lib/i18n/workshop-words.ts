import type { Language } from '#lib/core/text/text.ts';
import { addMessages } from './words.ts';
import { workshopMessages } from './workshop-messages.ts';

/** Adds the texts of the weights workshop to the words of `language`. */
export const needWorkshopWords = (language: Language): Promise<void> => addMessages(language, workshopMessages);
