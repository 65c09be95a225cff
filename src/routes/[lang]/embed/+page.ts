import { needWorkspaceWords } from '#lib/i18n/workspace-words.ts';
import type { PageLoad } from './$types';

/** The part that shows what is asked for travels alone: a plain map brings nothing of the workspace. */
export const load: PageLoad = async ({ data, parent }) => {
	if (data.view) return { ...data, Framed: (await import('./FramedView.svelte')).default, FramedWorkspace: null };
	const { words } = await parent();
	const [{ default: FramedWorkspace }] = await Promise.all([import('./FramedWorkspace.svelte'), needWorkspaceWords(words.language)]);
	return { ...data, Framed: null, FramedWorkspace };
};
