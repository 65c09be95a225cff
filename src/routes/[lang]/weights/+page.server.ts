import { redirect } from '@sveltejs/kit';
import { languageOf } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { isForm, parseWorkshop, workshopAddress } from '#lib/view/workshop.ts';
import { workshopScreen } from '#lib/view/workshop-screen.ts';
import { askedView } from '../server/asked.server.ts';
import { knownOf } from '../known.ts';
import type { PageServerLoad } from './$types';

/** The workshop of the address with what its weights change. A plain form is led to the address that says the same in short. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageOf(params.lang);
	const words = await wordsOf(language);
	const asked = url.searchParams.get('release');
	const { release, atlas, catalogue, current } = await askedView(new URLSearchParams(asked ? { release: asked } : {}), words);
	const { presets } = release.snapshot.method;
	const parsed = parseWorkshop(url.searchParams, knownOf(catalogue), presets);
	if (isForm(url.searchParams)) redirect(303, workshopAddress(url.pathname, parsed.workshop));
	return {
		query: url.search,
		parsed,
		release: release.release,
		current,
		catalogue,
		presets,
		screen: workshopScreen(atlas, parsed.workshop, language)
	};
};
