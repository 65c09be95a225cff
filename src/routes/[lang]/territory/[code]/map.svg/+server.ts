import { error } from '@sveltejs/kit';
import { isLanguage } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { diagnosticFor } from '#lib/server/diagnostic.ts';
import { toldDiagnostic } from '#lib/server/diagnostic-report.ts';
import { mapsIn, pictureOf } from '#lib/server/report/diagnostic/maps.ts';
import { releaseAsked } from '../../../server/release.server.ts';
import type { RequestHandler } from './$types';

/** One map of a diagnostic as SVG, `?map=need`; its legend stands on the page. */
export const GET: RequestHandler = async ({ params, url }) => {
	const language = params.lang;
	if (!isLanguage(language)) error(404, 'language');
	const words = await wordsOf(language);
	const { release } = await releaseAsked(url.searchParams);
	// The maps show the same whoever the territory is compared with.
	const answer = await diagnosticFor(release, { code: params.code, comparator: { kind: 'nation' } });
	if (!answer.ok) error(404, words.t('error.territory', { code: params.code.slice(0, 32) }));
	const { report, scenes } = await toldDiagnostic(release, answer.value, words);
	const block = mapsIn(report).find(({ id }) => id === url.searchParams.get('map'));
	const scene = block && scenes.get(block.id);
	if (!scene) error(404, 'map');
	const theme = url.searchParams.get('theme') === 'dark' ? 'dark' : 'light';
	const picture = await pictureOf(release, answer.value, { block, scene }, words, theme);
	return new Response(picture.svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=300' } });
};
