import { needsMessages } from '#lib/i18n/needs-messages.ts';
import { sendMessages } from '#lib/i18n/send-messages.ts';
import { addMessages } from '#lib/i18n/words.ts';
import type { PageLoad } from './$types';

/** The texts of this page travel with it. */
export const load: PageLoad = async ({ data, parent }) => {
	const { language } = (await parent()).words;
	await Promise.all([addMessages(language, needsMessages), addMessages(language, sendMessages)]);
	return data;
};
