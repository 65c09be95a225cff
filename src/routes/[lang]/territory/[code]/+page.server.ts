import { error } from '@sveltejs/kit';
import { languageOf } from '#lib/core/text/text.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { talliesHere } from '#lib/server/feedback/tallies-here.ts';
import { chainsHere } from '#lib/view/place.ts';
import { placeScreen } from '#lib/view/place-screen.ts';
import type { View } from '#lib/view/view.ts';
import { askedView } from '../../server/asked.server.ts';
import { placeSureness } from './certainty.server.ts';
import { diagnosticPage } from './diagnostic.server.ts';
import { shortPage } from './short.server.ts';
import type { PageServerLoad } from './$types';

/** A region or province as a diagnostic, a commune in short; the score card is for the chain of the address, or else for the first here. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageOf(params.lang);
	const words = await wordsOf(language);
	const parameters = new URLSearchParams(url.searchParams);
	parameters.set('territory', params.code);
	const { view, issues, release, atlas, catalogue, current, staleRelease } = await askedView(parameters, words);
	if (issues.includes('territory')) error(404, words.t('error.territory', { code: params.code.slice(0, 32) }));
	const diagnostic = await diagnosticPage(release, params.code, url.searchParams, words);
	const isChosen = url.searchParams.has('chain') && !issues.includes('chain');
	const shown = isChosen ? view : { ...view, chain: diagnostic?.first ?? bestHere(atlas, view) };
	return {
		query: url.search,
		view: shown,
		staleRelease,
		release: release.release,
		current,
		catalogue,
		...(await placeSureness(release, atlas, shown, words)),
		place: placeScreen(atlas, shown, words)!,
		tallies: await talliesHere(currentApp().living, release, params.code),
		diagnostic,
		short: diagnostic ? null : await shortPage(release, params.code, shown, words)
	};
};

/** The chain that scores best in the place of a view; the chain of the view where none is scored. */
const bestHere = (atlas: Atlas, view: View): string => chainsHere(atlas, view)?.best[0]?.chain ?? view.chain;
