import type { Language } from '#lib/core/text/text.ts';
import { addMessages } from './words.ts';
import { tourMessages } from './tour-messages.ts';

/** Adds the texts of the tour of the map to the words of `language`. */
export const needTourWords = (language: Language): Promise<void> => addMessages(language, tourMessages);
