import { redirect } from '@sveltejs/kit';
import { languageOf } from '#lib/core/text/text.ts';
import { levelOfCode, type Territory } from '#lib/core/territory/territory.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import type { MessageKey } from '#lib/i18n/messages.ts';
import { type Words, wordsOf } from '#lib/i18n/words.ts';
import { countScreen } from '#lib/view/directory-counts.ts';
import { branchChoices, cooperativesOf, groupsOf, knownOf, type NamedPlace } from '#lib/view/directory-list.ts';
import { directoryMap } from '#lib/view/directory-map.ts';
import { projectLines } from '#lib/view/directory-projects.ts';
import { directoryAddress, isFiltered, WHOLE_DIRECTORY } from '#lib/view/directory.ts';
import { addressOf } from '#lib/view/address.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { askedDirectory, countedProvinces, type AskedDirectory } from './asked-directory.server.ts';
import type { PageServerLoad } from './$types';

/** What was counted, in words, by the names of the facts. */
const MEASURES: Readonly<Record<string, MessageKey>> = {
	stock: 'measure.stock',
	stock_derived_from_share: 'measure.stock_derived_from_share'
};

/** The named cooperatives that pass the filters, their map, the published counts and the projects of the place. A plain form is led to its short address. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageOf(params.lang);
	const words = await wordsOf(language);
	const asked = await askedDirectory(url.searchParams, words);
	const { directory, issues, staleRelease, release, current, facts, found } = asked;
	const { territory } = directory;
	const path = `/${language}/cooperatives`;
	// What must be said about a link would be lost on the way.
	if (isForm(url.searchParams) && issues.length === 0 && staleRelease === null) redirect(303, directoryAddress(path, directory));
	const all = projectLines(facts.projects, facts, words, null);
	const map = directoryMap(
		facts.provinces.map(({ code }) => code),
		await countedProvinces(release),
		found,
		words
	);
	const dated = { ...directory, release: release.release.id };
	return {
		query: url.search,
		directory,
		issues,
		staleRelease,
		release: release.release,
		current,
		choices: { places: placeChoices(asked, words), branches: branchChoices(facts.named, facts, words, directory.branch) },
		all: facts.named.length,
		known: knownOf(found),
		groups: groupsOf(found, facts, words),
		elsewhere: elsewhere(asked),
		rows: map.legend.rows,
		counts: countScreen(facts.counts, facts, words, territory, Number(release.release.date.slice(0, 4))),
		measures: Object.fromEntries(Object.entries(MEASURES).map(([measure, key]) => [measure, words.t(key)])),
		projects: projectLines(facts.projects, facts, words, territory),
		credits: facts.credits.map(words.of),
		projectPlaces: [...new Set(all.map(({ place }) => place.name))],
		addresses: {
			clear: isFiltered(directory) ? directoryAddress(path, { ...WHOLE_DIRECTORY, release: directory.release }) : null,
			csv: directoryAddress(`${path}/list.csv`, dated),
			picture: directoryAddress(`${path}/map.svg`, dated),
			map: addressOf(`/${language}`, {
				...DEFAULT_VIEW,
				lens: 'cooperatives',
				territory,
				level: territory === null ? 'province' : levelOfCode(territory),
				release: directory.release
			})
		}
	};
};

/** True for the address of a sent form, which names the filters that are not set too: a short one says the same. */
const isForm = (parameters: URLSearchParams): boolean => [...parameters.values()].includes('');

/** Regions with their provinces by name, as the list to choose from has them. */
function placeChoices({ facts }: AskedDirectory, words: Words): (NamedPlace & { readonly provinces: readonly NamedPlace[] })[] {
	const { compare } = new Intl.Collator(LOCALES[words.language]);
	const named = ({ code, name }: Territory): NamedPlace => ({ code, name: words.of(name) });
	return facts.regions.map((region) => ({
		...named(region),
		provinces: facts.provinces
			.filter(({ parent }) => parent === region.code)
			.map(named)
			.sort((a, b) => compare(a.name, b.name))
	}));
}

/** For a province: how many cooperatives of its region pass the other filters but have no province, and where they are listed. Null for none. */
function elsewhere({ directory, facts }: AskedDirectory): { count: number; query: string } | null {
	const region = facts.provinces.find(({ code }) => code === directory.territory)?.parent;
	if (region === undefined || region === null) return null;
	const wider = { ...directory, territory: region };
	const count = cooperativesOf(facts.named, facts, wider).filter(({ province }) => province === null).length;
	return count === 0 ? null : { count, query: directoryAddress('', wider) };
}
