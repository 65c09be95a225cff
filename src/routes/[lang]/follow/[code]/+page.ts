import { addMessages } from '#lib/i18n/words.ts';
import { sendMessages } from '#lib/i18n/send-messages.ts';
import type { PageLoad } from './$types';

/** The texts of this page travel with it. */
export const load: PageLoad = async ({ data, parent }) => {
	await addMessages((await parent()).words.language, sendMessages);
	return data;
};
