import { fail, redirect } from '@sveltejs/kit';
import { NO_PROFILE, type Profile } from '#lib/core/recommendation/profile.ts';
import { languageOf } from '#lib/core/text/text.ts';
import { type Words, wordsAsked, wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { pipelineCounts } from '#lib/server/db/living/projects.ts';
import { nearFor } from '#lib/server/near/near.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { formatNear, PICTURE_SIZE } from '#lib/view/near.ts';
import { parseProfile, profileOf } from '#lib/view/profile.ts';
import { releaseAsked } from '../server/release.server.ts';
import { choicesOf } from './choices.server.ts';
import { clickedPosition } from './picture.server.ts';
import { askedPlace, matchesOf, type AskedPlace } from './place.server.ts';
import { toldNear } from './told.server.ts';
import type { ToldNear } from './told.ts';
import type { Actions, PageServerLoad } from './$types';

/** What lies around the place of the address and what is viable there for anybody. Who asks comes by the form alone. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageOf(params.lang);
	const words = await wordsOf(language);
	const clicked = clickedPosition(url.searchParams);
	const { release, stale, current } = await releaseAsked(url.searchParams);
	const asked = await askedPlace(release, url.searchParams, words);
	const { view } = asked;
	if (clicked) redirect(303, `/${language}/near?${formatNear({ ...view, search: '', place: { kind: 'point', position: clicked } })}`);
	const matches = view.search === '' ? null : await matchesOf(release, view.search, words);
	const [only, ...others] = matches ?? [];
	// One commune whose own name was typed needs no question.
	if (only?.certain && others.length === 0) {
		redirect(303, `/${language}/near?${formatNear({ ...view, search: '', place: { kind: 'commune', code: only.code } })}`);
	}
	const query = formatNear({ ...view, search: '' });
	const around = view.place?.kind === 'point' ? `&around=${view.place.position.join(',')}` : '';
	return {
		view,
		issues: asked.issues,
		swapped: asked.swapped && formatNear({ ...view, place: { kind: 'point', position: asked.swapped } }),
		matches,
		place: asked.place,
		answer: await toldFor(release, asked, NO_PROFILE, words),
		picture: `/${language}/near/map.svg?${query}`,
		countryPicture: `/${language}/near/map.svg?choose=${PICTURE_SIZE}${around}`,
		...(await choicesOf(release, words)),
		release: release.release,
		staleRelease: stale,
		current
	};
};

/** The same with the answers of a holder: computed once, kept nowhere. */
export const actions: Actions = {
	default: async ({ params, url, request }) => {
		const words = await wordsAsked(params.lang);
		const { release } = await releaseAsked(url.searchParams);
		const asked = await askedPlace(release, url.searchParams, words);
		const { skills, branches } = await choicesOf(release, words);
		const is = (choices: readonly { readonly id: string }[]) => (id: string) => choices.some((choice) => choice.id === id);
		const { answers, issues } = parseProfile(await request.formData(), { isSkill: is(skills), isBranch: is(branches) });
		const answer = await toldFor(release, asked, profileOf(answers), words);
		return issues.length > 0 ? fail(422, { answers, issues, answer }) : { answers, issues, answer };
	}
};

async function toldFor(release: OpenedRelease, { view, position }: AskedPlace, profile: Profile, words: Words): Promise<ToldNear | null> {
	if (position === null) return null;
	const inProgress = await pipelineCounts(currentApp().living);
	return toldNear(release, await nearFor(release, { position, radiusKm: view.radiusKm }, profile, inProgress), words);
}
