import { bandsFor, driversFor, zonesFor } from '#lib/server/robustness.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import type { Certainty } from '#lib/view/certainty.ts';
import { certaintyOf } from '#lib/view/read-certainty.ts';
import { weightsOf, type View } from '#lib/view/view.ts';

/**
 * How sure the ranking of a view is, for the first picture, with what moves the selected place. Communes are left to the browser's
 * worker: a thousand draws of 1,503 take a fifth of a second, and a page must not.
 */
export async function certaintyFor(release: OpenedRelease, view: View): Promise<Certainty | null> {
	if (view.lens !== 'zones' || view.level === 'commune') return null;
	const { chain, level, aggregator, territory } = view;
	const { presets, uncertainty } = release.snapshot.method;
	const { draws, seed } = uncertainty;
	const question = { chain, level, aggregator, weights: weightsOf(view, presets) };
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
