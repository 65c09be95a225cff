import { error } from '@sveltejs/kit';
import { boundsOf } from '#lib/core/geo/bounds.ts';
import { isLanguage } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { mapSvg } from '#lib/drawing/map-svg.ts';
import { askedNeeds } from '../asked-needs.server.ts';
import { needsMap } from '../needs-map.server.ts';
import type { RequestHandler } from './$types';

/** The picture stands beside a table, at half its natural width. */
const ENLARGED = 2;

/** Declared needs by province as SVG, without legend: the page tells it beside the picture. */
export const GET: RequestHandler = async ({ params, url }) => {
	const language = params.lang;
	if (!isLanguage(language)) error(404, 'language');
	const words = await wordsOf(language);
	const asked = await askedNeeds(url.searchParams);
	const { release, region, regions, provinces, declared } = asked;
	const topology = await release.shapes('provinces');
	const territories = new Map([...regions, ...provinces].map((territory) => [territory.code, territory]));
	const svg = mapSvg({
		topology,
		context: await release.shapes('context'),
		scene: needsMap(asked, words),
		names: (code) => (territories.has(code) ? words.of(territories.get(code)!.name) : code),
		labelAt: (code) => territories.get(code)?.label ?? null,
		regions: (region ? asked.rows : regions).map(({ code }) => code),
		towns: [],
		language,
		theme: url.searchParams.get('theme') === 'dark' ? 'dark' : 'light',
		selected: region?.code ?? null,
		within: region ? boundsOf(topology, 'regions', region.code) : null,
		title: words.t('needs.map.title', { need: words.t(`needs.kind.${declared}`) }),
		description: words.t('needs.map.described'),
		legend: null,
		enlarged: ENLARGED,
		source: ''
	});
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' } });
};
