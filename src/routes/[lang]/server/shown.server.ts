import type { Language } from '#lib/core/text/text.ts';
import { legendText } from '#lib/i18n/legend.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { paintedOf, screenOf, type Screen } from '#lib/view/screen.ts';
import { askedView } from './asked.server.ts';
import { certaintyFor } from './certainty.server.ts';
import { symbolsFor } from './cooperatives.server.ts';
import { declaredFor } from './declared.server.ts';
import { answerFor } from './documents.server.ts';
import { hotSpotsFor } from './hot-spots.server.ts';

/** So many rows of a list are in the page itself; the browser fills a longer one from the table of communes. */
const FIRST_ROWS = 150;

/** What a page shows of the view in an address: list and legend as the server writes them, and what they were made from. */
export async function shownFor(parameters: URLSearchParams, language: Language) {
	const words = await wordsOf(language);
	const { view, issues, staleRelease, release, atlas, catalogue, documents, current } = await askedView(parameters, words);
	const symbols = await symbolsFor(release, atlas, view, words);
	const hotSpots = await hotSpotsFor(release, view);
	const declared = await declaredFor(release, atlas, view, words);
	const parts = { layer: symbols, declared, documents: answerFor(atlas, view, documents), hotSpots };
	const screen = screenOf(atlas, paintedOf(atlas, view, parts)!, language);
	const product = view.product === null ? undefined : documents.products.get(view.product);
	const told = {
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
		legend: legendText(words, screen.legend, { ...atlas, ...documents, release: release.release })
	};
	return { told, words, release, atlas };
}

function cut(screen: Screen): Screen {
	const apart = screen.apart.map(({ state, entries }) => ({ state, entries: entries.slice(0, FIRST_ROWS) }));
	return { ...screen, entries: screen.entries.slice(0, FIRST_ROWS), apart };
}
