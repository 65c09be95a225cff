import { error } from '@sveltejs/kit';
import { isLanguage } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { choicePicture, surroundingsPicture } from '#lib/server/near/picture.ts';
import { nearSvg } from '#lib/server/report/near-svg.ts';
import { releaseAsked } from '../../server/release.server.ts';
import { choiceBounds } from '../picture.server.ts';
import { askedPlace } from '../place.server.ts';
import type { RequestHandler } from './$types';

/** The surroundings of the place of an address as SVG, or with `choose` the country on which a point is chosen. */
export const GET: RequestHandler = async ({ params, url }) => {
	const language = params.lang;
	if (!isLanguage(language)) error(404, 'language');
	const words = await wordsOf(language);
	const { release } = await releaseAsked(url.searchParams);
	const asked = await askedPlace(release, url.searchParams, words);
	const isChoice = url.searchParams.has('choose');
	if (!isChoice && (!asked.place || !asked.position)) error(404, words.t('near.issue.position'));
	const drawn = isChoice
		? await choicePicture(release, choiceBounds(url.searchParams), url.searchParams.has('around'), words)
		: await surroundingsPicture(release, { position: asked.position!, radiusKm: asked.view.radiusKm }, asked.place!.name, words);
	const svg = nearSvg({
		provinces: await release.shapes('provinces'),
		context: await release.shapes('context'),
		language,
		theme: url.searchParams.get('theme') === 'dark' ? 'dark' : 'light',
		...drawn
	});
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=300' } });
};
