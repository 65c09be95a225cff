import type { Atlas } from '#lib/data/atlas.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { sensitivityFor, type Sensitivity } from '#lib/server/sensitivity.ts';
import type { Certainty, PlaceCertainty, ZoneLine } from '#lib/view/certainty.ts';
import { weightsOf, type View } from '#lib/view/view.ts';
import { certaintyFor } from '../../server/certainty.server.ts';

/** How sure the rank of one place is, and what it rests on; null where the page does not say. */
export interface PlaceSureness {
	readonly certainty: PlaceCertainty | null;
	readonly drivers: Certainty['drivers'][string] | null;
	/** The promising zone it is part of. */
	readonly zone: ZoneLine | null;
	readonly sensitivity: Sensitivity | null;
	/** Names of the territories and indicators the sensitivity speaks of, by id. */
	readonly named: Readonly<Record<string, string>>;
}

const UNSAID: PlaceSureness = { certainty: null, drivers: null, zone: null, sensitivity: null, named: {} };

/** What the page of a place says of its rank for the chain of a view. A thousand scorings of 1,503 communes are too slow for a page; the API has them. */
export async function placeSureness(release: OpenedRelease, atlas: Atlas, view: View, words: Words): Promise<PlaceSureness> {
	const { territory, level, chain, aggregator } = view;
	if (territory === null || level === 'commune') return UNSAID;
	const weights = weightsOf(view, release.snapshot.method.presets);
	const known = await certaintyFor(release, { ...view, lens: 'zones' });
	const sensitivity = await sensitivityFor(release, { weights, aggregator, level, chain, territory });
	return {
		certainty: known?.places[territory] ?? null,
		drivers: known?.drivers[territory] ?? null,
		zone: known?.zones?.find(({ members }) => members.includes(territory)) ?? null,
		sensitivity,
		named: namesOf(sensitivity, atlas, words)
	};
}

function namesOf({ swaps, removals }: Sensitivity, atlas: Atlas, { of }: Words): Record<string, string> {
	const places = swaps.map(({ territory }) => [territory, of(atlas.territory(territory)!.name)] as const);
	const indicators = removals.flatMap(({ indicator }) => {
		const known = atlas.indicators.get(indicator);
		return known ? [[indicator, of(known.name)] as const] : [];
	});
	return Object.fromEntries([...places, ...indicators]);
}
