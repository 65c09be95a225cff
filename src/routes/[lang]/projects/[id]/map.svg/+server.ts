import { error } from '@sveltejs/kit';
import { territoriesOf } from '#lib/core/release/snapshot.ts';
import { isLanguage } from '#lib/core/text/text.ts';
import { legendText } from '#lib/i18n/legend.ts';
import { isolated } from '#lib/i18n/locales.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { mapSvg } from '#lib/drawing/map-svg.ts';
import { atlasOf } from '../../../server/atlas.server.ts';
import { releaseAsked } from '../../../server/release.server.ts';
import { chainOf } from '../asked.server.ts';
import { paintedChain } from '../picture.server.ts';
import type { RequestHandler } from './$types';

/** Labels are drawn larger: the picture is shown at half its natural width. */
const ENLARGED = 1.6;

/** Where in the country a sheet makes sense, as a picture: the classes of its chain. `only=map` leaves out the legend, which the page writes. */
export const GET: RequestHandler = async ({ params, url }) => {
	const language = params.lang;
	if (!isLanguage(language)) error(404, 'language');
	const words = await wordsOf(language);
	const { release } = await releaseAsked(url.searchParams);
	const model = (await release.projects()).models.find(({ id }) => id === params.id);
	if (!model) error(404, words.t('projects.unknown', { id: params.id.slice(0, 32) }));
	const atlas = await atlasOf(release, false);
	const { scene } = paintedChain(atlas, chainOf(model, url.searchParams));
	const legend = legendText(words, scene.legend, { ...atlas, release: release.release });
	const provinces = await release.shapes('provinces');
	const isAlone = url.searchParams.get('only') === 'map';
	const svg = mapSvg({
		topology: provinces,
		context: await release.shapes('context'),
		scene,
		names: (code) => words.of(atlas.territory(code)!.name),
		labelAt: (code) => atlas.territory(code)?.label ?? null,
		regions: territoriesOf(release.snapshot.levels.region).map(({ code }) => code),
		towns: [],
		language,
		theme: url.searchParams.get('theme') === 'dark' ? 'dark' : 'light',
		selected: null,
		title: [legend.title, legend.unit].join(' · '),
		description: words.t('map.described', { subject: legend.title, count: scene.codes.length }),
		legend: isAlone ? null : legend.rows,
		enlarged: isAlone ? ENLARGED : 1,
		source: [legend.source, words.t('map.attribution'), release.release.id].map((part) => isolated(language, part)).join(' · ')
	});
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=300' } });
};
