import { error } from '@sveltejs/kit';
import { isLanguage } from '#lib/core/text/text.ts';
import type { LayoutLoad } from './$types';

/** Only the three languages have pages. */
export const load: LayoutLoad = async ({ params, parent }) => {
	const { words } = await parent();
	if (!isLanguage(params.lang)) error(404, words.t('error.language', { asked: params.lang.slice(0, 32) }));
	return { language: params.lang };
};
