import type { EconomicModel } from '#lib/core/project/model.ts';
import { NO_PROFILE } from '#lib/core/recommendation/profile.ts';
import type { Words } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { pipelineCounts } from '#lib/server/db/living/projects.ts';
import { nearFor } from '#lib/server/near/near.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { formatNear } from '#lib/view/near.ts';
import { askedPlace } from '../../near/place.server.ts';
import { toldNear } from '../../near/told.server.ts';
import { askedFrom } from '../funding.server.ts';
import type { PlaceOfSheet } from './place-of-sheet.ts';

/** The chain an address asks for, when the model serves it; else the one it is filed under. */
export function chainOf({ chains }: EconomicModel, search: URLSearchParams): string {
	const asked = search.get('chain');
	return chains.find((chain) => chain === asked) ?? chains[0]!;
}

/** The place of an address with what «near me» says of the model there, for anybody; null when it names none that can be used. */
export async function placeOfSheet(
	release: OpenedRelease,
	model: EconomicModel,
	search: URLSearchParams,
	words: Words
): Promise<PlaceOfSheet | null> {
	const { view, place, position } = await askedPlace(release, search, words);
	if (!place || !position) return null;
	const near = { position, radiusKm: view.radiusKm };
	const answer = await nearFor(release, near, NO_PROFILE, await pipelineCounts(currentApp().living));
	const { projects, excluded } = await toldNear(release, answer, words);
	const project = projects.find(({ id }) => id === model.id);
	return {
		name: place.name,
		...(await askedFrom(release, place.code)),
		near,
		query: formatNear({ ...view, search: '' }),
		fit: project
			? { value: project.fit, reasons: project.reasons, limits: project.limits, change: project.change, sources: project.sources }
			: null,
		excluded: excluded.find(({ id }) => id === model.id)?.why ?? null
	};
}
