import { bandsFor, driversFor, zonesFor } from '#lib/server/robustness.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { rankingOf, type Certainty } from '#lib/view/certainty.ts';
import { certaintyOf } from '#lib/view/read-certainty.ts';
import type { View } from '#lib/view/view.ts';

/**
 * How sure the ranking of a view is, for the first picture, with what moves the selected place. Communes are left to the browser's
 * worker: a thousand draws of 1,503 take a fifth of a second, and a page must not.
 */
export async function certaintyFor(release: OpenedRelease, view: View): Promise<Certainty | null> {
	const { presets, uncertainty } = release.snapshot.method;
	const question = rankingOf(view, presets);
	if (!question || view.level === 'commune') return null;
	const { draws, seed } = uncertainty;
	const { level, territory } = view;
	const { table } = await release.scorer(level);
	const bands = await bandsFor(release, { ...question, draws, seed });
	const zones = level === 'region' ? [] : await zonesFor(release, { ...question, level });
	if (territory === null) return certaintyOf(question, table, { bands, zones });
	const drivers = await driversFor(release, { ...question, seed });
	return certaintyOf(question, table, {
		bands,
		zones,
		drivers: drivers.filter(({ place }) => table.territories[place]!.code === territory)
	});
}
