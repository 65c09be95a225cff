import { languageOf } from '#lib/core/text/text.ts';
import { territoryFacts } from '#lib/server/territory-facts.ts';
import { placeScreen } from '#lib/view/place-screen.ts';
import { weightsOf } from '#lib/view/view.ts';
import { guideOf } from './map/tour/how-to.ts';
import { detailsOf } from './place/details.ts';
import { shownFor } from './server/shown.server.ts';
import type { PageServerLoad } from './$types';

/** The map screen as the server can show it: list, legend and the selected place of the view in the address. */
export const load: PageServerLoad = async ({ params, url }) => {
	const { told, words, release, atlas } = await shownFor(url.searchParams, languageOf(params.lang));
	const { view, presets } = told;
	const lens = { weights: weightsOf(view, presets), aggregator: view.aggregator };
	const facts = view.territory === null ? null : await territoryFacts(release, view.territory, lens);
	const branchNames = new Map(release.snapshot.branches.map(({ code, name }) => [code, words.of(name)]));
	return {
		query: url.search,
		...told,
		guide: guideOf(words, view),
		place: placeScreen(atlas, view, words),
		details: facts && detailsOf(facts, words, atlas.sources, (code) => branchNames.get(code) ?? null)
	};
};
