import type { PartnerDirectory } from '#lib/core/support/partner.ts';
import {
	codesAround,
	isDelegationKnown,
	namedCount,
	outletsHere,
	partnerCoverage,
	partnersHere,
	type PartnerHere
} from '#lib/core/support/partners-here.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { type Words, wordsAsked } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { releaseAsked } from '../server/release.server.ts';
import { soukScreen } from './souks.server.ts';
import { toldMeeting, toldOffice, toldOutlet } from './told.server.ts';
import type { PageServerLoad } from './$types';

/** Longest code that is repeated to its reader. */
const LONGEST = 32;

/** Who helps cooperatives in the place of the address and where to sell there; without a place the types of office and a list of provinces. */
export const load: PageServerLoad = async ({ params, url }) => {
	const words = await wordsAsked(params.lang);
	const { release, stale, current } = await releaseAsked(url.searchParams);
	const [directory, asked, regions, provinces] = await Promise.all([
		release.partners(),
		placeAsked(release, url.searchParams, words),
		release.bank.territories.list({ level: 'region' }),
		release.bank.territories.list({ level: 'province' })
	]);
	return {
		query: url.search,
		staleRelease: stale,
		release: release.release,
		/** Kept in links and in the form, so that an old link stays in its version. */
		asked: { release: release.release.id === current ? null : release.release.id, wrong: asked.wrong, commune: asked.commune },
		current,
		place: asked.place && { code: asked.place.code, name: words.of(asked.place.name), level: asked.place.level },
		choices: directory === null ? [] : choicesOf(directory, regions, provinces, words),
		coverage: directory && partnerCoverage(directory, provinces),
		here: directory && (await hereOf(release, directory, asked.place, provinces, words)),
		credit: directory && words.of(directory.credit)
	};
};

interface PlaceAsked {
	/** Region or province; null for none. */
	readonly place: Territory | null;
	/** Name of the commune that led to its province. */
	readonly commune: string | null;
	/** What was asked for and is no territory. */
	readonly wrong: string | null;
}

/** The place of an address; a commune leads to its province. */
async function placeAsked({ bank }: OpenedRelease, search: URLSearchParams, words: Words): Promise<PlaceAsked> {
	const code = (search.get('at') ?? '').trim().slice(0, LONGEST).toWellFormed();
	if (code === '') return { place: null, commune: null, wrong: null };
	const [place, above] = await bank.territories.line(code);
	if (!place) return { place: null, commune: null, wrong: code };
	return place.level === 'commune'
		? { place: above ?? null, commune: words.of(place.name), wrong: null }
		: { place, commune: null, wrong: null };
}

/** Regions with their provinces by name, each with how many offices sources name for it. */
function choicesOf(directory: PartnerDirectory, regions: readonly Territory[], provinces: readonly Territory[], words: Words) {
	const { compare } = new Intl.Collator(LOCALES[words.language]);
	const countOf = (place: Territory): number => namedCount(partnersHere(directory, codesAround(place, provinces)));
	const choice = (place: Territory) => ({ code: place.code, name: words.of(place.name), count: countOf(place) });
	return regions.map((region) => ({
		...choice(region),
		provinces: provinces
			.filter(({ parent }) => parent === region.code)
			.map(choice)
			.sort((a, b) => compare(a.name, b.name))
	}));
}

/** What is said of a place; without one, what every type of office does. */
async function hereOf(
	release: OpenedRelease,
	directory: PartnerDirectory,
	place: Territory | null,
	provinces: readonly Territory[],
	words: Words
) {
	const guide = await release.guide();
	const codes = place === null ? new Set<string>() : codesAround(place, provinces);
	const found = partnersHere(directory, codes);
	const all = [...found.province, ...found.region, ...found.national];
	const told = (group: readonly PartnerHere[]) => group.map((one) => toldOffice(one, guide, codes, words));
	const region = place?.level === 'region' ? place.code : (place?.parent ?? null);
	const unlisted = all.filter(({ partner, named }) => partner.presence === 'unlisted' && partner.level !== 'local' && named.length === 0);
	return {
		groups: [
			{ id: 'province', offices: told(found.province) },
			{ id: 'region', offices: told(found.region) },
			{ id: 'national', offices: told(found.national) }
		] as const,
		named: namedCount(found),
		regionName: words.of((await release.bank.territories.find(region ?? ''))?.name ?? { ar: '', fr: '', en: '' }),
		knowsDelegation: isDelegationKnown(directory, codes),
		unlisted: unlisted.map(({ partner }) => words.of(partner.name)),
		meetings: directory.meetings.filter((meeting) => meeting.region === region).map((meeting) => toldMeeting(meeting, words)),
		souks: place && (await soukScreen(release, place, provinces, words)),
		outlets: outletsHere(directory.outlets, codes).map((outlet) => toldOutlet(outlet, words))
	};
}
