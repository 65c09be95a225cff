import { error } from '@sveltejs/kit';
import { isLanguage } from '#lib/core/text/text.ts';
import { levelOfCode } from '#lib/core/territory/territory.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { territoryFacts } from '#lib/server/territory-facts.ts';
import { formatView, parseView } from '#lib/view/address.ts';
import { chainsHere } from '#lib/view/place.ts';
import { placeScreen } from '#lib/view/place-screen.ts';
import { weightsOf } from '#lib/view/view.ts';
import { atlasOf } from '../../atlas.server.ts';
import { catalogueOf } from '../../catalogue.server.ts';
import { knownOf } from '../../known.ts';
import { detailsOf } from '../../place/details.ts';
import type { PageServerLoad } from './$types';

/** Everything known of one territory, for the chain of the address or else the one that scores best here. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = isLanguage(params.lang) ? params.lang : 'ar';
	const words = await wordsOf(language);
	const held = currentApp().releases;
	const ids = (await held.list()).map(({ id }) => id);
	const asked = url.searchParams.get('release');
	const release = (asked !== null && ids.includes(asked) ? await held.find(asked) : null) ?? held.current;
	const level = levelOfCode(params.code);
	const atlas = await atlasOf(release, level === 'commune');
	if (atlas.indexOf(params.code) < 0) error(404, words.t('error.territory', { code: params.code.slice(0, 32) }));

	const catalogue = catalogueOf(release.snapshot, words, ids);
	const { view, staleRelease } = parseView(url.searchParams, knownOf(catalogue));
	const here = { ...view, territory: params.code, level };
	const best = chainsHere(atlas, here)?.best[0]?.chain;
	const shown = url.searchParams.has('chain') || !best ? here : { ...here, chain: best };
	const lens = { weights: weightsOf(shown, release.snapshot.method.presets), aggregator: shown.aggregator };
	const facts = (await territoryFacts(release, params.code, lens))!;
	// The snapshot lists the sources of scored figures only; this page shows all figures.
	const sources = new Map((await release.bank.sources.all()).map((source) => [source.id, source]));
	const branchNames = new Map(release.snapshot.branches.map(({ code, name }) => [code, words.of(name)]));
	const { populationLegal, households, areaKm2, coastal } = facts.territory;
	return {
		query: url.search,
		view: shown,
		staleRelease,
		release: release.release,
		catalogue,
		profile: { populationLegal, households, areaKm2, coastal },
		place: placeScreen(atlas, shown, words)!,
		details: detailsOf(facts, words, sources, (code) => branchNames.get(code) ?? null),
		children: facts.children.map(({ code, name }) => ({ code, name: words.of(name) })),
		projects: facts.projects.map(({ id, name, period, amountMad, projectsCount, beneficiaries, source }) => ({
			id,
			name: words.of(name),
			period,
			amountMad,
			projectsCount,
			beneficiaries: beneficiaries && words.of(beneficiaries),
			source
		})),
		/** The rest of the view, for links to other chains and back to the map. */
		rest: formatView({ ...shown, chain: 'food-processing', territory: null, level: 'province', table: false })
	};
};
