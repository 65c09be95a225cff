import { needWorkshopWords } from '#lib/i18n/workshop-words.ts';
import type { PageLoad } from './$types';

/** The texts of this page travel with it alone. */
export const load: PageLoad = async ({ data, parent }) => {
	await needWorkshopWords((await parent()).words.language);
	return data;
};
