import { languageOf } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { basemapOf } from '#lib/server/basemap.ts';
import { currentApp } from '#lib/server/app.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { askedWorkspace, sheetsFor } from './server/asked.server.ts';
import type { PageServerLoad } from './$types';

/** The workspace as the server can show it: what was asked, the picture's legend, and what can be chosen. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageOf(params.lang);
	const words = await wordsOf(language);
	const asked = await askedWorkspace(url.searchParams, words);
	const { release, catalogue, current, workspace, issues, staleRelease } = asked;
	const { first } = await sheetsFor(asked, { ...workspace, comparison: 'none' }, words);
	const { origin, living } = currentApp();
	return {
		query: url.search,
		/** ISO day, for what is printed or saved. */
		date: living.now().toISOString().slice(0, 10),
		basemap: basemapOf(),
		/** Where readers know this server; null where nobody said. */
		origin,
		parsed: { workspace, issues, staleRelease },
		release: release.release,
		current,
		catalogue,
		chain: DEFAULT_VIEW.chain,
		legend: first && { legend: first.scene.legend, text: first.legend }
	};
};
