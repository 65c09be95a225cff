import type { Language } from '#lib/core/text/text.ts';
import { calculatorMessages } from './calculator-messages.ts';
import { addMessages } from './words.ts';

/** Adds the texts of the calculator to the words of `language`. */
export const needCalculatorWords = (language: Language): Promise<void> => addMessages(language, calculatorMessages);
