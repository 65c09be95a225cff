import { isLanguage } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import type { LayoutLoad } from './$types';

/** The words of the page's language; an address without a known language speaks Arabic. */
export const load: LayoutLoad = async ({ params }) => {
	const language = 'lang' in params && isLanguage(params.lang) ? params.lang : 'ar';
	return { words: await wordsOf(language) };
};
