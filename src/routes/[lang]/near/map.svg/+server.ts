import { error } from '@sveltejs/kit';
import { catchmentCircle } from '#lib/core/geo/catchment.ts';
import { distanceKm } from '#lib/core/geo/distance.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import { isLanguage } from '#lib/core/text/text.ts';
import { wordsOf, type Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { nearSvg, type NearPicture } from '#lib/server/report/near-svg.ts';
import { releaseAsked } from '../../server/release.server.ts';
import { choiceBounds, surroundingBounds } from '../picture.server.ts';
import { askedPlace } from '../place.server.ts';
import type { RequestHandler } from './$types';

/** The surroundings of the place of an address as SVG, or with `choose` the country on which a point is chosen. */
export const GET: RequestHandler = async ({ params, url }) => {
	const language = params.lang;
	if (!isLanguage(language)) error(404, 'language');
	const words = await wordsOf(language);
	const { release } = await releaseAsked(url.searchParams);
	const ground = {
		provinces: await release.shapes('provinces'),
		context: await release.shapes('context'),
		language,
		theme: url.searchParams.get('theme') === 'dark' ? 'dark' : 'light'
	} as const;
	const drawn = url.searchParams.has('choose')
		? await choice(release, url.searchParams, words)
		: await surroundings(release, url.searchParams, words);
	const svg = nearSvg({ ...ground, ...drawn });
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=300' } });
};

type Drawn = Omit<NearPicture, 'provinces' | 'context' | 'language' | 'theme'>;

async function choice(release: OpenedRelease, search: URLSearchParams, words: Words): Promise<Drawn> {
	const bounds = choiceBounds(search);
	const isClose = search.has('around');
	const towns = (await release.towns()).filter(({ rank }) => isClose || rank === 1);
	const title = words.t('near.place.map.alt');
	return {
		...{ position: null, circles: [], bounds, cooperatives: [], title, description: title },
		communes: isClose ? (await communesOf(release, words)).filter(isWithin(bounds)) : [],
		towns: towns.map(({ name, position }) => ({ name: words.of(name), position })).filter(isWithin(bounds))
	};
}

async function surroundings(release: OpenedRelease, search: URLSearchParams, words: Words): Promise<Drawn> {
	const { view, place, position } = await askedPlace(release, search, words);
	if (!place || !position) error(404, words.t('near.issue.position'));
	const { radiusKm } = view;
	const bounds = surroundingBounds(position, radiusKm);
	const named = await release.bank.cooperatives.list();
	const communes = (await communesOf(release, words)).filter(isWithin(bounds));
	return {
		position,
		bounds,
		circles: [radiusKm, radiusKm / 2, 2 * radiusKm].map((km) => ringOf(position, km)),
		communes: communes.map((commune) => ({ ...commune, isInside: distanceKm(position, commune.position) <= radiusKm })),
		towns: (await release.towns()).map(({ name, position: at }) => ({ name: words.of(name), position: at })).filter(isWithin(bounds)),
		cooperatives: named.flatMap(({ name, position: at }) => (at ? [{ name: words.of(name), position: at }] : [])).filter(isWithin(bounds)),
		title: words.t('near.around', { place: place.name, km: words.n(radiusKm) }),
		description: words.t('near.map.description', { km: words.n(radiusKm), place: place.name })
	};
}

const ringOf = (position: Position, km: number): Position[] =>
	(catchmentCircle(position, km)?.geometry.coordinates[0] ?? []).map(([lon, lat]) => [lon!, lat!] as const);

async function communesOf({ bank }: OpenedRelease, words: Words): Promise<NearPicture['communes'][number][]> {
	const communes = await bank.territories.list({ level: 'commune' });
	return communes.flatMap(({ name, label, populationMunicipal, populationLegal }) =>
		label ? [{ name: words.of(name), position: label, people: populationMunicipal ?? populationLegal, isInside: false }] : []
	);
}

const isWithin =
	([west, south, east, north]: NearPicture['bounds']) =>
	({ position: [lon, lat] }: { readonly position: Position }): boolean =>
		lon >= west && lon <= east && lat >= south && lat <= north;
