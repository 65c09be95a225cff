import type { SymbolLayer } from '#lib/core/cartography/cooperative-layer.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { layerOf } from '#lib/view/cooperatives.ts';
import type { View } from '#lib/view/view.ts';

/** The symbols of a view, read from the bank; null when it is not the view of the cooperatives. */
export async function symbolsFor({ bank }: OpenedRelease, atlas: Atlas, view: View, words: Words): Promise<SymbolLayer | null> {
	const { lens, level } = view;
	if (lens !== 'cooperatives') return null;
	const [stocks, named] = await Promise.all([bank.cooperatives.stocks({ level }), bank.cooperatives.list()]);
	return layerOf(atlas, words, level, { stocks, named });
}
