import { wordsAsked } from '#lib/i18n/words.ts';
import type { LayoutLoad } from './$types';

/** The words of the page's language; an address without a known language speaks Arabic. */
export const load: LayoutLoad = async ({ params }) => ({ words: await wordsAsked('lang' in params ? params.lang : undefined) });
