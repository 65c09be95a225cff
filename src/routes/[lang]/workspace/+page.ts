import { needWorkspaceWords } from '#lib/i18n/workspace-words.ts';
import type { PageLoad } from './$types';

/** The texts of this page travel with it alone. */
export const load: PageLoad = async ({ data, parent }) => {
	await needWorkspaceWords((await parent()).words.language);
	return data;
};
