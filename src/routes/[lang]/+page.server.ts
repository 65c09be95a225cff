import { languageOf } from '#lib/core/text/text.ts';
import { legendText } from '#lib/i18n/legend.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { territoryFacts } from '#lib/server/territory-facts.ts';
import { placeScreen } from '#lib/view/place-screen.ts';
import { paintedOf, screenOf, type Screen } from '#lib/view/screen.ts';
import { weightsOf } from '#lib/view/view.ts';
import { askedView } from './server/asked.server.ts';
import { symbolsFor } from './server/cooperatives.server.ts';
import { declaredFor } from './server/declared.server.ts';
import { answerFor } from './server/documents.server.ts';
import { certaintyFor } from './server/certainty.server.ts';
import { hotSpotsFor } from './server/hot-spots.server.ts';
import { guideOf } from './map/tour/how-to.ts';
import { detailsOf } from './place/details.ts';
import type { PageServerLoad } from './$types';

/** So many rows of a list are in the page itself; the browser fills a longer one from the table of communes. */
const FIRST_ROWS = 150;

/** The map screen as the server can show it: list, legend and the selected place of the view in the address. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageOf(params.lang);
	const words = await wordsOf(language);
	const { view, issues, staleRelease, release, atlas, catalogue, documents, current } = await askedView(url.searchParams, words);
	const lens = { weights: weightsOf(view, release.snapshot.method.presets), aggregator: view.aggregator };
	const facts = view.territory === null ? null : await territoryFacts(release, view.territory, lens);
	const branchNames = new Map(release.snapshot.branches.map(({ code, name }) => [code, words.of(name)]));
	const symbols = await symbolsFor(release, atlas, view, words);
	const hotSpots = await hotSpotsFor(release, view);
	const declared = await declaredFor(release, atlas, view, words);
	const parts = { layer: symbols, declared, documents: answerFor(atlas, view, documents), hotSpots };
	const screen = screenOf(atlas, paintedOf(atlas, view, parts)!, language);
	const product = view.product === null ? undefined : documents.products.get(view.product);
	return {
		query: url.search,
		view,
		issues,
		staleRelease,
		release: release.release,
		current,
		catalogue,
		product: product ? words.of(product) : null,
		presets: release.snapshot.method.presets,
		hotSpots,
		certainty: await certaintyFor(release, view),
		screen: cut(screen),
		legend: legendText(words, screen.legend, { ...atlas, ...documents, release: release.release }),
		guide: guideOf(words, view),
		place: placeScreen(atlas, view, words),
		details: facts && detailsOf(facts, words, atlas.sources, (code) => branchNames.get(code) ?? null)
	};
};

function cut(screen: Screen): Screen {
	const apart = screen.apart.map(({ state, entries }) => ({ state, entries: entries.slice(0, FIRST_ROWS) }));
	return { ...screen, entries: screen.entries.slice(0, FIRST_ROWS), apart };
}
