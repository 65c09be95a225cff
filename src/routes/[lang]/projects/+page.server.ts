import { languageOf } from '#lib/core/text/text.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { levelOfCode } from '#lib/core/territory/territory.ts';
import { namesIn } from '#lib/server/names.ts';
import { activeFilters, ALL_PROJECTS, formatProjects, parseProjects, withoutFilter } from '#lib/view/projects.ts';
import { loosenings, projectsShown, sortedProjects } from '#lib/view/projects-filter.ts';
import { releaseAsked } from '../server/release.server.ts';
import { cardsFor } from './cards.server.ts';
import { chipsOf, choicesOf } from './choices.server.ts';
import type { PageServerLoad } from './$types';

/** The project sheets that answer an address, and what to give up when none does. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageOf(params.lang);
	const words = await wordsOf(language);
	const { release } = await releaseAsked(url.searchParams);
	const { snapshot } = release;
	const names = await namesIn(release, words);
	const sectors = new Set([...snapshot.chains.map(({ id }) => id), ...snapshot.branches.map(({ code }) => code)]);
	const { view, issues } = parseProjects(url.searchParams, {
		isPlace: (code) => levelOfCode(code) !== 'region' && names.name('territory', code) !== null,
		isSector: (id) => sectors.has(id)
	});
	const cards = await cardsFor(release, view, words);
	const compare = new Intl.Collator(LOCALES[language]).compare;
	const choices = choicesOf(snapshot, names, view, words);
	const filters = activeFilters(view);
	const path = `/${language}/projects`;
	const addressOf = (query: string): string => (query === '' ? path : `${path}?${query}`);
	const shown = sortedProjects(projectsShown(view, cards), view.sort, compare);
	const atPlace = new Set(projectsShown(withoutFilter(view, 'place'), cards).map(({ id }) => id));
	const missing = snapshot.chains.filter(({ models }) => models.length === 0);
	return {
		query: url.search,
		view,
		issues: issues.map((name) => (name === 'sort' ? words.t('projects.sort') : words.t(`projects.filter.${name}`))),
		choices,
		chips: chipsOf(filters, view, choices, words).map((chip) => ({
			...chip,
			address: addressOf(formatProjects(withoutFilter(view, chip.filter)))
		})),
		clear: addressOf(formatProjects({ ...ALL_PROJECTS, sort: view.sort })),
		loosenings: loosenings(view, cards).map(({ filter, count }) => ({
			name: words.t(`projects.filter.${filter}`),
			count,
			address: addressOf(formatProjects(withoutFilter(view, filter)))
		})),
		cards: shown,
		all: cards.length,
		/** What the place alone leaves out. */
		apart:
			view.place === null
				? []
				: cards.filter(({ id, why }) => why !== null && atPlace.has(id)).map(({ id, name, why }) => ({ id, name, why })),
		place: view.place && { code: view.place, name: names.name('territory', view.place)!, isCommune: levelOfCode(view.place) === 'commune' },
		isModelMissing: missing.some(({ id }) => id === view.sector),
		missing: missing.map(({ id, name }) => ({ id, name: words.of(name) })),
		release: { id: release.release.id, date: release.release.date }
	};
};
