import type { NeedLayer } from '#lib/core/cartography/need-layer.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { Words } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { publicNeeds } from '#lib/server/needs.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { needLayerOf } from '#lib/view/needs.ts';
import type { View } from '#lib/view/view.ts';

/** The declared needs of a view as symbols; null when it does not show them. */
export async function declaredFor(
	release: OpenedRelease,
	atlas: Atlas,
	{ lens, level, declared }: View,
	words: Words
): Promise<NeedLayer | null> {
	if (lens !== 'needs' || declared === null) return null;
	return needLayerOf(atlas, words, level, declared, (await publicNeeds(currentApp().living, release)).count);
}
