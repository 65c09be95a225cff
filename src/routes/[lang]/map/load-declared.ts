import { needsMessages } from '#lib/i18n/needs-messages.ts';
import { addMessages } from '#lib/i18n/words.ts';
import type { Language } from '#lib/core/text/text.ts';

/** The choice of declared needs with its texts, fetched once: only the needs lens shows it. */
export async function loadDeclared(language: Language): Promise<typeof import('./Declared.svelte')> {
	const [part] = await Promise.all([import('./Declared.svelte'), addMessages(language, needsMessages)]);
	return part;
}
