import { currentApp } from '#lib/server/app.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { hotSpotQuery, readHotSpots, type HotSpotAnswer } from '#lib/view/hot-spots.ts';
import type { View } from '#lib/view/view.ts';

/** The hot spots of a view, asked of the API as a browser would; null when the view shows none. */
export async function hotSpotsFor({ snapshot, release }: OpenedRelease, view: View): Promise<HotSpotAnswer | null> {
	const query = hotSpotQuery(view, snapshot.method.presets, release.id);
	if (query === null) return null;
	return readHotSpots(query, await currentApp().api(new Request(`http://localhost/api/v1/hotspots?${query}`)));
}
