import { needHolderWords } from '#lib/i18n/holder-words.ts';
import type { PageLoad } from './$types';

/** The texts of this page travel with it. */
export const load: PageLoad = async ({ data, parent }) => {
	await needHolderWords((await parent()).words.language);
	return data;
};
