import { error } from '@sveltejs/kit';
import { isLanguage } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { territoryFacts } from '#lib/server/territory-facts.ts';
import { chainsHere } from '#lib/view/place.ts';
import { placeScreen } from '#lib/view/place-screen.ts';
import { weightsOf } from '#lib/view/view.ts';
import { askedView } from '../../server/asked.server.ts';
import { detailsOf } from '../../place/details.ts';
import { sheetsFor } from './sheets.server.ts';
import { placeSureness } from './certainty.server.ts';
import type { PageServerLoad } from './$types';

/** Everything known of one territory, for the chain of the address or else the one that scores best here. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = isLanguage(params.lang) ? params.lang : 'ar';
	const words = await wordsOf(language);
	const parameters = new URLSearchParams(url.searchParams);
	parameters.set('territory', params.code);
	const { view, issues, release, atlas, catalogue, current, staleRelease } = await askedView(parameters, words);
	if (issues.includes('territory')) error(404, words.t('error.territory', { code: params.code.slice(0, 32) }));
	const best = chainsHere(atlas, view)?.best[0]?.chain;
	const isChosen = url.searchParams.has('chain') && !issues.includes('chain');
	const shown = isChosen || !best ? view : { ...view, chain: best };
	const lens = { weights: weightsOf(shown, release.snapshot.method.presets), aggregator: shown.aggregator };
	const facts = (await territoryFacts(release, params.code, lens))!;
	// The snapshot lists the sources of scored figures only; this page shows all figures.
	const sources = new Map((await release.bank.sources.all()).map((source) => [source.id, source]));
	// Counts are published for branches without a chain too, which the snapshot leaves out.
	const branchNames = new Map((await release.bank.sectors.branches()).map(({ code, name }) => [code, words.of(name)]));
	const { populationLegal, households, areaKm2, coastal } = facts.territory;
	return {
		query: url.search,
		view: shown,
		staleRelease,
		release: release.release,
		current,
		catalogue,
		profile: { populationLegal, households, areaKm2, coastal },
		...(await placeSureness(release, atlas, shown, words)),
		place: placeScreen(atlas, shown, words)!,
		details: detailsOf(facts, words, sources, (code) => branchNames.get(code) ?? null),
		sheets: await sheetsFor(release, params.code, words),
		children: facts.children.map(({ code, name }) => ({ code, name: words.of(name) })),
		projects: facts.projects.map(({ id, name, period, amountMad, projectsCount, beneficiaries, source }) => ({
			id,
			name: words.of(name),
			period,
			amountMad,
			projectsCount,
			beneficiaries: beneficiaries && words.of(beneficiaries),
			source
		}))
	};
};
