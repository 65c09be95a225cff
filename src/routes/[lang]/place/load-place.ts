import type { Language } from '#lib/core/text/text.ts';
import { feedbackLinkMessages } from '#lib/i18n/feedback-link-messages.ts';
import { addMessages, needPlaceWords } from '#lib/i18n/words.ts';

/** Panel and rules of a selected place. */
export type PlaceParts = typeof import('./place-parts.ts');

/** The parts of a selected place with its texts, fetched once: a reader who only browses map and list does not pay for them. */
export async function loadPlace(language: Language): Promise<PlaceParts> {
	const [parts] = await Promise.all([import('./place-parts.ts'), needPlaceWords(language), addMessages(language, feedbackLinkMessages)]);
	return parts;
}
